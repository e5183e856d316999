"""Months, quarters, years and reporting years: which bucket a day falls into, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from metrics.query.days import ONE_DAY
from metrics.query.query import Grain
from validation import ReportingYear

MONTHS_IN_A_YEAR: Final = 12
MONTHS_IN: Final = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12, Grain.REPORTING_YEAR: 12}


@dataclass(frozen=True)
class Calendar:
    """The buckets of a grain, numbered one after the other.

    A bucket is `months` long; the first one of a year begins with `first_month`. A year is named by the year
    in which it starts; with `named_by_its_end`, as fiscal years are, by that in which it ends.
    """

    months: int
    first_month: int
    named_by_its_end: bool = False

    def bucket_of(self, day: date) -> int:
        """The bucket that a day falls into."""
        return (day.year * MONTHS_IN_A_YEAR + day.month - self.first_month) // self.months

    def first_day(self, bucket: int) -> date:
        """The day on which a bucket begins."""
        return date(*self._year_and_month(bucket), 1)

    def last_day(self, bucket: int) -> date:
        """The day on which a bucket ends."""
        return self.first_day(bucket + 1) - ONE_DAY

    def label(self, bucket: int) -> str:
        """A bucket's name: `2024-01`, `2024-Q1`, `2024`."""
        year, month = self._year_and_month(bucket)
        if self.months == MONTHS_IN_A_YEAR:
            return str(self.last_day(bucket).year if self.named_by_its_end else year)
        return f"{year}-{month:02d}" if self.months == 1 else f"{year}-Q{month // self.months + 1}"

    def first_day_of(self, label: str) -> date:
        """The first day of the bucket of this name."""
        year, _dash, within = label.partition("-")
        number = int(within.removeprefix("Q")) if within else 1
        ends_later = self.named_by_its_end and self.months == MONTHS_IN_A_YEAR and self.first_month > 1
        return date(int(year) - ends_later, self.first_month + (number - 1) * self.months, 1)

    def between(self, start: date, end: date) -> range:
        """All buckets that share a day with the time from `start` to `end`."""
        return range(self.bucket_of(start), self.bucket_of(end) + 1)

    def whole_between(self, start: date, end: date) -> range:
        """All buckets that lie within the time from `start` to `end`, both included."""
        # A bucket lies within if the day before it is before the time, and so for its end.
        return range(self.bucket_of(start - ONE_DAY) + 1, self.bucket_of(end + ONE_DAY))

    def is_whole(self, start: date, end: date) -> bool:
        """Whether a period is exactly one bucket."""
        bucket = self.bucket_of(end)
        return (start, end) == (self.first_day(bucket), self.last_day(bucket))

    def _year_and_month(self, bucket: int) -> tuple[int, int]:
        year, month = divmod(bucket * self.months + self.first_month - 1, MONTHS_IN_A_YEAR)
        return year, month + 1


def calendar_of(grain: Grain, reporting_year: ReportingYear) -> Calendar:
    """The calendar of a grain with buckets; only a reporting year begins with another month than January."""
    if grain is not Grain.REPORTING_YEAR:
        return Calendar(MONTHS_IN[grain], 1)
    return Calendar(MONTHS_IN[grain], reporting_year.first_month, reporting_year.named_by_its_end)


def bounds_between(
    start: date, end: date, grain: Grain, reporting_year: ReportingYear
) -> tuple[list[date], list[date]]:
    """The first days and the last days of all buckets that share a day with the time, oldest first."""
    calendar = calendar_of(grain, reporting_year)
    buckets = calendar.between(start, end)
    return (
        [calendar.first_day(bucket) for bucket in buckets],
        [calendar.last_day(bucket) for bucket in buckets],
    )


def grain_of_period(start: date, end: date, reporting_year: ReportingYear) -> Grain:
    """The grain that has the period as one whole bucket; `as_published` where none has."""
    for grain in MONTHS_IN:
        calendar = calendar_of(grain, reporting_year)
        if calendar.is_whole(start, end):
            return grain
    return Grain.AS_PUBLISHED
