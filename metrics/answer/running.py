"""Stocks and running totals: what stood on a date, and what was documented by then."""

from __future__ import annotations

from metrics.answer.derived import RELEASED, derived_released
from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row, row_of
from metrics.counts.count import Count
from metrics.counts.selection import selected_of_each_bucket, selected_of_each_period


def selected_totals(inputs: Inputs, metric: str, place: str) -> list[Count]:
    """One count for each period of a stock, or of a flow's running total since the origin, up to `to`."""
    counts = [
        count
        for count in inputs.candidates.usable[metric, place]
        if count.period_end <= inputs.clocks.days.end and (not count.basis or inputs.is_total(count))
    ]
    if metric == RELEASED:
        counts += derived_released(inputs, place, printed=counts)
    return selected_of_each_period(counts)


def running_rows(inputs: Inputs, metric: str, place: str) -> list[Row]:
    """The measures `level` and `total`: one value for each bucket, whose own date may be earlier."""
    start = inputs.clocks.days.start
    inside = [count for count in selected_totals(inputs, metric, place) if count.period_end >= start]
    buckets = selected_of_each_bucket(inside, inputs.bucket_of)
    return [row_of(count, bucket, inputs.label_of(bucket)) for bucket, count in buckets.items()]
