"""What an answer looks up in the small tables, read out of them once for each dataset."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from metrics.counts.typed_rows import Break, Event, typed_rows
from metrics.query.caching import cached_per_dataset
from validation import Dataset
from validation.findings import Finding


@cached_per_dataset
def breaks_of(dataset: Dataset) -> tuple[Break, ...]:
    """The breaks in series, in the order of their table; without a counter, the data set's own."""
    breaks = dataset.breaks.rename(columns={"date": "day"})
    own = dataset.settings.defaults.counted_by
    return typed_rows(breaks.assign(counted_by=breaks["counted_by"].replace("", own)), Break)


@cached_per_dataset
def events_of(dataset: Dataset) -> tuple[Event, ...]:
    """The events, the oldest first."""
    events = typed_rows(dataset.events.rename(columns={"date": "day"}), Event)
    return tuple(sorted(events, key=lambda event: event.day))


@cached_per_dataset
def event_days(dataset: Dataset) -> Mapping[str, date]:
    """The day of each event, by its code."""
    return {event.event_id: event.day for event in events_of(dataset)}


@cached_per_dataset
def names_of_organisations(dataset: Dataset) -> Mapping[str, str]:
    """What each organisation is called."""
    return dict(zip(dataset.organisations["organisation"], dataset.organisations["name"], strict=True))


@cached_per_dataset
def short_names_of_organisations(dataset: Dataset) -> Mapping[str, str]:
    """What each organisation is called in a sentence: its short name, where it has one."""
    table = dataset.organisations
    names = table["short_name"].replace("", None).fillna(table["name"])
    return dict(zip(table["organisation"], names, strict=True))


@cached_per_dataset
def publishers_of(dataset: Dataset) -> Mapping[str, str]:
    """What the publisher of each document is called."""
    names = names_of_organisations(dataset)
    publishers = zip(dataset.sources["source_id"], dataset.sources["publisher"], strict=True)
    return {source_id: names[publisher] for source_id, publisher in publishers}


@cached_per_dataset
def last_sealed_day(dataset: Dataset) -> date:
    """The day of the newest edition; the first of all days where none is sealed."""
    return max((pd.Timestamp(day).date() for day in dataset.editions["day"]), default=date.min)


@cached_per_dataset
def findings_on_counts(dataset: Dataset) -> tuple[Finding, ...]:
    """What the checks say of single counts."""
    return tuple(finding for finding in dataset.findings if finding.table == "observations.csv")
