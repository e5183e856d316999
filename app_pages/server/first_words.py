"""The headline counts as plain HTML: on the screen before a script has run, and where none ever does."""

from __future__ import annotations

import html

from exports.overview.headline_numbers import in_words
from metrics.headline.period_headlines import headlines_in
from metrics.query.caching import cached_words
from metrics.query.query import Query
from validation import Dataset


@cached_words
def headline_words(dataset: Dataset, query: Query) -> str:
    """Each headline with its number, its day and its document, escaped; empty where none is known."""
    found = headlines_in(dataset, query, dataset.settings.headline_metrics)
    items = [
        f"<div><dt>{_e(said.whom)}</dt>"
        f"<dd><b>{_e(said.number)}</b> {_e(said.time)} {_e(said.source)}</dd></div>"
        for said in (in_words(dataset, headline) for headline in found)
    ]
    return f"<dl>{''.join(items)}</dl>" if items else ""


def _e(text: object) -> str:
    return html.escape(str(text))
