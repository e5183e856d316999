"""All that is known of one number: what a person needs who is asked where it is from.

    card = card_of(dataset, question)      # a question about one number; None where it is about none
    left_out = left_out_of(dataset, query) # where there is none, since a correction leaves it out

A card is facts and no words: `exports` and the pages put them into words.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.records import rows_of
from metrics.card.other_organisations import OtherCount, counts_of_others
from metrics.counts.candidates import clocks_of
from metrics.counts.listings import Standing, known_counts
from metrics.counts.table_rows import documents_named
from metrics.headline.headlines import Change, change_between
from metrics.number.single import Reference, number_at, of_period, rows_by_label
from metrics.query.caching import cached
from metrics.query.query import MEASURE_OF_BASIS, Grain, Measure, Query
from validation import Dataset

KEPT_CARDS: Final = 256


@dataclass(frozen=True, eq=False, kw_only=True)
class Printed:
    """A count as a document prints it: a row of observations.csv (`count`), and one of sources.csv.

    stands: whether it is what its series says of its time, or of all that is printed of its event.
    """

    count: Any
    document: Any
    stands: bool

    @property
    def is_relayed(self) -> bool:
        """Whether the document is not the counter's own."""
        return bool(self.document.publisher != self.count.counted_by)


@dataclass(frozen=True, eq=False, kw_only=True)
class Comparison:
    """What one number has more than an earlier one, and the answer that has both as rows."""

    answer: Answer
    change: Change


@dataclass(frozen=True, eq=False, kw_only=True)
class Card:
    """One number and what it rests on.

    inputs: the counts that the value is, or is worked out from; empty where there is no value. Of a
        difference, those of both numbers.
    others_printed: what else was printed for the same periods, in the order in which it was published.
    left_out: what was printed for its time and is left out by a correction, with the reason.
    others: the nearest count of each other organisation.
    comparison: where the card is of what this number has more than an earlier one.
    """

    number: Reference
    inputs: tuple[Printed, ...]
    others_printed: tuple[Printed, ...]
    left_out: tuple[Printed, ...]
    others: tuple[OtherCount, ...]
    comparison: Comparison | None

    @property
    def answer(self) -> Answer:
        """The answer that has the number as a row."""
        return self.number.answer

    @property
    def row(self) -> Any:
        """The number's row."""
        return rows_by_label(self.answer)[self.number.row]


@dataclass(frozen=True, eq=False, kw_only=True)
class LeftOut:
    """A count that a correction leaves out of every series, and the answer that says so.

    others_printed: what else was printed for its time.
    """

    answer: Answer
    printed: Printed
    others_printed: tuple[Printed, ...]


@cached(most=KEPT_CARDS)
def card_of(dataset: Dataset, query: Query, since: date | None = None) -> Card | None:
    """The card of the number that a question is about; of its difference from the one `since` a day.

    None where the question is about no number or several, or there is none of that day.
    """
    number = number_at(dataset, query)
    comparison = None if number is None or since is None else _comparison(dataset, number, since)
    if number is None or (since is not None and comparison is None):
        return None
    answer, row = number.answer, rows_by_label(number.answer)[number.row]
    inputs = _behind(comparison) if comparison else _of_period(answer, _shown(answer), row)
    # What one document prints is considered against all others, too.
    of_all = answer_for(dataset, replace(query, source="")) if query.source else answer
    considered = _of_period(of_all, of_all.vintages, row)
    others = considered[~considered.index.isin(inputs.index)]
    standing = _standing(dataset, of_all, considered.index.union(inputs.index))
    return Card(
        number=number,
        inputs=_printed(dataset, inputs.sort_values("period_end", ascending=False, kind="stable"), standing),
        others_printed=_printed(dataset, others.sort_values("published", kind="stable"), standing),
        left_out=_printed(dataset, _of_period(of_all, of_all.excluded, row)),
        others=counts_of_others(dataset, answer, row),
        comparison=comparison,
    )


def _shown(answer: Answer) -> pd.DataFrame:
    """The counts that stand behind the rows."""
    return answer.vintages[answer.vintages["shown"]]


def _behind(comparison: Comparison) -> pd.DataFrame:
    """The counts behind both numbers of a comparison."""
    counts, change = _shown(comparison.answer), comparison.change
    return counts[counts["period_end"].isin([change.earlier.period_end, change.later.period_end])]


def _standing(dataset: Dataset, answer: Answer, lines: pd.Index[int]) -> frozenset[int]:
    """Those of the lines that stand; a derived number may rest on one that another beats."""
    standing = known_counts(dataset, clocks_of(dataset, answer.query)).loc[lines, "standing"]
    return frozenset(standing.index[standing == str(Standing.STANDS)])


def _comparison(dataset: Dataset, number: Reference, since: date) -> Comparison | None:
    """With the exact stock or running total of the earlier day; None where there is none to compare with."""
    if number.answer.query.measure not in (Measure.LEVEL, Measure.TOTAL):
        return None
    answer = answer_for(dataset, replace(number.answer.query, start=since))
    rows = answer.rows[answer.rows["qualifier"] == "exact"]
    both = rows[rows["period_end"].isin([pd.Timestamp(since), answer.rows["period_end"].max()])]
    if len(both) != len(("earlier", "later")):
        return None
    return Comparison(answer=answer, change=change_between(answer, *rows_of(both)))


def _of_period(answer: Answer, counts: pd.DataFrame, row: Any) -> pd.DataFrame:
    """The counts of the row's time: a question about a period is also answered by those within it."""
    if answer.query.measure is not Measure.HAPPENED:
        return counts
    return of_period(counts, row.period_start, row.period_end)


def _printed(
    dataset: Dataset, counts: pd.DataFrame, standing: Container[int] = frozenset()
) -> tuple[Printed, ...]:
    documents = {one.source_id: one for one in rows_of(documents_named(dataset, counts["source_id"]))}
    return tuple(
        Printed(count=count, document=documents[count.source_id], stands=count.Index in standing)
        for count in rows_of(counts)
    )


@cached(most=KEPT_CARDS)
def left_out_of(dataset: Dataset, query: Query) -> LeftOut | None:
    """The count that the question of a card would be answered with, had no correction left it out.

    None for a question about several numbers, or about one that is worked out; where there is a number; and
    where several are left out.
    """
    is_of_a_count = query.measure in MEASURE_OF_BASIS.values() and query.grain is Grain.AS_PUBLISHED
    is_of_one = (len(query.metrics), len(query.places)) == (1, 1)
    if not (is_of_a_count and is_of_one) or number_at(dataset, query) is not None:
        return None
    answer = answer_for(dataset, query)
    counts = answer.excluded
    if query.measure is Measure.HAPPENED:
        counts = of_period(counts, answer.start, answer.end)
    elif answer.start != answer.end:
        return None
    if len(counts) != 1:
        return None
    of_all = answer_for(dataset, replace(query, source=""))
    others = of_period(of_all.vintages, counts["period_start"].iloc[0], counts["period_end"].iloc[0])
    (printed,) = _printed(dataset, counts)
    standing = _standing(dataset, of_all, others.index)
    return LeftOut(answer=answer, printed=printed, others_printed=_printed(dataset, others, standing))
