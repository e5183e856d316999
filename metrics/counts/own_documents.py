"""How many of a counter's figures stand in its own documents, and how many others reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from metrics.counts.candidates import clocks_of
from metrics.counts.listings import Standing, known_counts
from metrics.query.caching import cached
from metrics.query.query import Query
from validation import Dataset

RECENT: Final = pd.DateOffset(years=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class FromOwnDocuments:
    """Of `figures` figures, how many are from the counter's own documents.

    since: the first day that is looked at; None where all are.
    """

    own: int
    figures: int
    since: date | None


@cached
def from_own_documents(dataset: Dataset, query: Query) -> tuple[FromOwnDocuments, ...]:
    """Of all that is known of the counter, then of what is for the newest two years, if that is not all.

    What a correction leaves out is not among them. Empty where the counter has no figure.
    """
    counts = known_counts(dataset, clocks_of(dataset, query))
    is_meant = (counts["counted_by"] == query.counted_by) & (counts["standing"] != str(Standing.EXCLUDED))
    return tuple(_shares(counts[is_meant]))


def _shares(counts: pd.DataFrame) -> Iterator[FromOwnDocuments]:
    if counts.empty:
        return
    yield _share(counts, since=None)
    since = counts["period_end"].max() - RECENT
    recent = counts[counts["period_end"] >= since]
    if len(recent) < len(counts):
        yield _share(recent, since=since.date())


def _share(counts: pd.DataFrame, *, since: date | None) -> FromOwnDocuments:
    own = int((counts["publisher"] == counts["counted_by"]).sum())
    return FromOwnDocuments(own=own, figures=len(counts), since=since)
