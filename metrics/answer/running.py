"""Stocks and running totals: what stood on a date, and what was documented by then."""

from __future__ import annotations

from metrics.answer.derived import RELEASED, derived_released
from metrics.answer.inputs import Material
from metrics.answer.rows import Row, row_of
from metrics.counts.count import Count
from metrics.counts.selection import winner_of_each_bucket, winner_of_each_period


def running_winners(material: Material, metric: str, place: str) -> list[Count]:
    """One count for each period of a stock, or of a flow's running total since the origin, up to `to`."""
    counts = [
        count
        for count in material.candidates.usable[metric, place]
        if count.period_end <= material.clocks.days.end and (not count.basis or material.is_total(count))
    ]
    if metric == RELEASED:
        counts += derived_released(material, place, printed=counts)
    return winner_of_each_period(counts)


def running_rows(material: Material, metric: str, place: str) -> list[Row]:
    """The measures `level` and `total`: one value for each bucket, whose own date may be earlier."""
    start = material.clocks.days.start
    inside = [count for count in running_winners(material, metric, place) if count.period_end >= start]
    buckets = winner_of_each_bucket(inside, material.bucket_of)
    return [row_of(count, bucket, material.label_of(bucket)) for bucket, count in buckets.items()]
