"""What must be said of an answer about one event, or from one document alone."""

from __future__ import annotations

from metrics.answer.answer import Caveat
from metrics.answer.context_events import event_asked
from metrics.answer.inputs import Found
from metrics.counts.table_rows import all_documents
from metrics.language.phrasing import Message
from metrics.language.wording import N_
from metrics.query.days import date_of


def filter_caveats(found: Found) -> list[Caveat]:
    """That it is about an event, and that it is from a document."""
    return [*_to_an_event(found), *_to_a_document(found)]


def _to_an_event(found: Found) -> list[Caveat]:
    event = event_asked(found.inputs)
    if event is None:
        return []
    template = N_("Only of one event, “{label}” on {day}: such counts are no part of a running series.")
    values = {"label": event.label, "day": date_of(event.day)}
    return [Caveat(kind="event", message=Message(template, values))]


def _to_a_document(found: Found) -> list[Caveat]:
    source = found.inputs.query.source
    if not source:
        return []
    title = all_documents(found.inputs.dataset)[source].title or source
    template = N_("Only from one document, “{title}”: for the same time another count may stand.")
    return [Caveat(kind="source", message=Message(template, {"title": title}))]
