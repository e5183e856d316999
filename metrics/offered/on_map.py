"""The question of a chart over time as one of a map: the same metric, time and people, of all places."""

from __future__ import annotations

from dataclasses import replace

from metrics.counts.regional_counts import RegionalCount, counted_levels, counts_within
from metrics.offered.figures import figures_of
from metrics.query.caching import cached
from metrics.query.query import Grain, Measure, Query
from validation import Dataset


@cached
def on_map(dataset: Dataset, query: Query) -> tuple[str, Query] | None:
    """The level of places around the question's first place, and the question that the map answers there.

    The same time where places have counts then; else the newest counts of most places, of the same people
    where there are any. None where the map has no count of the metric, and for a question that it cannot ask.
    """
    if len(query.metrics) > 1 or query.detail or query.event or query.source:
        return None
    for counted in counted_levels(dataset, query, query.places[0]):
        level = counted.level.code
        if counts_within(dataset, query, level=level):
            return level, _measured(query, query.measure)
        of_metric = [one for one in counted.counts if one.metric == query.metrics[0]]
        same = [one for one in of_metric if (one.sex, one.age) == (query.sex, query.age)]
        if same or of_metric:
            return level, _of_count(query, (same or of_metric)[0])
    return None


def over_time(dataset: Dataset, query: Query, place: str) -> Query | None:
    """The question of a map as one of a chart over time of one place; None where it has no figure.

    In the map's time where that is longer than a day; as published, since a map's day is in no bucket whole.
    """
    there = replace(query, places=(place,), grain=Grain.AS_PUBLISHED)
    ever = replace(there, start=dataset.settings.defaults.start, end=None)
    asked = ever if there.start == there.end else there
    return next((one for one in (asked, ever) if figures_of(dataset, one)), None)


def _of_count(query: Query, count: RegionalCount) -> Query:
    return _measured(
        replace(
            query,
            sex=count.sex,
            age=count.age,
            start=count.start or count.oldest,
            end=None if count.is_newest else count.end,
        ),
        count.measure,
    )


def _measured(query: Query, measure: Measure) -> Query:
    """A map has no differences: it shows the total that they are differences of."""
    return replace(query, measure=Measure.TOTAL if measure is Measure.NEWLY_DOCUMENTED else measure)
