"""The days that a bucket's label stands for: where a bucket without a count is marked."""

from __future__ import annotations

from typing import Final

import pandas as pd

from metrics.answer import Answer
from metrics.periods import frequency
from metrics.query import Grain

SPAN_COLUMNS: Final = ("covers_from", "covers_to")


def bucket_span(label: str, *, answer: Answer) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day of a bucket. A reporting year begins in the month of the Answer's origin."""
    grain = answer.query.grain
    if grain is Grain.AS_PUBLISHED:
        return pd.Timestamp(label), pd.Timestamp(label)
    if grain is Grain.REPORTING_YEAR:
        start = pd.Timestamp(year=int(label), month=answer.origin.month, day=1)
        return start, start + pd.DateOffset(years=1) - pd.Timedelta(days=1)
    bucket = pd.Period(label.replace("-Q", "Q"), freq=frequency(grain, first_month=1))
    return bucket.start_time, bucket.end_time.normalize()


def covered_span(row: pd.Series, *, answer: Answer) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day that a bar covers: the interval of its value, else its bucket."""
    start, end = (row[column] for column in SPAN_COLUMNS)
    if pd.isna(start) or pd.isna(end):
        start, end = row["period_start"], row["period_end"]
    if pd.isna(start) or pd.isna(end):
        return bucket_span(str(row["bucket"]), answer=answer)
    return start, end
