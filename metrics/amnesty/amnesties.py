"""Amnesties: what was announced, what was verified, and how that grew with the days since.

    for amnesty in amnesties_of(dataset, query): ...    # as known on the days of the question

A count of all prisoners is an announcement, a count of political prisoners is verified, whoever prints it;
but a count of political prisoners by a government, or by who announces amnesties, is a claim. Those whom a
counter identified by name are a level of their own, and what an amnesty did besides releasing is no release.
A count of a part (a region, a law, foreigners) is never taken for the whole, and parts are not added up.
Where nobody gave any number there is none, which is not zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from metrics.answer.derived import RELEASED
from metrics.checks.check_words import clause_of
from metrics.checks.known_comparisons import comparisons_by_one_rule, days_of_clocks
from metrics.counts.candidates import Clocks, clocks_of
from metrics.counts.listings import Standing, known_counts
from metrics.counts.small_tables import events_of
from metrics.counts.table_rows import all_documents, all_organisations, all_places
from metrics.counts.typed_rows import Document, Event, PublishedCount, typed_rows
from metrics.language.organisation_kinds import GOVERNMENT
from metrics.language.phrasing import Message
from metrics.language.wording import _
from metrics.number.card_address import CardQuestion, question_of_count
from metrics.query.caching import cached_per_dataset, cached_words
from metrics.query.query import Query
from validation import Dataset

KIND: Final = "amnesty"
ALL_PRISONERS: Final = "all_prisoners"
IDENTIFIED: Final = "status: identified by name"
FITS_ITS_TOTAL: Final = "release_above_rise"  # the check of a count against the rise of its counter's total


@dataclass(frozen=True, eq=False, kw_only=True)
class EventCount:
    """A count of an event as a document prints it: and the document.

    card: the question of its card.
    counter: what its counter is called where there is little room: its short name, else its code.
    days: from the event to the day that the count is as of, the end of its period.
    does_not_fit: how it is more than the counter's own running total rose by; None where it is not.
    """

    count: PublishedCount
    document: Document
    card: CardQuestion
    counter: str
    days: int
    does_not_fit: Message | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it is no bound, and not rounded."""
        return self.count.qualifier == "exact"


@dataclass(frozen=True, eq=False, kw_only=True)
class VerificationCourse:
    """What one organisation verified, in the order of the days that its counts are as of."""

    counter: str
    counts: tuple[EventCount, ...]

    @property
    def last(self) -> EventCount:
        """The count as of the last day; of several, an exact one, then the one published last."""
        return max(self.counts, key=lambda one: (one.days, one.is_exact, one.document.published))


@dataclass(frozen=True, eq=False, kw_only=True)
class Amnesty:
    """One amnesty of events.csv, and every count of it that is known.

    announced: of all prisoners. claimed: of political prisoners, by a government or who announces amnesties.
    courses: of political prisoners, by each organisation that verified any, the first to count first.
    identified: those of them whom a counter identified by name.
    parts: whatever counts another part only.
    besides: what is no release: charges dropped, sentences reduced.
    """

    event_id: str
    day: date
    place: str
    label: str
    announced: tuple[EventCount, ...]
    claimed: tuple[EventCount, ...]
    courses: tuple[VerificationCourse, ...]
    identified: tuple[EventCount, ...]
    parts: tuple[EventCount, ...]
    besides: tuple[EventCount, ...]

    @property
    def has_number(self) -> bool:
        """Whether anybody is known to have given any number."""
        return bool(
            self.announced or self.claimed or self.courses or self.identified or self.parts or self.besides
        )

    @property
    def announced_in_parts(self) -> tuple[EventCount, ...]:
        """What was announced of parts: foreigners, those held under one law."""
        return tuple(one for one in self.parts if one.count.group == ALL_PRISONERS)

    @property
    def verified_in_parts(self) -> tuple[EventCount, ...]:
        """What was verified of parts: in one region, by name."""
        parts = (*self.identified, *self.parts)
        return tuple(one for one in parts if one.count.group != ALL_PRISONERS)


@cached_words
def amnesties_of(dataset: Dataset, query: Query) -> tuple[Amnesty, ...]:
    """Every amnesty until the question's day of knowledge, newest first, with the counts known by then."""
    clocks = clocks_of(dataset, query)
    counts = counts_of_events(dataset, clocks)
    announcers = {*counts.loc[counts["group"] == ALL_PRISONERS, "counted_by"], *_governments(dataset)}
    until_then = [one for one in events_of(dataset) if one.kind == KIND and one.day <= clocks.known_on]
    return tuple(
        _amnesty(dataset, query, event, counts[counts["event_id"] == event.event_id], announcers)
        for event in sorted(until_then, key=lambda one: one.day, reverse=True)
    )


@cached_per_dataset
def codes_of_amnesties(dataset: Dataset) -> tuple[str, ...]:
    """The codes of all amnesties, in the order of their table."""
    events = dataset.events
    return tuple(events.loc[events["kind"] == KIND, "event_id"])


def _governments(dataset: Dataset) -> set[str]:
    organisations = all_organisations(dataset).values()
    return {one.organisation for one in organisations if one.kind == GOVERNMENT}


def counts_of_events(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    """The known counts that belong to an event; none that a correction leaves out."""
    counts = known_counts(dataset, clocks)
    return counts[(counts["standing"] != str(Standing.EXCLUDED)) & (counts["event_id"] != "")]


def _amnesty(
    dataset: Dataset, query: Query, event: Event, counts: pd.DataFrame, announcers: set[str]
) -> Amnesty:
    found = list(event_counts(dataset, query, event.day, counts))
    released = [one for one in found if one.count.metric == RELEASED]
    whole = [one for one in released if _is_whole(one.count, event.place)]
    identified = [one for one in released if _is_whole(one.count, event.place, detail=IDENTIFIED)]
    political = [one for one in whole if one.count.group != ALL_PRISONERS]
    return Amnesty(
        event_id=event.event_id,
        day=event.day,
        place=all_places(dataset)[event.place].name,
        label=_(event.label),
        announced=tuple(one for one in whole if one.count.group == ALL_PRISONERS),
        claimed=tuple(one for one in political if one.count.counted_by in announcers),
        courses=_courses(one for one in political if one.count.counted_by not in announcers),
        identified=tuple(identified),
        parts=tuple(one for one in released if one not in whole and one not in identified),
        besides=tuple(one for one in found if one not in released),
    )


def event_counts(dataset: Dataset, query: Query, day: date, counts: pd.DataFrame) -> Iterator[EventCount]:
    """The counts with their documents, by the day that they are as of, then by publication."""
    documents, organisations = all_documents(dataset), all_organisations(dataset)
    ordered = counts.sort_values(["period_end", "published", "source_id"], kind="stable")
    days = days_of_clocks(dataset, clocks_of(dataset, query))
    compared = comparisons_by_one_rule(dataset, days, FITS_ITS_TOTAL)
    for count in typed_rows(ordered, PublishedCount):
        against_total = compared.get(count.line, [])
        yield EventCount(
            count=count,
            document=documents[count.source_id],
            card=question_of_count(count, query, stands=count.standing == Standing.STANDS),
            counter=organisations[count.counted_by].short_name or count.counted_by,
            days=(count.period_end - day).days,
            does_not_fit=next((clause_of(one) for one in against_total if not one.holds), None),
        )


def _is_whole(count: PublishedCount, place: str, *, detail: str = "") -> bool:
    return (count.place, count.sex, count.age, count.detail) == (place, "all", "all", detail)


def _courses(counts: Iterable[EventCount]) -> tuple[VerificationCourse, ...]:
    by_counter: dict[str, list[EventCount]] = {}
    for one in counts:
        by_counter.setdefault(one.count.counted_by, []).append(one)
    return tuple(
        VerificationCourse(counter=counter, counts=tuple(found)) for counter, found in by_counter.items()
    )
