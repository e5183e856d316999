"""Published counts one by one, as plain tuples: an answer picks some hundred of them and compares them.

On so few a frame spends more time on its columns than on what is in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import nan
from typing import Any, Final, NamedTuple

from metrics.counts.published import KEPT_DATASETS, published_counts
from metrics.query.caching import cached
from metrics.query.days import Day, days_of
from metrics.query.query import Status
from validation import Dataset

DAYS: Final = ("period_start", "period_end", "published", "recorded", "source_recorded", "excluded_on")


class Series(NamedTuple):
    """What tells one series from another; what carries an `event_id` belongs to its event alone."""

    metric: str
    place: str
    counted_by: str
    group: str
    sex: str
    age: str
    detail: str
    event_id: str = ""


class Count(NamedTuple):
    """A published count, or one that is derived from two, with all that an answer may need of it."""

    position: int  # in `published_counts`
    series: Series
    basis: str
    period_start: Day | None
    period_end: Day
    value: float  # NaN where it is held back
    qualifier: str
    strength: int  # the smaller, the better it stands: see `published.STRENGTH`
    status: str
    source_id: str
    published: Day
    published_is: str
    note: str
    recorded: Day
    source_recorded: Day
    excluded_on: Day | None
    lines: tuple[int, ...]  # the lines of observations.csv that it rests on
    formula: str

    @property
    def first_day(self) -> Day:
        """The day on which its period begins; a stock has one day only."""
        return self.period_end if self.period_start is None else self.period_start


@cached(most=KEPT_DATASETS)
def counts_in_order(dataset: Dataset) -> tuple[Count, ...]:
    """The published counts one by one, best first."""
    frame = published_counts(dataset)
    columns: dict[str, list[Any]] = {name: frame[name].tolist() for name in frame.columns}
    columns |= {name: days_of(frame[name]) for name in DAYS}
    columns["value"] = frame["value"].to_numpy(dtype=float, na_value=nan).tolist()
    columns["position"] = list(range(len(frame)))
    parts = (columns[part] for part in Series._fields)
    columns["series"] = list(map(Series._make, zip(*parts, strict=True)))
    columns["status"] = [_status(qualifier) for qualifier in columns["qualifier"]]
    columns["lines"] = [(line,) for line in frame.index.tolist()]
    columns["formula"] = [""] * len(frame)
    return tuple(map(Count._make, zip(*(columns[field] for field in Count._fields), strict=True)))


def _status(qualifier: str) -> str:
    return str(Status.SUPPRESSED if qualifier == "suppressed" else Status.REPORTED)


@cached(most=KEPT_DATASETS)
def counts_by_series(dataset: Dataset) -> Mapping[Series, list[Count]]:
    """The counts of each series, best first."""
    series: dict[Series, list[Count]] = {}
    for count in counts_in_order(dataset):
        series.setdefault(count.series, []).append(count)
    return series
