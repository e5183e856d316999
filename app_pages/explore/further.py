"""Where a question leads beside its chart: the map and ranking of its places, and what is missing."""

from __future__ import annotations

from app_pages.words.names import kind_names
from app_pages.words.words import Line, Words
from metrics.counts.levels import levels_of
from metrics.language.wording import _
from metrics.number.sentence import Link, Sentence
from metrics.offered.on_map import on_map
from metrics.query.caching import cached_words
from metrics.query.query import Query
from metrics.question.address import address_of
from validation import Dataset


@cached_words
def further(dataset: Dataset, query: Query) -> Words | None:
    """Links to Regions and to Coverage that keep the question; None where neither can show it."""
    links = [link for link in (_to_map(dataset, query), _to_coverage(query)) if link]
    return Words(tuple(Line(text=Sentence((link,))) for link in links)) if links else None


def _to_map(dataset: Dataset, query: Query) -> Link | None:
    found = on_map(dataset, query)
    if found is None:
        return None
    level, asked = found
    words = _("Map and ranking of {places}").format(places=kind_names(levels_of(dataset)[level].kind))
    return Link(text=words, href=f"/regions?{address_of(asked)}&level={level}")


def _to_coverage(query: Query) -> Link | None:
    """Which months and places of one series have a count."""
    is_narrowed = query.event or query.source
    if (len(query.metrics), len(query.places)) != (1, 1) or is_narrowed:
        return None
    words = _("Which months and regions have a figure, and what is missing")
    return Link(text=words, href=f"/coverage?{address_of(query)}")
