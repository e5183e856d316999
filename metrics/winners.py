"""Of several counts for one period, or one bucket, the one that stands; the others are its vintages."""

from __future__ import annotations

from typing import Final

import pandas as pd

SERIES: Final = ["metric", "place"]
PERIOD: Final = [*SERIES, "period_start", "period_end"]

# An exact value beats a bound, and a bound beats a value that is held back.
STRENGTH: Final = {"exact": 0, "at_least": 1, "about": 1, "up_to": 1, "suppressed": 2}


def ranked(counts: pd.DataFrame) -> pd.DataFrame:
    """The counts with `strength`, best first within each period.

    Order of standing: exact before bound; published last; the counter's own document before a relay; the
    higher source_id, so that the order never depends on the order of the rows.
    """
    ranks = counts.assign(strength=counts["qualifier"].map(STRENGTH))
    return ranks.sort_values(
        [*PERIOD, "strength", "published", "is_own", "source_id"],
        ascending=[True, True, True, True, True, False, False, False],
        kind="stable",
    )


def winner_of_each_period(counts: pd.DataFrame) -> pd.DataFrame:
    """One count for each period, by the order of `ranked`."""
    return ranked(counts).drop_duplicates(PERIOD)


def winner_of_each_bucket(winners: pd.DataFrame) -> pd.DataFrame:
    """One count for each bucket: the last exact one, else the last bound (column `bucket` is given)."""
    ordered = winners.sort_values(
        [*SERIES, "bucket", "strength", "period_end"], ascending=[True, True, True, True, False], kind="stable"
    )
    return ordered.drop_duplicates([*SERIES, "bucket"])


def rival_values(counts: pd.DataFrame) -> pd.Series:
    """The other exact values printed for a winner's period, by the winner's line: `{line: [(value, source)]}`."""
    exact = ranked(counts[counts["qualifier"] == "exact"])
    differing = exact[exact.groupby(PERIOD, dropna=False)["value"].transform("nunique") > 1]
    rivals = {}
    for _, group in differing.groupby(PERIOD, dropna=False):
        shown = group.iloc[0]
        others = group[group["value"] != shown["value"]]
        rivals[group.index[0]] = list(zip(others["value"], others["source_id"], strict=True))
    return pd.Series(rivals, dtype=object)
