"""What other organisations count for the same metric and time, and how their scope differs.

Such counts are never added up, and never confirm or refute each other: each has its own definition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.counts.candidates import Clocks, clocks_of, is_usable
from metrics.counts.count import Count
from metrics.counts.definitions import definition_of
from metrics.counts.series_index import counts_in_series, series_like
from metrics.counts.small_tables import names_of_organisations
from metrics.counts.table_rows import all_organisations, documents_named, published_at
from metrics.counts.typed_rows import Document, PublishedCount
from metrics.language.organisation_kinds import KINDS
from metrics.language.phrasing import Message, Term, counted
from metrics.language.wording import N_
from metrics.query.query import PRINTED, Measure
from validation import Dataset

# A count of another year says nothing about this one.
NEAR: Final = 366


@dataclass(frozen=True, eq=False, kw_only=True)
class OtherCount:
    """Another organisation's count nearest in time, the document, and in what its scope differs."""

    count: PublishedCount
    organisation: str
    document: Document
    differences: tuple[Message, ...]

    @property
    def note(self) -> str:
        """The note in the tables."""
        return str(self.count.note)

    @property
    def day(self) -> date:
        """The day that the count is of, or until which its period lasts."""
        return self.count.period_end


def counts_of_other_organisations(dataset: Dataset, answer: Answer, row: Row) -> tuple[OtherCount, ...]:
    """For each other organisation its count nearest to the row's time, at most a year away; nearest first.

    Its metric, place, sex, age and detail are those of the row. Its group may differ, and it may be by date
    of event beside a running total: `differences` says so. Empty for a gap, and for a value that is worked
    out from several counts: no document prints a comparable one.
    """
    if answer.query.measure not in PRINTED or row.value is None:
        return ()
    clocks = clocks_of(dataset, answer.query)
    nearest: dict[str, Count] = {}
    for count in _comparable(dataset, answer, row, clocks):
        best = nearest.get(count.series.counted_by)
        if best is None or _distance(count, answer, row) < _distance(best, answer, row):
            nearest[count.series.counted_by] = count
    found = sorted(nearest.values(), key=lambda count: _distance(count, answer, row))
    return tuple(_other(dataset, answer, row, count) for count in found)


def _comparable(dataset: Dataset, answer: Answer, row: Row, clocks: Clocks) -> Iterator[Count]:
    """Best first, so that the better one of two counts of one day is met first."""
    query = answer.query
    same = series_like(
        dataset,
        metric=row.metric,
        place=row.place,
        sex=query.sex,
        age=query.age,
        detail=query.detail,
        event_id=query.event,
    )
    others = (series for series in same if series.counted_by != query.counted_by)
    for count in counts_in_series(dataset, others):
        if (
            count.qualifier != "suppressed"
            and abs((count.period_end - row.day).days) <= NEAR
            and is_usable(count, clocks)
        ):
            yield count


def _distance(count: Count, answer: Answer, row: Row) -> tuple[bool, bool, int]:
    """The like before the unlike, then the nearer."""
    is_happened = answer.query.measure is Measure.HAPPENED
    return (
        count.series.group != answer.query.group,
        (count.basis == "happened") != is_happened,
        abs((count.period_end - row.day).days),
    )


def _other(dataset: Dataset, answer: Answer, row: Row, count: Count) -> OtherCount:
    return OtherCount(
        count=published_at(dataset, [count.position])[0],
        organisation=names_of_organisations(dataset)[count.series.counted_by],
        document=documents_named(dataset, [count.source_id])[0],
        differences=tuple(_differences(dataset, answer, row, count)),
    )


def _differences(dataset: Dataset, answer: Answer, row: Row, count: Count) -> Iterator[Message]:
    """How the scope of another organisation's count differs, as far as the tables show."""
    yield Message(KINDS[all_organisations(dataset)[count.series.counted_by].kind])
    yield _definition(dataset, count)
    if count.series.group != answer.query.group:
        people = dataset.settings.people[count.series.group]
        yield Message(N_("Counts other people: {people}."), {"people": Term(people)})
    yield from _differences_in_time(answer, row, count)


def _definition(dataset: Dataset, count: Count) -> Message:
    series = count.series
    own = definition_of(
        dataset, counted_by=series.counted_by, metric=series.metric, day=count.period_end
    ).definition
    if own:
        return Message(N_("Its own definition: {definition}"), {"definition": Term(own)})
    return Message(N_("Uses its own definition, which is not recorded here."))


def _differences_in_time(answer: Answer, row: Row, count: Count) -> Iterator[Message]:
    is_happened = answer.query.measure is Measure.HAPPENED
    if count.basis == "happened" and not is_happened:
        values = {"start": count.first_day, "end": count.period_end}
        yield Message(N_("Counts what happened from {start} to {end}; it is not a running total."), values)
    elif count.basis == "documented":
        if is_happened:
            yield Message(N_("A running total of cases documented since {start}."), _first(count))
        elif count.first_day != answer.origin:
            yield Message(N_("Starts from a different day: {start}."), _first(count))
    days = (count.period_end - row.day).days
    if days > 0:
        yield counted("It is for the day after.", "It is for a day {count} days later.", days)
    elif days < 0:
        yield counted("It is for the day before.", "It is for a day {count} days earlier.", -days)


def _first(count: Count) -> dict[str, object]:
    return {"start": count.first_day}
