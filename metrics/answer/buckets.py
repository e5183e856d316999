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
    calendar = calendar_of(grain, answer.reporting_year)
    start = calendar.first_day_of(label)
    return start, calendar.last_day(calendar.bucket_of(start))
