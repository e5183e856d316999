"""The days that a bucket's label or a value stands for: where a bar stands and how wide it is."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pandas as pd

from charts.records import Row
from metrics.answer import Answer
from metrics.query import Grain

Span = tuple[pd.Timestamp, pd.Timestamp]  # first and last day
ONE_DAY: Final = pd.Timedelta(days=1)
FREQUENCIES: Final = {Grain.MONTH: "M", Grain.QUARTER: "Q", Grain.YEAR: "Y"}  # as pandas calls them


def bucket_span(label: str, *, answer: Answer) -> Span:
    """First and last day of a bucket. A reporting year begins in the month that the dataset sets."""
    grain = answer.query.grain
    if grain is Grain.AS_PUBLISHED:
        first, _slash, last = label.partition("/")
        return pd.Timestamp(first), pd.Timestamp(last or first)
    if grain is Grain.REPORTING_YEAR:
        start = pd.Timestamp(year=int(label), month=answer.reporting_year_first_month, day=1)
        return start, start + pd.DateOffset(years=1) - ONE_DAY
    bucket = pd.Period(label.replace("-Q", "Q"), freq=FREQUENCIES[grain])
    return bucket.start_time, bucket.end_time.normalize()


def covered_span(row: Row, *, answer: Answer, as_bucket: bool) -> Span:
    """First and last day that a bar covers: its bucket, or the time that its value really covers.

    As published a bucket is a day, so a bar takes the time of its value. A difference begins on the day
    after the total that it starts from.
    """
    if as_bucket and answer.query.grain is not Grain.AS_PUBLISHED:
        return bucket_span(str(row["bucket"]), answer=answer)
    if pd.notna(row["covers_from"]) and pd.notna(row["covers_to"]):
        return min(row["covers_from"] + ONE_DAY, row["covers_to"]), row["covers_to"]
    if pd.notna(row["period_start"]) and pd.notna(row["period_end"]):
        return row["period_start"], row["period_end"]
    return bucket_span(str(row["bucket"]), answer=answer)


def overlap(spans: list[Span]) -> bool:
    """Whether any two of the spans share a day."""
    ordered = sorted(spans)
    return any(later[0] <= earlier[1] for earlier, later in pairwise(ordered))
