"""The small tables as they were known: what was judged, what changed, what was sealed by then."""

from __future__ import annotations

from typing import Final

import pandas as pd

from metrics.counts.candidates import Clocks
from metrics.counts.published import published_counts
from metrics.query.caching import cached
from validation import Dataset
from validation.models import OBSERVATION_KEY

OF_THE_COUNT: Final = [
    "line",
    "value",
    "value_to",
    "qualifier",
    "is_answered",
    "since",
    "publisher",
    "published",
    "locator",
    "note",
]


@cached
def corrections_known(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    """Corrections recorded by the edition, of documents that were published by the day of knowledge.

    Of several on one observation the one recorded last. With the columns OF_THE_COUNT of the count that each
    leaves out.
    """
    key = list(OBSERVATION_KEY)
    corrections = dataset.corrections.merge(
        published_counts(dataset).reset_index()[[*key, *OF_THE_COUNT]], on=key, how="left"
    )
    published = corrections["source_id"].map(dataset.sources.set_index("source_id")["published"])
    is_recorded = corrections["recorded"] <= pd.Timestamp(clocks.edition)
    known = corrections[is_recorded & (published <= pd.Timestamp(clocks.known_on))]
    return known.sort_values("recorded", kind="stable").drop_duplicates(key, keep="last").sort_index()


@cached
def breaks_known(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    """Breaks in series recorded by the edition, that had happened by the day of knowledge."""
    breaks = dataset.breaks
    is_recorded = breaks["recorded"] <= pd.Timestamp(clocks.edition)
    return breaks[is_recorded & (breaks["date"] <= pd.Timestamp(clocks.known_on))]


@cached
def editions_known(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    """Editions that were sealed by the edition."""
    return dataset.editions[dataset.editions["day"] <= pd.Timestamp(clocks.edition)]
