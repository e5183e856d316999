"""The headline counts as plain HTML: on the screen before a script has run, and where none ever does."""

from __future__ import annotations

import html

from app_pages.briefing.headline_cards import card_words
from metrics.headline.headline_questions import headlines
from metrics.query.caching import cached_words
from metrics.query.query import Query
from validation import Dataset


@cached_words
def headline_words(dataset: Dataset, query: Query) -> str:
    """Each headline with its number, its day and its document, escaped; empty where none is known."""
    found = headlines(dataset, query, dataset.settings.headline_metrics)
    items = [
        f"<div><dt>{_e(card.label)}</dt>"
        f"<dd><b>{_e(card.number)}</b> {_e(card.day)}. {_e(card.source)}</dd></div>"
        for card in map(card_words, found)
    ]
    return f"<dl>{''.join(items)}</dl>" if items else ""


def _e(text: object) -> str:
    return html.escape(str(text))
