"""All that is known about one number: what a speaker needs when somebody asks where it is from.

    card = card_of(dataset, question)      # a question about one number; None where it is about none
    left_out = left_out_of(dataset, query) # where there is none, since a correction leaves it out

A card is facts and no words: `exports` and the pages put them into words.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import date

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.rows import Row
from metrics.card.other_organisations import OtherCount, counts_of_other_organisations
from metrics.counts.candidates import clocks_of
from metrics.counts.listings import Standing, known_counts
from metrics.counts.table_rows import all_documents
from metrics.counts.typed_rows import Document, PublishedCount
from metrics.headline.headlines import Change, change_between
from metrics.number.single import Reference, number_at, of_period
from metrics.query.caching import cached
from metrics.query.query import MEASURE_OF_BASIS, Grain, Measure, Query
from validation import Dataset


@dataclass(frozen=True, eq=False, kw_only=True)
class Printed:
    """A count as a document prints it: a row of observations.csv (`count`), and one of sources.csv.

    stands: whether it is the selected count of its period in its series, or among the counts of its event.
    """

    count: PublishedCount
    document: Document
    stands: bool

    @property
    def is_relayed(self) -> bool:
        """Whether the document is not the counter's own."""
        return self.document.publisher != self.count.counted_by


@dataclass(frozen=True, eq=False, kw_only=True)
class ComparisonWithEarlier:
    """The change from an earlier number to this one, and the answer that has both as rows."""

    answer: Answer
    change: Change


@dataclass(frozen=True, eq=False, kw_only=True)
class Card:
    """One number and what it rests on.

    inputs: the counts that the value rests on; empty where there is no value. For a difference, those of
        both numbers.
    others_printed: what else was printed for the same periods, in the order in which it was published.
    left_out: what was printed for its time and is left out by a correction, with the reason.
    other_organisations: the nearest count of each other organisation.
    comparison: where the card is about the change from an earlier number.
    """

    number: Reference
    inputs: tuple[Printed, ...]
    others_printed: tuple[Printed, ...]
    left_out: tuple[Printed, ...]
    other_organisations: tuple[OtherCount, ...]
    comparison: ComparisonWithEarlier | None

    @property
    def answer(self) -> Answer:
        """The answer that has the number as a row."""
        return self.number.answer

    @property
    def row(self) -> Row:
        """The number's row."""
        return self.answer.rows[self.number.row]


@dataclass(frozen=True, eq=False, kw_only=True)
class LeftOut:
    """A count that a correction leaves out of every series, and the answer that says so.

    others_printed: what else was printed for its time.
    """

    answer: Answer
    printed: Printed
    others_printed: tuple[Printed, ...]


@cached
def card_of(dataset: Dataset, query: Query, since: date | None = None) -> Card | None:
    """The card of the number that a question is about; with `since`, of its change from that day.

    None where the question is about no number or several, or there is none of that day.
    """
    number = number_at(dataset, query)
    comparison = None if number is None or since is None else _comparison(dataset, number, since)
    if number is None or (since is not None and comparison is None):
        return None
    answer, row = number.answer, number.answer.rows[number.row]
    inputs = _behind(comparison) if comparison else _of_period(answer, answer.shown, row)
    # What one document prints is considered against all others, too.
    of_all = answer_for(dataset, replace(query, source="")) if query.source else answer
    considered = _of_period(of_all, of_all.vintages, row)
    others = [count for count in considered if count not in inputs]
    standing = _standing(dataset, of_all, [*considered, *inputs])
    return Card(
        number=number,
        inputs=_printed(dataset, _newest_first(inputs), standing),
        others_printed=_printed(dataset, sorted(others, key=lambda count: count.published), standing),
        left_out=_printed(dataset, _of_period(of_all, of_all.excluded, row)),
        other_organisations=counts_of_other_organisations(dataset, answer, row),
        comparison=comparison,
    )


def _newest_first(counts: Iterable[PublishedCount]) -> list[PublishedCount]:
    return sorted(counts, key=lambda count: count.period_end, reverse=True)


def _behind(comparison: ComparisonWithEarlier) -> tuple[PublishedCount, ...]:
    """The counts behind both numbers of a comparison."""
    days = (comparison.change.earlier.day, comparison.change.later.day)
    return tuple(count for count in comparison.answer.shown if count.period_end in days)


def _standing(dataset: Dataset, answer: Answer, counts: Iterable[PublishedCount]) -> frozenset[int]:
    """The lines of those that stand; a derived number may rest on one that is superseded."""
    lines = list({count.line for count in counts})
    standing = known_counts(dataset, clocks_of(dataset, answer.query)).loc[lines, "standing"]
    return frozenset(standing.index[standing == str(Standing.STANDS)])


def _comparison(dataset: Dataset, number: Reference, since: date) -> ComparisonWithEarlier | None:
    """With the exact stock or running total of the earlier day; None where there is none to compare with."""
    if number.answer.query.measure not in (Measure.LEVEL, Measure.TOTAL):
        return None
    answer = answer_for(dataset, replace(number.answer.query, start=since))
    days = {since, max((row.day for row in answer.rows), default=since)}
    both = [row for row in answer.rows if row.qualifier == "exact" and row.day in days]
    if len(both) != len(("earlier", "later")):
        return None
    return ComparisonWithEarlier(answer=answer, change=change_between(answer, *both))


def _of_period(answer: Answer, counts: tuple[PublishedCount, ...], row: Row) -> tuple[PublishedCount, ...]:
    """The counts of the row's time: a question about a period is also answered by those within it."""
    if answer.query.measure is not Measure.HAPPENED:
        return counts
    return of_period(counts, row.period_start, row.period_end)


def _printed(
    dataset: Dataset, counts: Iterable[PublishedCount], standing: Container[int] = frozenset()
) -> tuple[Printed, ...]:
    documents = all_documents(dataset)
    return tuple(
        Printed(count=count, document=documents[count.source_id], stands=count.line in standing)
        for count in counts
    )


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
    others = of_period(of_all.vintages, counts[0].period_start, counts[0].period_end)
    (printed,) = _printed(dataset, counts)
    standing = _standing(dataset, of_all, others)
    return LeftOut(answer=answer, printed=printed, others_printed=_printed(dataset, others, standing))
