"""What goes along with the rows of an Answer, read out of its small frames once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from charts.canvas.records import records
from charts.canvas.rows import KEPT_READINGS
from metrics.answer.answer import Answer
from metrics.query.caching import cached


class Metric(NamedTuple):
    """What `metrics.csv` says of a metric."""

    label: str
    kind: str
    part_of: str | None
    caveat: str | None


class Place(NamedTuple):
    """What `places.csv` says of a place."""

    name: str
    kind: str
    population_year: int | None
    population_source: str | None


class Event(NamedTuple):
    """Something that happened on a day."""

    date: date
    kind: str
    label: str


class Break(NamedTuple):
    """From a day on, a metric counts something else at a place."""

    metric: str
    place: str
    date: date
    kind: str
    what_changed: str


@cached(most=KEPT_READINGS)
def metrics_of(answer: Answer) -> Mapping[str, Metric]:
    """The metrics of the question, by code."""
    return dict(zip(answer.metrics.index, records(answer.metrics, Metric), strict=True))


@cached(most=KEPT_READINGS)
def places_of(answer: Answer) -> Mapping[str, Place]:
    """The places of the question, by code."""
    return dict(zip(answer.places.index, records(answer.places, Place), strict=True))


@cached(most=KEPT_READINGS)
def events_of(answer: Answer) -> tuple[Event, ...]:
    """The events in the time shown; one for a day and a label, since several places may share it."""
    first: dict[tuple[date, str], Event] = {}
    for event in records(answer.events, Event):
        first.setdefault((event.date, event.label), event)
    return tuple(first.values())


@cached(most=KEPT_READINGS)
def breaks_of(answer: Answer) -> tuple[Break, ...]:
    """The breaks in series in the time shown."""
    return records(answer.breaks, Break)
