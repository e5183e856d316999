"""The days that a value covers: the place of its bar, and its width."""

from __future__ import annotations

from itertools import pairwise

from metrics.answer.answer import Answer
from metrics.answer.buckets import Span, bucket_span
from metrics.answer.rows import Row
from metrics.query.days import ONE_DAY
from metrics.query.query import Grain


def covered_span(row: Row, *, answer: Answer, as_bucket: bool) -> Span:
    """First and last day that a bar covers: its bucket, or the time that its value really covers.

    As published a bucket is a day, so a bar takes the time of its value. A difference begins on the day
    after the total that it starts from.
    """
    if as_bucket and answer.query.grain is not Grain.AS_PUBLISHED:
        return bucket_span(row.bucket, answer=answer)
    if row.covers_from and row.covers_to:
        return min(row.covers_from + ONE_DAY, row.covers_to), row.covers_to
    if row.period_start and row.period_end:
        return row.period_start, row.period_end
    return bucket_span(row.bucket, answer=answer)


def overlap(spans: list[Span]) -> bool:
    """Whether any two of the spans share a day."""
    ordered = sorted(spans)
    return any(later[0] <= earlier[1] for earlier, later in pairwise(ordered))
