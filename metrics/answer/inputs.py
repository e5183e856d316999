"""All that an answer is made of, picked once for each question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from metrics.counts.candidates import Candidates, Clocks
from metrics.counts.count import Count
from metrics.query.days import Day, date_of
from metrics.query.periods import Calendar
from metrics.query.query import Query
from validation import Dataset


@dataclass(frozen=True, eq=False, kw_only=True)
class Inputs:
    """A question, its days, its calendar, and the counts that may answer it."""

    dataset: Dataset
    query: Query
    clocks: Clocks
    calendar: Calendar | None  # None as published: there each day is its own bucket
    candidates: Candidates  # also those for the parts of a derived value

    def bucket_of(self, day: Day) -> int:
        """The bucket that a day falls into."""
        return day if self.calendar is None else self.calendar.bucket_of(day)

    def last_day_of(self, bucket: int) -> date:
        """The last day of a bucket."""
        return date_of(bucket if self.calendar is None else self.calendar.last_day(bucket))

    def label_of(self, bucket: int) -> str:
        """What a bucket is called; as published, by its day."""
        return date_of(bucket).isoformat() if self.calendar is None else self.calendar.label(bucket)

    def is_total(self, count: Count) -> bool:
        """Whether a count is a running total: one that starts on another day than the origin is none."""
        return count.basis == "documented" and count.period_start == self.dataset.settings.origin.toordinal()
