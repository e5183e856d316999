"""The rows of an answer: frozen, with real days, and None for what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from metrics.counts.count import Count
from metrics.query.query import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One value of an answer, or a bucket without one; whatever shows a number shows one of these.

    label, day: its place among the rows of its answer, and the day on which it is drawn: its own, or the last
        of its bucket. Both are set when the answer is complete.
    value: None where it is held back, or there is none: read `status` first.
    lines: the lines of observations.csv that it rests on.
    """

    metric: str
    place: str
    number: int  # of its bucket, by which buckets follow one another
    bucket: str
    status: Status
    period_start: date | None = None
    period_end: date | None = None
    covers_from: date | None = None
    covers_to: date | None = None
    value: float | None = None
    value_to: float | None = None  # the upper end of a range
    qualifier: str = ""
    source_id: str = ""
    published: date | None = None
    note: str = ""
    formula: str = ""
    lines: tuple[int, ...] = ()
    buckets_between: int = 0  # those without an exact total that a difference reaches over
    is_revision: bool = False
    is_uneven: bool = False
    has_conflict: bool = False
    label: int = 0
    day: date = date.min

    @property
    def covers(self) -> tuple[date, date]:
        """The days of the two totals that a difference lies between.

        Raises NoValueError for a row that is no difference.
        """
        if self.covers_from is None or self.covers_to is None:
            raise NoValueError(f"{self.metric} {self.place} {self.bucket} is no difference")
        return self.covers_from, self.covers_to


class NoValueError(ValueError):
    """A row has no value."""


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
        value_to=count.value_to,
        qualifier=count.qualifier,
        status=Status(count.status),
        source_id=count.source_id,
        published=count.published,
        note=count.note,
        formula=count.formula,
        lines=count.lines,
    )


def value_of(row: Row) -> float:
    """The value of a row that has one.

    Raises NoValueError for a row without: who adds and divides has looked before.
    """
    if row.value is None:
        raise NoValueError(f"{row.metric} {row.place} {row.bucket} is {row.status}")
    return row.value
