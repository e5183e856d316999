"""The filter of a question to one event or one document, and the way back to the whole series."""

from __future__ import annotations

from dataclasses import replace

from app_pages.words.words import Line, Words
from metrics.counts.small_tables import events_of
from metrics.counts.table_rows import all_documents
from metrics.language.wording import _
from metrics.number.sentence import Link, sentence_from
from metrics.query.query import Measure, Query
from metrics.question.address import address_of, default_measure
from validation import Dataset


def filters_in_words(dataset: Dataset, query: Query) -> Words | None:
    """The filter in words, with a link to all counts; None for a question without one."""
    events = [event.label for event in events_of(dataset) if event.event_id == query.event]
    titles = [all_documents(dataset)[query.source].called] if query.source else []
    if not events and not titles:
        return None
    only = ", ".join(_("“{title}”").format(title=name) for name in (*events, *titles))
    words = _("Only what is known of {only} is shown here. {all}")
    link = Link(text=_("Show the whole series"), href=f"/explore?{address_of(_whole(dataset, query))}")
    return Words((Line(text=sentence_from(words, only=only, all=link), look="changed"),))


def _whole(dataset: Dataset, query: Query) -> Query:
    """The same question about all documents and no event; about totals, where it was about an event."""
    usual = Measure(default_measure(dataset, query.metrics))
    return replace(query, event="", source="", measure=usual if query.event else query.measure)
