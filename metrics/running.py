"""Stocks and running totals: what stood on a date, and what was documented by then."""

from __future__ import annotations

import pandas as pd

from metrics.answer import Status
from metrics.candidates import SERIES_PARTS, Clocks, counts_in_question, is_excluded
from metrics.derived import with_derived_released
from metrics.periods import frequency
from metrics.query import Grain, Query
from metrics.records import column_of_tuples
from metrics.winners import winner_of_each_bucket, winner_of_each_period
from validation import Dataset


def running_counts(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """All that may stand for a stock, or for a flow's running total since the origin, up to `to`.

    Adds `status`, `inputs` (the lines that a derived value rests on) and `formula`. A flow that starts
    on another day than the origin is no running total and is left out.
    """
    counts = counts_in_question(dataset, query, clocks)
    counts = counts[~is_excluded(counts, clocks) & (counts["period_end"] <= clocks.end)]
    origin = pd.Timestamp(dataset.settings.origin)
    is_total = (counts["basis"] == "documented") & (counts["period_start"] == origin)
    kept = counts.loc[(counts["basis"] == "") | is_total, SERIES_PARTS]
    held_back = kept["qualifier"] == "suppressed"
    kept = kept.assign(
        status=held_back.map({True: str(Status.SUPPRESSED), False: str(Status.REPORTED)}),
        inputs=column_of_tuples(((line,) for line in kept.index), kept.index),
        formula="",
    )
    return with_derived_released(kept, dataset=dataset, query=query, clocks=clocks)


def running_winners(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """One count for each period, with the bucket that its end falls into (NaT as published)."""
    winners = winner_of_each_period(running_counts(dataset, query, clocks))
    return in_buckets(winners, query.grain, first_month=dataset.settings.reporting_year_first_month)


def in_buckets(counts: pd.DataFrame, grain: Grain, *, first_month: int) -> pd.DataFrame:
    """The counts with the `bucket` that their period ends in; as published, each day is its own bucket."""
    if grain is Grain.AS_PUBLISHED:
        return counts.assign(bucket=counts["period_end"])
    freq = frequency(grain, first_month=first_month)
    return counts.assign(bucket=counts["period_end"].dt.to_period(freq))


def running_series(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """The measures `level` and `total`: one value for each bucket, whose own date may be earlier."""
    winners = running_winners(dataset, query, clocks)
    return winner_of_each_bucket(winners[winners["period_end"] >= clocks.start])
