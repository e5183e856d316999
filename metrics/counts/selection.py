"""The selected one of several counts for one period or one bucket; the others are its vintages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from metrics.counts.count import Count, Series


class Conflict(NamedTuple):
    """Another exact value that is printed for the same period."""

    value: float
    metric: str
    source_id: str


def selected_of_each_period(standing: Iterable[Count]) -> list[Count]:
    """The first count of each period of a series; the counts come best first."""
    selected: dict[tuple[date | None, date], Count] = {}
    for count in standing:
        selected.setdefault((count.period_start, count.period_end), count)
    return list(selected.values())


def selected_of_each_bucket(selected: Iterable[Count], bucket_of: Callable[[date], int]) -> dict[int, Count]:
    """One count of a series for each bucket, oldest first: the last exact one, else the last bound."""
    buckets: dict[int, Count] = {}
    for count in sorted(selected, key=lambda count: (count.strength, -count.period_end.toordinal())):
        buckets.setdefault(bucket_of(count.period_end), count)
    return dict(sorted(buckets.items()))


def conflicting_values(considered: Iterable[Count]) -> dict[int, list[Conflict]]:
    """The other exact values printed for the period of a line.

    For every line, not only for the selected count: a derived value may rest on another one.
    """
    printed: dict[tuple[Series, date | None, date], list[Count]] = {}
    for count in considered:
        if count.qualifier == "exact":
            printed.setdefault((count.series, count.period_start, count.period_end), []).append(count)
    return {
        line: conflicts
        for counts in printed.values()
        if len(counts) > 1
        for count in counts
        for line in count.lines
        if (conflicts := _others(count, counts))
    }


def _others(count: Count, counts: Iterable[Count]) -> list[Conflict]:
    return [
        Conflict(other.number, other.series.metric, other.source_id)
        for other in counts
        if other.value != count.value
    ]
