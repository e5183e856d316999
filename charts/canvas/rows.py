"""The rows of an Answer as marks and words need them, read out of its frame once."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from charts.canvas.records import records, values_of
from metrics.answer.answer import Answer
from metrics.answer.buckets import bucket_span
from metrics.query.caching import cached

# A figure asks for them some ten times while it is made; few answers have more than two figures.
KEPT_READINGS: Final = 64


class Row(NamedTuple):
    """One row of an Answer: its columns of these names, its label, and the day on which it is drawn."""

    label: int
    day: date  # its own, or the last of its bucket
    metric: str
    place: str
    bucket: str
    period_start: date | None
    period_end: date | None
    covers_from: date | None
    covers_to: date | None
    value: float | None
    qualifier: str
    status: str


@cached(most=KEPT_READINGS)
def rows_of(answer: Answer) -> tuple[Row, ...]:
    """All rows, in the order of the Answer."""
    frame = answer.rows
    ends = zip(values_of(frame["period_end"]), values_of(frame["bucket"]), strict=True)
    days = [bucket_span(bucket, answer=answer)[1] if end is None else end for end, bucket in ends]
    return records(frame, Row, label=frame.index.tolist(), day=days)
