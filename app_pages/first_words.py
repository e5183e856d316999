"""The headline counts as plain HTML: on the screen before a script has run, and where none ever does."""

from __future__ import annotations

import html
from functools import lru_cache
from typing import Final

from app_pages.headline_cards import as_of, headlines, source
from metrics.phrasing import quantity
from metrics.query import Query
from validation import Dataset

KEPT: Final = 64


@lru_cache(maxsize=KEPT)
def headline_words(dataset: Dataset, query: Query) -> str:
    """Each headline with its number, its day and its document, escaped; empty where none is known."""
    found = headlines(dataset, query, dataset.settings.headline_metrics)
    lines = [
        (
            headline.answer.metrics.loc[headline.row.metric, "label"],
            quantity(headline.row.value, headline.row.qualifier),
            f"{as_of(headline)}. {source(headline)}",
        )
        for headline in found
    ]
    items = [
        f"<div><dt>{_e(label)}</dt><dd><b>{_e(number)}</b> {_e(rest)}</dd></div>"
        for label, number, rest in lines
    ]
    return f"<dl>{''.join(items)}</dl>" if items else ""


def _e(text: object) -> str:
    return html.escape(str(text))
