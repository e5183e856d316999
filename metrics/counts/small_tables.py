"""What an answer looks up in the small tables, read out of them once for each dataset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from metrics.query.caching import cached_per_dataset
from metrics.query.days import Day, date_of, days_of
from validation import Dataset
from validation.findings import Finding


class Event(NamedTuple):
    """Something that happened on a day at a place."""

    position: int  # in `events.csv`
    event_id: str
    place: str
    day: Day
    kind: str
    label: str

    @property
    def date(self) -> date:
        """The day on which it happened."""
        return date_of(self.day)


class Break(NamedTuple):
    """From a day on, a metric counts something else at a place, or is no longer printed."""

    position: int  # in `breaks.csv`
    metric: str
    place: str
    kind: str
    what_changed: str
    day: Day
    recorded: Day

    @property
    def date(self) -> date:
        """The day from which on it holds."""
        return date_of(self.day)


@cached_per_dataset
def breaks_of(dataset: Dataset) -> tuple[Break, ...]:
    """The breaks in series, in the order of their table."""
    table = dataset.breaks
    columns: list[Iterable[Any]] = [table[name] for name in ("metric", "place", "kind", "what_changed")]
    columns += [days_of(table[name]) for name in ("date", "recorded")]
    return tuple(map(Break._make, zip(range(len(table)), *columns, strict=True)))


@cached_per_dataset
def events_of(dataset: Dataset) -> tuple[Event, ...]:
    """The events, the oldest first."""
    table = dataset.events
    columns: list[Iterable[Any]] = [table["event_id"], table["place"], days_of(table["date"])]
    columns += [table["kind"], table["label"]]
    events = map(Event._make, zip(range(len(table)), *columns, strict=True))
    return tuple(sorted(events, key=lambda event: event.day))


@cached_per_dataset
def event_days(dataset: Dataset) -> Mapping[str, Day]:
    """The day of each event, by its code."""
    days = days_of(dataset.events["date"])
    return {code: day for code, day in zip(dataset.events["event_id"], days, strict=True) if day is not None}


@cached_per_dataset
def names_of_organisations(dataset: Dataset) -> Mapping[str, str]:
    """What each organisation is called."""
    return dict(zip(dataset.organisations["organisation"], dataset.organisations["name"], strict=True))


@cached_per_dataset
def publishers_of(dataset: Dataset) -> Mapping[str, str]:
    """What the publisher of each document is called."""
    names = names_of_organisations(dataset)
    publishers = zip(dataset.sources["source_id"], dataset.sources["publisher"], strict=True)
    return {source_id: names[publisher] for source_id, publisher in publishers}


@cached_per_dataset
def last_sealed_day(dataset: Dataset) -> Day:
    """The day of the newest edition; before all days where none is sealed."""
    return max((day for day in days_of(dataset.editions["day"]) if day is not None), default=0)


@cached_per_dataset
def findings_on_counts(dataset: Dataset) -> tuple[Finding, ...]:
    """What the checks say of single counts."""
    return tuple(finding for finding in dataset.findings if finding.table == "observations.csv")
