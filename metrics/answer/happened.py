"""Happened in the period: a publisher's own count for a period, by date of event."""

from __future__ import annotations

from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row, row_of
from metrics.counts.count import Count
from metrics.counts.selection import selected_of_each_bucket, selected_of_each_period
from metrics.query.days import date_of


def happened_rows(inputs: Inputs, metric: str, place: str) -> list[Row]:
    """Counts for periods that lie within `from` and `to`; in a grain, for exactly one of its buckets."""
    selected = selected_of_each_period(_inside(inputs, metric, place))
    calendar = inputs.calendar
    if calendar is None:
        # By day and not by bucket: two periods may end on one day.
        in_time = sorted(selected, key=lambda count: (count.period_end, count.first_day))
        return [row_of(count, count.period_end, _interval(count)) for count in in_time]
    whole = [count for count in selected if calendar.is_whole(count.first_day, count.period_end)]
    buckets = selected_of_each_bucket(whole, calendar.bucket_of)
    return [row_of(count, bucket, inputs.label_of(bucket)) for bucket, count in buckets.items()]


def _inside(inputs: Inputs, metric: str, place: str) -> list[Count]:
    days = inputs.clocks.days
    return [
        count
        for count in inputs.candidates.usable[metric, place]
        if count.basis == "happened" and days.start <= count.first_day and count.period_end <= days.end
    ]


def _interval(count: Count) -> str:
    """An ISO 8601 interval."""
    return f"{date_of(count.first_day)}/{date_of(count.period_end)}"
