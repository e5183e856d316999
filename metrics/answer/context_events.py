"""What happened around the counts: breaks in their series, and events of their places."""

from __future__ import annotations

from collections.abc import Iterable

from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row
from metrics.counts.small_tables import breaks_of, events_of
from metrics.counts.table_rows import lies_in
from metrics.counts.typed_rows import Break, Event
from metrics.query.days import ONE_DAY


def breaks_within(inputs: Inputs, rows: Iterable[Row]) -> list[Break]:
    """Breaks of the metrics within the time shown, and within what the first difference covers.

    What changed for a country changed for its parts. The oldest first.
    """
    clocks = inputs.clocks
    bases = (row.covers_from + ONE_DAY for row in rows if row.covers_from is not None)
    first = min(bases, default=clocks.start)
    places = _with_parents(inputs)
    breaks = [
        change
        for change in breaks_of(inputs.dataset)
        if min(first, clocks.start) <= change.day <= clocks.end
        and change.recorded <= clocks.edition
        and change.counted_by == inputs.query.counted_by
        and change.metric in inputs.query.metrics
        and change.place in places
    ]
    return sorted(breaks, key=lambda change: change.day)


def events_within(inputs: Inputs) -> list[Event]:
    """Events within the time shown, of the places asked for and of those that they lie in; oldest first."""
    clocks, places = inputs.clocks, _with_parents(inputs)
    return [
        event
        for event in events_of(inputs.dataset)
        if clocks.start <= event.day <= clocks.end and event.place in places
    ]


def event_of_question(inputs: Inputs) -> Event | None:
    """The event whose counts are asked for, whenever it was."""
    events = events_of(inputs.dataset)
    return next((event for event in events if event.event_id == inputs.query.event), None)


def _with_parents(inputs: Inputs) -> set[str]:
    return {code for place in inputs.query.places for code in lies_in(inputs.dataset, place)}
