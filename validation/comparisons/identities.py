"""Documents that print a whole and all its parts for one day."""

from __future__ import annotations

import pandas as pd

from validation.dataset import Identity
from validation.tables import Tables

ONE_DOCUMENT = ["source_id", "counted_by", "place", "group", "sex", "age", "detail", "period_end"]


def complete_sets(*, tables: Tables, identity: Identity) -> pd.DataFrame:
    """A row for each document and day that prints the whole and all parts as exact running values.

    Columns: those that say which document and day, `published`, `publisher`, and for each metric its
    value under its name and its line under `<metric> line`.
    """
    rows = tables.running[tables.running["qualifier"] == "exact"]
    sets = None
    for metric in (identity.whole, *identity.parts):
        counts = rows.loc[
            rows["metric"] == metric, [*ONE_DOCUMENT, "published", "publisher", "value", "line"]
        ]
        counts = counts.rename(columns={"value": metric, "line": f"{metric} line"})
        sets = (
            counts
            if sets is None
            else sets.merge(counts.drop(columns=["published", "publisher"]), on=ONE_DOCUMENT)
        )
    return pd.DataFrame() if sets is None else sets
