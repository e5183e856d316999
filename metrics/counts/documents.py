"""What each document contributed: how many of its counts stand, were superseded, or are left out."""

from __future__ import annotations

from typing import Final

import pandas as pd

from metrics.counts.candidates import Clocks
from metrics.counts.listings import Standing, known_counts
from metrics.query.caching import cached
from validation import Dataset

CONTRIBUTED: Final = [str(standing) for standing in Standing]


@cached
def documents(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    """Every document known by the clocks, newest first.

    Columns of `sources.csv`, `publisher_name`, and the number of counts by standing (`stands`,
    `superseded`, `excluded`); zero is a number here, since every document's counts are recorded.
    """
    sources = dataset.sources
    is_published = sources["published"] <= pd.Timestamp(clocks.known_on)
    known = sources[is_published & (sources["recorded"] <= pd.Timestamp(clocks.edition))]
    counts = known_counts(dataset, clocks)
    contributed = pd.crosstab(counts["source_id"], counts["standing"]).reindex(
        columns=CONTRIBUTED, fill_value=0
    )
    names = dataset.organisations.set_index("organisation")["name"]
    listed = known.assign(publisher_name=known["publisher"].map(names)).join(contributed, on="source_id")
    listed[CONTRIBUTED] = listed[CONTRIBUTED].fillna(0).astype(int)
    return listed.sort_values(["published", "source_id"], ascending=False, kind="stable")


@cached
def counts_of_document(dataset: Dataset, clocks: Clocks, source_id: str) -> pd.DataFrame:
    """All counts of a document, those of its events included, each with its standing."""
    counts = known_counts(dataset, clocks)
    return counts[counts["source_id"] == source_id]
