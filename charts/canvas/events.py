"""The events that a figure marks."""

from __future__ import annotations

from datetime import date

from metrics.answer.answer import Answer
from metrics.counts.typed_rows import Event


def events_of(answer: Answer) -> tuple[Event, ...]:
    """The events in the time shown; one for a day and a label, since several places may share it."""
    first: dict[tuple[date, str], Event] = {}
    for event in answer.events:
        first.setdefault((event.day, event.label), event)
    return tuple(first.values())
