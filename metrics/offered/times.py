"""Which first and last days may be chosen, and which of them leave a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from metrics.counts.candidates import clocks_of
from metrics.offered.figures import rows_with_a_value
from metrics.query.caching import cached
from metrics.query.periods import bounds_between, calendar_of
from metrics.query.query import Grain, Measure, Query
from validation import Dataset


@dataclass(frozen=True, kw_only=True)
class Times:
    """The days that `from` and `to` may have, oldest first, and those of them that leave a figure."""

    starts: tuple[date, ...]
    ends: tuple[date, ...]
    starts_with_figures: frozenset[date]
    ends_with_figures: frozenset[date]


@cached
def times_offered(dataset: Dataset, query: Query) -> Times:
    """First and last days of the buckets that may be chosen; as published, those of months.

    A bucket that is not over yet has no last day to choose: that is what "latest" is for.
    """
    start = min(query.start, dataset.settings.defaults.start)
    end = clocks_of(dataset, replace(query, end=None)).end
    grain = Grain.MONTH if query.grain is Grain.AS_PUBLISHED else query.grain
    firsts, lasts = bounds_between(start, end, grain, dataset.settings.reporting_year)
    starts = tuple(max(first, start) for first in firsts)
    ends = tuple(last for last in lasts if last <= end)
    spans = list(_spans(dataset, replace(query, start=start, end=None)))
    until, since = query.end or date.max, query.start
    newest = max((first for first, last in spans if last <= until), default=date.min)
    oldest = min((last for first, last in spans if first >= since), default=date.max)
    return Times(
        starts=starts,
        ends=ends,
        starts_with_figures=frozenset(day for day in starts if day <= newest),
        ends_with_figures=frozenset(day for day in ends if day >= oldest),
    )


def _spans(dataset: Dataset, query: Query) -> Iterator[tuple[date, date]]:
    """For each figure the first and last day that must lie within the question's time."""
    calendar = None
    if query.grain is not Grain.AS_PUBLISHED:
        calendar = calendar_of(query.grain, dataset.settings.reporting_year)
    for row in rows_with_a_value(dataset, query):
        if calendar is not None:
            # The first bucket may have begun before the question's time, and then holds a part of it.
            yield max(calendar.first_day(row.number), query.start), calendar.last_day(row.number)
        elif row.period_end is not None:
            first = row.period_start if query.measure is Measure.HAPPENED else None
            yield first or row.period_end, row.period_end
