"""Inputs for computing one answer, and what is computed with them: rows, and the counts behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from metrics.answer.rows import Row
from metrics.counts.candidates import Candidates, Clocks
from metrics.counts.count import Count
from metrics.counts.typed_rows import Break
from metrics.query.periods import Calendar
from metrics.query.query import Measure, Query
from validation import Dataset, Origin


@dataclass(frozen=True, eq=False, kw_only=True)
class Inputs:
    """A question, its days, its calendar, and the counts that may answer it."""

    dataset: Dataset
    query: Query
    clocks: Clocks
    calendar: Calendar | None  # None as published: there each day is its own bucket
    candidates: Candidates  # also those for the parts of a derived value

    def bucket_of(self, day: date) -> int:
        """The bucket that a day falls into."""
        return day.toordinal() if self.calendar is None else self.calendar.bucket_of(day)

    def last_day_of(self, bucket: int) -> date:
        """The last day of a bucket."""
        return date.fromordinal(bucket) if self.calendar is None else self.calendar.last_day(bucket)

    def label_of(self, bucket: int) -> str:
        """What a bucket is called; as published, by its day."""
        return date.fromordinal(bucket).isoformat() if self.calendar is None else self.calendar.label(bucket)

    def is_total(self, count: Count) -> bool:
        """Whether a count is a running total: one that starts on another day than the origin is none."""
        return count.basis == "documented" and count.period_start == self.origin.day

    @property
    def origin(self) -> Origin:
        """The first day of the question's running totals."""
        return self.dataset.settings.origin_named(self.query.since)


@dataclass(frozen=True, eq=False, kw_only=True)
class Considered:
    """The counts that were considered, best first, and the lines of those that were selected."""

    counts: list[Count]
    lines: set[int]

    def is_shown(self, count: Count) -> bool:
        """Whether a count was selected for a row; else it is a vintage of one that was."""
        return not self.lines.isdisjoint(count.lines)

    @property
    def shown(self) -> list[Count]:
        """The counts that were selected."""
        return [count for count in self.counts if self.is_shown(count)]


def considered_for(inputs: Inputs, rows: Iterable[Row]) -> Considered:
    """The counts of the rows, and all others of the same series and periods."""
    lines = {line for row in rows for line in row.lines}
    usable = list(chain.from_iterable(inputs.candidates.usable.values()))
    periods = {_period(count) for count in usable if not lines.isdisjoint(count.lines)}
    counts = [count for count in usable if _period(count) in periods]
    return Considered(counts=sorted(counts, key=lambda count: count.position), lines=lines)


def _period(count: Count) -> tuple[object, ...]:
    return (count.series, count.period_start, count.period_end, count.basis)


def counts_left_out(inputs: Inputs) -> list[Count]:
    """Counts within the question that a correction takes out, best first."""
    query, clocks = inputs.query, inputs.clocks
    excluded = [
        count
        for metric in query.metrics
        for place in query.places
        for count in inputs.candidates.excluded[metric, place]
        if clocks.start <= count.period_end <= clocks.end
        and (count.basis == "happened") == (query.measure is Measure.HAPPENED)
        and (count.basis != "documented" or inputs.is_total(count))
    ]
    return sorted(excluded, key=lambda count: count.position)


@dataclass(frozen=True, eq=False, kw_only=True)
class Computed:
    """What is known before an answer's caveats are worked out."""

    inputs: Inputs
    rows: list[Row]
    considered: Considered
    excluded: list[Count]  # by a correction
    breaks: list[Break]  # within the time shown

    def day_of(self, row: Row) -> date:
        """The day on which a row is drawn: its own, or the last of its bucket."""
        return row.period_end or self.inputs.last_day_of(row.number)

    def last_day_of(self, metric: str) -> date:
        """The last day that has a number of the metric; without any, the end of the time asked for."""
        days = (self.day_of(row) for row in self.rows if row.metric == metric and row.value is not None)
        return max(days, default=self.inputs.clocks.end)
