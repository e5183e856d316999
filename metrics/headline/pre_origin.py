"""What was counted before the origin of running totals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from metrics.counts.candidates import clocks_of, is_usable
from metrics.counts.series_index import counts_of_series, series_like
from metrics.query.caching import cached
from metrics.query.days import ONE_DAY
from metrics.query.query import Grain, Measure, Query
from validation import Dataset


@cached
def question_before_origin(dataset: Dataset, query: Query) -> Query | None:
    """The question about the stock with most counts before the origin, at the question's first place.

    From its first count to the day before the origin; None where there is no such count.
    """
    origin, clocks = dataset.settings.origin, clocks_of(dataset, replace(query, end=None))
    same = series_like(
        dataset,
        place=query.places[0],
        counted_by=query.counted_by,
        group=query.group,
        sex=query.sex,
        age=query.age,
        detail=query.detail,
        event_id="",
    )
    days: dict[str, list[date]] = defaultdict(list)
    for series in same:
        days[series.metric] += [
            count.period_end
            for count in counts_of_series(dataset, series)
            if not count.basis and count.period_end < origin and is_usable(count, clocks)
        ]
    if not any(days.values()):
        return None
    most = max(days, key=lambda metric: len(days[metric]))
    return replace(
        query,
        metrics=(most,),
        places=query.places[:1],
        measure=Measure.LEVEL,
        grain=Grain.AS_PUBLISHED,
        start=min(days[most]),
        end=origin - ONE_DAY,
    )
