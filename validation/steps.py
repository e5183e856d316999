"""From one day of a series to the next: what the checks of growth compare."""

from __future__ import annotations

import pandas as pd


def steps(*, values: pd.DataFrame) -> pd.DataFrame:
    """Each day's lowest value beside the highest value of the day before it in the series.

    Columns: those of the lowest value, `low`, `lines`, and `before`, `day_before`, `lines_before`.
    The first day of a series has nothing before it and gives no row.
    """
    by = ["series", "period_end"]
    low = values.drop_duplicates(by, keep="first")
    high = values.drop_duplicates(by, keep="last").set_index(low.index)
    earlier = high.groupby("series")[["value", "period_end", "lines"]].shift()
    pairs = low.rename(columns={"value": "low"}).assign(
        before=earlier["value"], day_before=earlier["period_end"], lines_before=earlier["lines"]
    )
    pairs = pairs[pairs["before"].notna()]
    return pairs.astype({"before": "int64"})
