"""What a link says of itself where it is sent: the numbers of the page, in a sentence or two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from app_pages.frame.pages import PageEntry
from exports.overview.overview_sentences import leads_in_a_line
from exports.read_out import sentences_to_read_out
from exports.row_sentences import row_sentence
from metrics.answer.answering import answer_for
from metrics.number.sentence import joined
from metrics.number.single import number_at
from metrics.query.caching import cached_words
from metrics.query.query import Query
from validation import Dataset


@cached_words
def preview(dataset: Dataset, page: str, query: Query) -> str:
    """The numbers that the page of this name opens with at this question; empty where it has none to say."""
    say = SAY.get(page)
    return say(dataset, query) if say else ""


def description_of(page: PageEntry, dataset: Dataset | None, query: Query | None) -> str:
    """What the page's link says of itself: its numbers where it has any; empty where it has none."""
    return preview(dataset, page.name, query) if dataset and query else ""


def _of_number(dataset: Dataset, query: Query) -> str:
    found = number_at(dataset, query)
    return str(row_sentence(found.answer, found.answer.rows[found.row])) if found else ""


def _of_explore(dataset: Dataset, query: Query) -> str:
    sentences, _remarks = sentences_to_read_out(answer_for(dataset, query))
    return str(joined(" ", sentences))


SAY: Final[Mapping[str, Callable[[Dataset, Query], str]]] = {
    "overview": leads_in_a_line,
    "explore": _of_explore,
    "number": _of_number,
}
