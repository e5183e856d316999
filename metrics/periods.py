"""Months, quarters, years and reporting years: which bucket a day falls into, and what it is called."""

from __future__ import annotations

from datetime import date
from typing import Final

import pandas as pd

from metrics.query import Grain

MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def frequency(grain: Grain, *, first_month: int) -> str:
    """The pandas frequency of a grain; a reporting year is a year that ends before `first_month`."""
    if grain is Grain.MONTH:
        return "M"
    if grain is Grain.QUARTER:
        return "Q"
    if grain is Grain.YEAR:
        return "Y-DEC"
    return f"Y-{MONTHS[first_month - 2]}"


def label(bucket: pd.Period) -> str:
    """A bucket's name: `2024-01`, `2024-Q1`, `2024`; a reporting year is named by the year it starts in."""
    if bucket.freqstr == "M":
        return f"{bucket.year}-{bucket.month:02d}"
    if bucket.freqstr.startswith("Q"):
        return f"{bucket.year}-Q{bucket.quarter}"
    return str(bucket.start_time.year)


def first_and_last_day(bucket: pd.Period) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days between which a bucket lies, both included."""
    return bucket.start_time, bucket.end_time.normalize()


def buckets_between(start: pd.Timestamp, end: pd.Timestamp, *, freq: str) -> pd.PeriodIndex:
    """All buckets that share a day with the time from `start` to `end`."""
    return pd.period_range(start, end, freq=freq)


def whole_buckets_between(start: pd.Timestamp, end: pd.Timestamp, *, freq: str) -> pd.PeriodIndex:
    """All buckets that lie within the time from `start` to `end`, both included."""
    buckets = buckets_between(start, end, freq=freq)
    inside = (buckets.start_time >= start) & (buckets.end_time.normalize() <= end)
    return buckets[inside]


def bounds_between(
    start: date, end: date, grain: Grain, *, first_month: int
) -> tuple[list[date], list[date]]:
    """The first days and the last days of all buckets that share a day with the time, oldest first."""
    buckets = buckets_between(
        pd.Timestamp(start), pd.Timestamp(end), freq=frequency(grain, first_month=first_month)
    )
    days = [first_and_last_day(bucket) for bucket in buckets]
    return [first.date() for first, _last in days], [last.date() for _first, last in days]


def grain_of_period(start: pd.Timestamp, end: pd.Timestamp, *, first_month: int) -> Grain:
    """The grain of which a period is one whole bucket; as published where it is none."""
    for grain in Grain:
        if grain is not Grain.AS_PUBLISHED:
            bucket = pd.Period(end, freq=frequency(grain, first_month=first_month))
            if (bucket.start_time, bucket.end_time.normalize()) == (start, end):
                return grain
    return Grain.AS_PUBLISHED
