"""Newly documented: the difference of two running totals, and the time that it really covers."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from metrics.answer import Status
from metrics.candidates import Clocks
from metrics.phrasing import day, number
from metrics.query import Grain, Query
from metrics.records import rows_of
from metrics.running import running_winners
from metrics.winners import SERIES, winner_of_each_bucket
from validation import Dataset

PREVIOUS: Final = ["value", "period_end", "source_id", "bucket", "inputs"]


def newly_documented_series(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """The difference between a bucket's running total and the last one before it.

    Not what happened in between: cases are documented late. A bound enters no difference, so each side is
    the last exact total of its bucket. The first exact total has nothing to be subtracted from and gives
    no row. A negative difference is a revision of the total: it stays, and says so.
    """
    winners = running_winners(dataset, query, clocks)
    exact = winner_of_each_bucket(winners[winners["qualifier"] == "exact"])
    later = exact.sort_values([*SERIES, "period_end"])
    previous = later.groupby(SERIES)[PREVIOUS].shift()
    rows = later.join(previous.add_suffix("_before"))
    rows = rows[rows["value_before"].notna() & (rows["period_end"] >= clocks.start)]
    return rows.assign(
        buckets_between=_buckets_between(rows, query.grain),
        covers_from=rows["period_end_before"],
        covers_to=rows["period_end"],
        value=rows["value"] - rows["value_before"],
        status=str(Status.DERIVED),
        inputs=rows["inputs"] + rows["inputs_before"],
        formula=[_formula(row) for row in rows_of(rows)],
    )


def _buckets_between(rows: pd.DataFrame, grain: Grain) -> list[int]:
    """How many buckets without an exact total a difference reaches over."""
    if grain is Grain.AS_PUBLISHED:
        return [0] * len(rows)
    pairs = zip(rows["bucket"], rows["bucket_before"], strict=True)
    return [bucket.ordinal - before.ordinal - 1 for bucket, before in pairs]


def _formula(row: Any) -> str:
    return (
        f"{number(row.value)} on {day(row.period_end)} ({row.source_id})"
        f" - {number(row.value_before)} on {day(row.period_end_before)} ({row.source_id_before})"
    )
