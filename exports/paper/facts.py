"""What a page is about, in a line: place, counter, day and period."""

from __future__ import annotations

from datetime import date

from metrics.counts.candidates import clocks_of
from metrics.counts.small_tables import names_of_organisations
from metrics.counts.table_rows import all_places
from metrics.headline.period_headlines import is_all_time
from metrics.language import phrasing
from metrics.language.wording import _
from metrics.query.query import Query
from validation import Dataset


def facts_of(dataset: Dataset, query: Query) -> list[str]:
    """Place, counter, day of knowledge and, of a period, its days."""
    known_on = day_of(dataset, query)
    facts = [
        all_places(dataset)[query.places[0]].name,
        _("Counted by {counter}").format(counter=names_of_organisations(dataset)[query.counted_by]),
        _("As known on {day}").format(day=phrasing.day(known_on)),
    ]
    if not is_all_time(dataset, query):
        facts.append(phrasing.period(query.start, query.end or known_on))
    return facts


def day_of(dataset: Dataset, query: Query) -> date:
    """The day of knowledge of a question."""
    return clocks_of(dataset, query).known_on
