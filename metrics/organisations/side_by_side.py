"""Several organisations' counts of one thing, each as an answer of its own, and never added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.rows import Row
from metrics.number.single import Reference
from metrics.organisations.comparable import counters_of
from metrics.query.caching import cached
from metrics.query.query import Grain, Query
from metrics.question.allowed import running_measure
from validation import Dataset

# A count of another year says nothing about this one.
NEAR: Final = timedelta(days=366)


@dataclass(frozen=True, eq=False, kw_only=True)
class Side:
    """One organisation's counts; `first` is the number of rows of those before it, for labels among all."""

    counter: str
    answer: Answer
    first: int

    @property
    def name(self) -> str:
        """What the organisation is called."""
        return self.answer.counter

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that have a value."""
        return self.answer.counted


@cached
def sides_of(dataset: Dataset, query: Query) -> tuple[Side, ...]:
    """One answer for each organisation that has a count in the question's time, as it was published.

    The one that the question names comes first, then those with more counts. The answers are levels for a
    stock, running totals since the origin for a flow: other counts are not comparable with them.
    """
    running = replace(query, grain=Grain.AS_PUBLISHED, measure=running_measure(dataset, query.metrics[0]))
    answers = [
        answer_for(dataset, replace(running, counted_by=counter)) for counter in counters_of(dataset, query)
    ]
    answers = [answer for answer in answers if answer.counted]
    answers.sort(key=lambda answer: (answer.query.counted_by != query.counted_by, -len(answer.rows)))
    firsts = [sum(len(answer.rows) for answer in answers[:position]) for position in range(len(answers))]
    return tuple(
        Side(counter=answer.query.counted_by, answer=answer, first=first)
        for answer, first in zip(answers, firsts, strict=True)
    )


def label_in_all(side: Side, label: int) -> int:
    """The label of a side's row among the rows of all."""
    return side.first + label


def reference_of(sides: Sequence[Side], label: int) -> Reference | None:
    """The row that has this label among the rows of all; None where there is none."""
    for side in sides:
        position = label - side.first
        if 0 <= position < len(side.answer.rows):
            return Reference(answer=side.answer, row=position)
    return None


@dataclass(frozen=True, eq=False, kw_only=True)
class NearestPair:
    """Another organisation's count, and the count of the first one that is nearest in time.

    `nearest` is None where the first has none within a year.
    """

    side: Side
    row: Row
    first: Side
    nearest: Row | None

    @property
    def days(self) -> int:
        """How many days later than the nearest count it is; negative where it is earlier."""
        return 0 if self.nearest is None else (self.row.day - self.nearest.day).days

    @property
    def is_same(self) -> bool:
        """Whether both are the same number, whatever the qualifier: it may be one count, printed twice."""
        return self.nearest is not None and self.row.value == self.nearest.value


def nearest_pairs(sides: Sequence[Side]) -> tuple[NearestPair, ...]:
    """Each count of the other organisations beside the nearest of the first, the newest first."""
    first, *others = sides
    own = first.rows
    pairs = [
        NearestPair(side=side, row=row, first=first, nearest=_nearest(row, own))
        for side in others
        for row in side.rows
    ]
    return tuple(sorted(pairs, key=lambda pair: pair.row.day, reverse=True))


def _nearest(row: Row, own: Sequence[Row]) -> Row | None:
    """Of two equally near the earlier one."""
    near = [one for one in own if abs(one.day - row.day) <= NEAR]
    return min(near, key=lambda one: (abs(one.day - row.day), one.day), default=None)
