"""Buckets by months are the buckets of pandas' periods."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.query.periods import Calendar, bounds_between, calendar_of
from metrics.query.query import Grain
from validation import ReportingYear

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
GRAINS = st.sampled_from([grain for grain in Grain if grain is not Grain.AS_PUBLISHED])
FIRST_MONTHS = st.integers(1, 12)


def day(text: str) -> date:
    return date.fromisoformat(text)


def frequency(grain: Grain, first_month: int) -> str:
    """A reporting year is a year that ends with the month before its first one."""
    by_grain = {Grain.MONTH: "M", Grain.QUARTER: "Q", Grain.YEAR: "Y-DEC"}
    return by_grain.get(grain, f"Y-{MONTHS[first_month - 2]}")


def buckets(calendar: Calendar, numbers: range) -> list[tuple[date, date]]:
    return [(calendar.first_day(number), calendar.last_day(number)) for number in numbers]


def periods(found: pd.PeriodIndex) -> list[tuple[date, date]]:
    return [(period.start_time.date(), period.end_time.date()) for period in found]


@pytest.mark.parametrize(
    ("grain", "on", "label", "first", "last"),
    [
        (Grain.MONTH, "2024-02-29", "2024-02", "2024-02-01", "2024-02-29"),
        (Grain.QUARTER, "2024-02-29", "2024-Q1", "2024-01-01", "2024-03-31"),
        (Grain.QUARTER, "2024-10-01", "2024-Q4", "2024-10-01", "2024-12-31"),
        (Grain.YEAR, "2024-12-31", "2024", "2024-01-01", "2024-12-31"),
        (Grain.REPORTING_YEAR, "2024-01-31", "2023", "2023-02-01", "2024-01-31"),  # its last day
        (Grain.REPORTING_YEAR, "2024-02-01", "2024", "2024-02-01", "2025-01-31"),  # the day after
    ],
)
def test_bucket_of_a_day(grain: Grain, on: str, label: str, first: str, last: str):
    calendar = calendar_of(grain, ReportingYear(first_month=2))
    bucket = calendar.bucket_of(day(on))
    assert calendar.label(bucket) == label
    assert (calendar.first_day(bucket), calendar.last_day(bucket)) == (day(first), day(last))


def test_whole_buckets_lie_within_the_time():
    calendar = calendar_of(Grain.MONTH, ReportingYear(first_month=2))
    whole = calendar.whole_between(day("2024-01-02"), day("2024-03-31"))
    assert [calendar.label(bucket) for bucket in whole] == ["2024-02", "2024-03"]


def test_time_shorter_than_a_bucket_has_no_whole_one():
    calendar = calendar_of(Grain.YEAR, ReportingYear(first_month=2))
    assert list(calendar.whole_between(day("2024-01-02"), day("2024-12-30"))) == []


@given(GRAINS, FIRST_MONTHS, DAYS)
def test_bucket_of_a_day_is_the_period_of_pandas(grain: Grain, first_month: int, on: date):
    calendar = calendar_of(grain, ReportingYear(first_month=first_month))
    bucket = calendar.bucket_of(on)
    period = pd.Period(on, freq=frequency(grain, first_month))
    assert calendar.first_day(bucket) == period.start_time.date()
    assert calendar.last_day(bucket) == period.end_time.date()
    assert calendar.is_whole(calendar.first_day(bucket), calendar.last_day(bucket))


@given(GRAINS, FIRST_MONTHS, DAYS, st.integers(-40, 1500))
def test_buckets_between_two_days_are_the_periods_of_pandas(
    grain: Grain, first_month: int, start: date, length: int
):
    first, last = start, start + timedelta(days=length)
    calendar = calendar_of(grain, ReportingYear(first_month=first_month))
    found = pd.period_range(
        pd.Timestamp(start),
        pd.Timestamp(last),
        freq=frequency(grain, first_month),
    )
    assert buckets(calendar, calendar.between(first, last)) == periods(found)
    whole = [(begin, end) for begin, end in periods(found) if first <= begin and end <= last]
    assert buckets(calendar, calendar.whole_between(first, last)) == whole


@given(GRAINS, FIRST_MONTHS, DAYS, st.integers(0, 1500))
def test_bounds_leave_no_day_out(grain: Grain, first_month: int, start: date, length: int):
    end = start + timedelta(days=length)
    firsts, lasts = bounds_between(start, end, grain, ReportingYear(first_month=first_month))
    assert firsts[0] <= start
    assert end <= lasts[-1]
    assert firsts[1:] == [last + timedelta(days=1) for last in lasts[:-1]]


@given(GRAINS, FIRST_MONTHS, DAYS, st.booleans())
def test_a_label_leads_back_to_its_bucket(grain: Grain, first_month: int, on: date, by_end: bool):
    calendar = calendar_of(grain, ReportingYear(first_month=first_month, named_by_its_end=by_end))
    bucket = calendar.bucket_of(on)
    assert calendar.first_day_of(calendar.label(bucket)) == calendar.first_day(bucket)


def test_a_fiscal_year_is_named_by_the_year_in_which_it_ends():
    fiscal = calendar_of(Grain.REPORTING_YEAR, ReportingYear(first_month=10, named_by_its_end=True))
    assert fiscal.label(fiscal.bucket_of(day("2020-10-01"))) == "2021"
    assert fiscal.label(fiscal.bucket_of(day("2021-09-30"))) == "2021"
    assert fiscal.first_day_of("2021") == day("2020-10-01")
    by_start = calendar_of(Grain.REPORTING_YEAR, ReportingYear(first_month=10))
    assert by_start.label(by_start.bucket_of(day("2020-10-01"))) == "2020"
    calendar_year = calendar_of(Grain.REPORTING_YEAR, ReportingYear(first_month=1, named_by_its_end=True))
    assert calendar_year.label(calendar_year.bucket_of(day("2021-12-31"))) == "2021"
