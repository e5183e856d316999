"""What happened around the counts: breaks in their series, and events of their places."""

from __future__ import annotations

from collections.abc import Iterable

from metrics.answer.inputs import Material
from metrics.answer.rows import Row
from metrics.counts.small_tables import Break, Event, breaks_of, events_of, places_by_code


def breaks_within(material: Material, rows: Iterable[Row]) -> list[Break]:
    """Breaks of the metrics within the time shown, and within what the first difference covers.

    What changed for a country changed for its parts. The oldest first.
    """
    days = material.clocks.days
    bases = (row.covers_from + 1 for row in rows if row.covers_from is not None)
    first = min(bases, default=days.start)
    places = _with_parents(material)
    breaks = [
        change
        for change in breaks_of(material.dataset)
        if min(first, days.start) <= change.day <= days.end
        and change.recorded <= days.edition
        and change.metric in material.query.metrics
        and change.place in places
    ]
    return sorted(breaks, key=lambda change: change.day)


def events_within(material: Material) -> list[Event]:
    """Events within the time shown, of the places asked for and of those that they lie in; oldest first."""
    days, places = material.clocks.days, _with_parents(material)
    return [
        event
        for event in events_of(material.dataset)
        if days.start <= event.day <= days.end and event.place in places
    ]


def event_asked(material: Material) -> Event | None:
    """The event whose counts are asked for, whenever it was."""
    events = events_of(material.dataset)
    return next((event for event in events if event.event_id == material.query.event), None)


def _with_parents(material: Material) -> set[str]:
    places = places_by_code(material.dataset)
    return {code for place in material.query.places for code in (place, places[place]["parent"])}
