"""The days of a bucket, by its label."""

from __future__ import annotations

from datetime import date

from metrics.answer.answer import Answer
from metrics.query.periods import calendar_of
from metrics.query.query import Grain

Span = tuple[date, date]  # first and last day
# All places of a question have the same buckets.


def bucket_span(label: str, *, answer: Answer) -> Span:
    """First and last day of a bucket. A reporting year begins in the month that the dataset sets."""
    grain = answer.query.grain
    if grain is Grain.AS_PUBLISHED:
        first, _slash, last = label.partition("/")
        return date.fromisoformat(first), date.fromisoformat(last or first)
    return _span(label, grain, answer.reporting_year_first_month)


def _span(label: str, grain: Grain, first_month: int) -> Span:
    calendar = calendar_of(grain, first_month=first_month)
    start = _first_day(label, months=calendar.months, first_month=calendar.first_month)
    return start, calendar.last_day(calendar.bucket_of(start))


def _first_day(label: str, *, months: int, first_month: int) -> date:
    """Of `2024-03` the third month, of `2024-Q3` the seventh, of `2024` the first one of its year."""
    year, _dash, within = label.partition("-")
    number = int(within.removeprefix("Q")) if within else 1
    return date(int(year), first_month + (number - 1) * months, 1)
