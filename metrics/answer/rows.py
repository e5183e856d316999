"""The rows of an answer, one by one, as plain tuples."""

from __future__ import annotations

from math import nan
from typing import NamedTuple

from metrics.counts.count import Count
from metrics.query.days import Day


class Row(NamedTuple):
    """One value of an answer, or a bucket without one, with what its note is made of."""

    metric: str
    place: str
    number: int  # of its bucket, by which buckets follow one another
    bucket: str
    period_start: Day | None = None
    period_end: Day | None = None
    covers_from: Day | None = None
    covers_to: Day | None = None
    value: float = nan  # where it is held back, or there is none
    qualifier: str = ""
    status: str = ""
    source_id: str = ""
    published: Day | None = None
    note: str = ""
    formula: str = ""
    lines: tuple[int, ...] = ()  # the lines of observations.csv that it rests on
    buckets_between: int = 0  # those without an exact total that a difference reaches over
    is_revision: bool = False
    is_uneven: bool = False
    has_conflict: bool = False


def row_of(count: Count, number: int, bucket: str) -> Row:
    """The row of a count as it was published, or derived."""
    return Row(
        metric=count.series.metric,
        place=count.series.place,
        number=number,
        bucket=bucket,
        period_start=count.period_start,
        period_end=count.period_end,
        value=count.value,
        qualifier=count.qualifier,
        status=count.status,
        source_id=count.source_id,
        published=count.published,
        note=count.note,
        formula=count.formula,
        lines=count.lines,
    )
