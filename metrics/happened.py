"""Happened in the period: a publisher's own count for a period, by date of event."""

from __future__ import annotations

import pandas as pd

from metrics.answer import Status
from metrics.candidates import SERIES_PARTS, Clocks, counts_in_question, is_excluded
from metrics.periods import frequency
from metrics.query import Grain, Query
from metrics.records import column_of_tuples
from metrics.winners import winner_of_each_bucket, winner_of_each_period
from validation import Dataset


def happened_series(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """Counts for periods that lie within `from` and `to`; in a grain, for exactly one of its buckets."""
    counts = counts_in_question(dataset, query, clocks)
    inside = (counts["period_start"] >= clocks.start) & (counts["period_end"] <= clocks.end)
    happened = ~is_excluded(counts, clocks) & (counts["basis"] == "happened") & inside
    counts = counts.loc[happened, SERIES_PARTS]
    held_back = counts["qualifier"] == "suppressed"
    winners = winner_of_each_period(
        counts.assign(
            status=held_back.map({True: str(Status.SUPPRESSED), False: str(Status.REPORTED)}),
            inputs=column_of_tuples(((line,) for line in counts.index), counts.index),
            formula="",
        )
    )
    if query.grain is Grain.AS_PUBLISHED:
        return winners.assign(bucket=_intervals(winners))
    freq = frequency(query.grain, first_month=dataset.settings.reporting_year_first_month)
    return winner_of_each_bucket(_of_whole_buckets(winners, freq))


def _of_whole_buckets(winners: pd.DataFrame, freq: str) -> pd.DataFrame:
    buckets = winners["period_end"].dt.to_period(freq)
    starts = winners["period_start"] == buckets.dt.start_time
    ends = winners["period_end"] == buckets.dt.end_time.dt.normalize()
    whole: pd.DataFrame = winners.assign(bucket=buckets)[starts & ends]
    return whole


def _intervals(winners: pd.DataFrame) -> pd.Series:
    """ISO 8601 intervals, since two periods may end on one day."""
    days = "%Y-%m-%d"
    intervals: pd.Series = (
        winners["period_start"].dt.strftime(days) + "/" + winners["period_end"].dt.strftime(days)
    )
    return intervals
