"""What a link says of itself where it is sent: the numbers of the page in a sentence, and a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from app_pages.frame.pages import PageEntry
from exports.addresses import NUMBERS, OVER_TIME, SHARE, picture_address
from exports.overview.overview_sentences import leads_in_a_line
from exports.read_out import sentences_to_read_out
from exports.row_sentences import row_sentence
from metrics.answer.answering import answer_for
from metrics.counts.levels import levels_of
from metrics.counts.regional_counts import counted_levels
from metrics.number.sentence import joined
from metrics.number.single import number_at
from metrics.query.caching import cached_words
from metrics.query.query import Query
from validation import Dataset

RANKING: Final = "ranking"


@cached_words
def preview(dataset: Dataset, page: str, query: Query) -> str:
    """The numbers that the page of this name opens with at this question; empty where it has none to say."""
    say = SAY.get(page)
    return say(dataset, query) if say else ""


def description_of(page: PageEntry, dataset: Dataset | None, query: Query | None) -> str:
    """What the page's link says of itself: its numbers where it has any; empty where it has none."""
    return preview(dataset, page.name, query) if dataset and query else ""


def picture_of(page: PageEntry, dataset: Dataset, query: Query, *, level: str = "") -> str:
    """The address of the picture of a page's link: its chart at this question, else the numbers that lead.

    `level` names the places of Regions where its address does.
    """
    chart = CHARTS.get(page.name, NUMBERS)
    level = _level(dataset, query, level) if chart == RANKING else ""
    asked = replace(query, places=levels_of(dataset)[level].places) if level else query
    if chart != NUMBERS and not answer_for(dataset, asked).counted:
        chart, level = NUMBERS, ""
    return picture_address(query, chart=chart, size=SHARE, level=level)


def _level(dataset: Dataset, query: Query, asked: str) -> str:
    """The places that are asked for; else those around the question's place that Regions begins with."""
    if asked in levels_of(dataset):
        return asked
    return next((one.level.code for one in counted_levels(dataset, query, query.places[0])), "")


def _of_number(dataset: Dataset, query: Query) -> str:
    found = number_at(dataset, query)
    return str(row_sentence(found.answer, found.answer.rows[found.row])) if found else ""


def _of_explore(dataset: Dataset, query: Query) -> str:
    sentences, _remarks = sentences_to_read_out(answer_for(dataset, query))
    return str(joined(" ", sentences))


# The charts of pages that show one of their question.
CHARTS: Final[Mapping[str, str]] = {
    "explore": OVER_TIME,
    "number": OVER_TIME,
    "regions": RANKING,
    "documented": "years",
    "compare": "organisations",
    "revisions": "revisions",
    "amnesties": "amnesties",
}
SAY: Final[Mapping[str, Callable[[Dataset, Query], str]]] = {
    "overview": leads_in_a_line,
    "explore": _of_explore,
    "number": _of_number,
}
