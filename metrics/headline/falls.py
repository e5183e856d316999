"""Where a stock or a running total is lower than before: each fall with its size and what is recorded of it.

    falls_of(answer)                       # of one series, the newest first
    falls_of_headlines(dataset, query)     # of all that the first page shows

A fall is between exact counts that follow one another: a bound below an earlier count is none, and is passed
over. Counts that fall one after the other are one fall. Why a count fell is never guessed: `breaks`,
`amnesties` and `left_out` are what is recorded of its time, and may have nothing to do with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.rows import Row, value_of
from metrics.counts.typed_rows import Break, Event, PublishedCount
from metrics.headline.ages import LETS_PEOPLE_GO
from metrics.headline.headline_questions import headline_question
from metrics.query.caching import cached
from metrics.query.query import Measure, Query
from validation import Dataset


@dataclass(frozen=True, eq=False, kw_only=True)
class Fall:
    """Exact counts that follow one another in an answer, each lower than the one before.

    breaks: by which the metric counts something else, or that took records in, after the first of them.
    amnesties: from the day of the first to that of the last.
    left_out: counts of these days that a correction leaves out.
    """

    answer: Answer
    rows: tuple[Row, ...]
    breaks: tuple[Break, ...]
    amnesties: tuple[Event, ...]
    left_out: tuple[PublishedCount, ...]

    @property
    def first(self) -> Row:
        """The count before the fall."""
        return self.rows[0]

    @property
    def last(self) -> Row:
        """The lowest count, after the fall."""
        return self.rows[-1]

    @property
    def size(self) -> int:
        """By how many it fell."""
        return int(value_of(self.first) - value_of(self.last))

    @property
    def is_of_stock(self) -> bool:
        """Whether it is a count of a day; else it is a running total, which only falls when it is revised."""
        return self.answer.metrics[self.first.metric].kind == "stock"


@cached
def falls_of_headlines(dataset: Dataset, query: Query) -> tuple[Fall, ...]:
    """The falls of every headline metric at the question's first place, by its counter; newest first."""
    questions = (headline_question(dataset, query, metric) for metric in dataset.settings.headline_metrics)
    found = chain.from_iterable(falls_of(answer_for(dataset, question)) for question in questions)
    return tuple(sorted(found, key=lambda fall: fall.last.day, reverse=True))


def falls_of(answer: Answer) -> tuple[Fall, ...]:
    """The falls of an answer about one series, as published; newest first.

    Empty for counts of periods: a lower one of another period is no fall.
    """
    if answer.query.measure not in (Measure.LEVEL, Measure.TOTAL):
        return ()
    exact = [row for row in answer.counted if row.qualifier == "exact"]
    return tuple(_fall(answer, rows) for rows in reversed(list(_falling(exact))))


def largest(falls: tuple[Fall, ...]) -> Fall | None:
    """The largest of them, of several the newest; None where there is none."""
    return max(falls, key=lambda fall: (fall.size, fall.last.day), default=None)


def _falling(exact: list[Row]) -> Iterator[tuple[Row, ...]]:
    """Each longest run of counts that are lower than the one before, with that one."""
    run: list[Row] = []
    for earlier, later in pairwise(exact):
        if value_of(later) < value_of(earlier):
            run = [*(run or [earlier]), later]
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _fall(answer: Answer, rows: tuple[Row, ...]) -> Fall:
    first, last = rows[0].day, rows[-1].day
    metric = rows[0].metric
    return Fall(
        answer=answer,
        rows=rows,
        breaks=tuple(one for one in answer.breaks if one.metric == metric and first < one.day <= last),
        amnesties=tuple(_amnesties(answer, first, last)),
        left_out=tuple(count for count in answer.excluded if first <= count.period_end <= last),
    )


def _amnesties(answer: Answer, first: date, last: date) -> Iterator[Event]:
    """One for each day: the first count may have been made before the amnesty of its own day."""
    events = (one for one in answer.events if one.kind == LETS_PEOPLE_GO and first <= one.day <= last)
    yield from {event.day: event for event in events}.values()
