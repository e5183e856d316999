"""What is counted of the places of one level, and for which day: the newest of each, or one day of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from metrics.counts.candidates import Clocks, clocks_of
from metrics.counts.levels import Level, levels_around, levels_of
from metrics.counts.listings import Standing, known_counts
from metrics.counts.table_rows import all_metrics
from metrics.query.caching import cached
from metrics.query.query import MEASURE_OF_BASIS, Measure, Query
from validation import Dataset
from validation.models.vocabularies import ALL

SERIES: Final = ["metric", "sex", "age", "basis"]
FEWEST_WITHOUT_A_WHOLE: Final = 2  # one country alone is compared with nothing


@dataclass(frozen=True, kw_only=True)
class RegionalCount:
    """Counts of several places, which a map and a ranking can show.

    start: the first day of the period of what happened; None for a level or a running total.
    oldest, end: the days of the oldest and of the newest of the counts; the same where all are of one day.
    places: how many have a count.
    is_newest: whether it is the newest count of each place, each with its own day.
    """

    metric: str
    sex: str
    age: str
    measure: Measure
    start: date | None
    oldest: date
    end: date
    places: int
    is_newest: bool = False

    @property
    def is_of_everybody(self) -> bool:
        """Whether men and women of every age are counted."""
        return (self.sex, self.age) == (ALL, ALL)


@dataclass(frozen=True, kw_only=True)
class CountedLevel:
    """A level, and what is counted of its places, in the order in which it is offered."""

    level: Level
    counts: tuple[RegionalCount, ...]


@cached
def counted_levels(dataset: Dataset, query: Query, place: str) -> tuple[CountedLevel, ...]:
    """The levels around a place of which the question's counter has counts; the first one opens."""
    clocks = clocks_of(dataset, query)
    found = (
        CountedLevel(level=level, counts=regional_counts(dataset, clocks, query, level=level.code))
        for level in levels_around(dataset, place)
    )
    return tuple(one for one in found if one.counts and _is_comparable(one))


def _is_comparable(counted: CountedLevel) -> bool:
    most = max(count.places for count in counted.counts)
    return bool(counted.level.whole) or most >= FEWEST_WITHOUT_A_WHOLE


@cached
def regional_counts(
    dataset: Dataset, clocks: Clocks, query: Query, *, level: str
) -> tuple[RegionalCount, ...]:
    """What the counter counted of the places of a level, by metric, sex, age and day.

    Of a level or a running total the newest count of each place, and each day on its own; of what happened
    each period on its own, since periods of different length do not compare. Those of everybody first, then
    most places, then the newest. Only whole counts (no `detail`), and none that is excluded.
    """
    counts = _counts(dataset, clocks, query, levels_of(dataset)[level])
    found = [*_newest_of_each(counts), *_of_one_time(counts)]
    return tuple(
        sorted(
            found,
            key=lambda one: (one.is_of_everybody, one.places, one.is_newest, one.end),
            reverse=True,
        )
    )


def _counts(dataset: Dataset, clocks: Clocks, query: Query, level: Level) -> pd.DataFrame:
    counts = known_counts(dataset, clocks)
    is_total_from_elsewhere = (counts["basis"] == "documented") & (
        counts["period_start"] != pd.Timestamp(dataset.settings.origin_named(query.since).day)
    )
    return counts[
        counts["place"].isin(level.places)
        & (counts["counted_by"] == query.counted_by)
        & (counts["group"] == query.group)
        & (counts["detail"] == "")
        & (counts["event_id"] == "")
        & (counts["standing"] != str(Standing.EXCLUDED))
        & ~is_total_from_elsewhere
    ]


def _newest_of_each(counts: pd.DataFrame) -> Iterator[RegionalCount]:
    """The newest exact count of each place, else its newest bound, where they are of different days."""
    newest = _newest(counts[counts["basis"] != "happened"])
    days = newest.groupby(SERIES)["period_end"].agg(["min", "max", "size"]).reset_index()
    for *series, oldest, end, places in days.itertuples(index=False):
        if oldest != end:
            yield _regional(series, oldest=oldest, end=end, places=places, is_newest=True)


def _newest(counts: pd.DataFrame) -> pd.DataFrame:
    ordered = counts.assign(is_exact=counts["qualifier"] == "exact").sort_values(
        ["is_exact", "period_end"], kind="stable"
    )
    return ordered.drop_duplicates([*SERIES, "place"], keep="last")


def _of_one_time(counts: pd.DataFrame) -> Iterator[RegionalCount]:
    """The counts of one day, or for one period."""
    keys = [*SERIES, "period_start", "period_end"]
    times = counts.groupby(keys, dropna=False)["place"].nunique().reset_index(name="places")
    for *series, start, end, places in times.itertuples(index=False):
        yield _regional(series, start=start, oldest=end, end=end, places=places)


def _regional(
    series: list[str],
    *,
    oldest: pd.Timestamp,
    end: pd.Timestamp,
    places: int,
    start: pd.Timestamp | None = None,
    is_newest: bool = False,
) -> RegionalCount:
    metric, sex, age, basis = series
    measure = MEASURE_OF_BASIS[basis]
    return RegionalCount(
        metric=metric,
        sex=sex,
        age=age,
        measure=measure,
        start=start.date() if start is not None and measure is Measure.HAPPENED else None,
        oldest=oldest.date(),
        end=end.date(),
        places=int(places),
        is_newest=is_newest,
    )


def counts_within(dataset: Dataset, query: Query, *, level: str) -> RegionalCount | None:
    """The newest count of each place from a question's first day to its last; None where there is none."""
    clocks = clocks_of(dataset, query)
    counts = _counts(dataset, clocks, query, levels_of(dataset)[level])
    measure = query.measure
    if measure is not Measure.HAPPENED:
        is_stock = all_metrics(dataset)[query.metrics[0]].kind == "stock"
        measure = Measure.LEVEL if is_stock else Measure.TOTAL
    is_inside = (counts["period_end"] >= pd.Timestamp(clocks.start)) & (
        counts["period_end"] <= pd.Timestamp(clocks.end)
    )
    if measure is Measure.HAPPENED:
        is_inside &= counts["period_start"] >= pd.Timestamp(clocks.start)
    inside = counts[
        is_inside
        & (counts["metric"] == query.metrics[0])
        & (counts["sex"] == query.sex)
        & (counts["age"] == query.age)
        & (counts["basis"].map(MEASURE_OF_BASIS) == measure)
    ]
    if inside.empty:
        return None
    days = _newest(inside)["period_end"]
    return RegionalCount(
        metric=query.metrics[0],
        sex=query.sex,
        age=query.age,
        measure=measure,
        start=clocks.start if measure is Measure.HAPPENED else None,
        oldest=days.min().date(),
        end=days.max().date(),
        places=len(days),
        is_newest=True,
    )
