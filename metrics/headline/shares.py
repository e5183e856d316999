"""The share that a place has in the whole, where one document counts both alike; and what is not divided.

    shares_of_places(dataset, query)       # 309 of 1,988 arrests of a year were in one region
    undivided(dataset, query)              # 770 killed there, 1,534 added to the country's total

Both numbers of a share are exact, of exactly the same period by date of event, and printed by one document:
else the one may know more than the other. Where the whole has only what was newly documented in the time,
there is no share: cases are documented late.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.buckets import bucket_span
from metrics.answer.rows import Row, value_of
from metrics.counts.series_index import counts_of_series, series_like
from metrics.counts.table_rows import all_places
from metrics.headline.documented_happened import beside_by
from metrics.query.caching import cached
from metrics.query.query import Grain, Measure, Query
from metrics.query.tolerances import SMALL_BASE
from metrics.question.allowed import kinds_of, yearly_grain
from validation import Dataset

PERCENT: Final = 100
# A sentence names fewer; thousands of places are not all asked for.
MOST_PLACES: Final = 20
Period = tuple[date | None, date]


@dataclass(frozen=True, eq=False, kw_only=True)
class CountAt:
    """A row and the answer that has it."""

    answer: Answer
    row: Row

    @property
    def period(self) -> Period:
        """Its first and its last day."""
        return self.row.period_start, self.row.day


@dataclass(frozen=True, eq=False, kw_only=True)
class Share:
    """A count of a place, and that of the whole for the same period by the same document."""

    part: CountAt
    whole: CountAt

    @property
    def percentage(self) -> int:
        """How many percent of the whole the part is."""
        return round(PERCENT * value_of(self.part.row) / value_of(self.whole.row))

    @property
    def days(self) -> int:
        """How long the period is."""
        start, end = self.part.period
        return (end - (start or end)).days


@dataclass(frozen=True, eq=False, kw_only=True)
class Undivided:
    """A count of a place by date of event, beside what was added to the total of the whole in that year."""

    part: CountAt
    newly: CountAt


@cached
def shares_of_places(dataset: Dataset, query: Query) -> tuple[Share, ...]:
    """Every share in the question's first place, of the headline metrics; newest first, then the largest."""
    found = [share for metric in _flows(dataset) for share in _shares(dataset, query, metric)]
    return tuple(sorted(found, key=lambda one: (one.part.row.day, one.days, one.percentage), reverse=True))


def _shares(dataset: Dataset, query: Query, metric: str) -> Iterator[Share]:
    wholes = _happened(dataset, query, metric, query.places[0])
    for part in _of_parts(dataset, query, metric, {one.period for one in wholes}):
        yield from (Share(part=part, whole=whole) for whole in wholes if _is_share(part, whole))


def widest(shares: tuple[Share, ...]) -> tuple[Share, ...]:
    """The shares of the longest period, of several such periods the newest; the largest share first."""
    if not shares:
        return ()
    first = max(shares, key=lambda one: (one.days, one.part.row.day))
    same = (one for one in shares if _same(one, first))
    return tuple(sorted(same, key=lambda one: value_of(one.part.row), reverse=True))


def _same(one: Share, other: Share) -> bool:
    return (one.whole.answer, one.whole.row) == (other.whole.answer, other.whole.row)


@cached
def undivided(dataset: Dataset, query: Query) -> Undivided | None:
    """The newest year that has a place's count by date of event, and of the whole only what was added to it.

    Of several places the one with the highest count. None where there is no such year.
    """
    found = [one for metric in _flows(dataset) for one in _undivided(dataset, query, metric)]
    return max(found, key=lambda one: (one.part.row.day, value_of(one.part.row)), default=None)


def _undivided(dataset: Dataset, query: Query, metric: str) -> Iterator[Undivided]:
    newly = beside_by(dataset, query, metric, yearly_grain(dataset)).newly
    years: dict[Period, Row] = {
        bucket_span(row.bucket, answer=newly): row for row in newly.counted if value_of(row) > 0
    }
    for whole in _happened(dataset, query, metric, query.places[0]):
        years.pop(whole.period, None)
    for part in _of_parts(dataset, query, metric, set(years)):
        yield Undivided(part=part, newly=CountAt(answer=newly, row=years[part.period]))


def _flows(dataset: Dataset) -> list[str]:
    kinds = kinds_of(dataset)
    return [metric for metric in dataset.settings.headline_metrics if kinds[metric] == "flow"]


def _happened(dataset: Dataset, query: Query, metric: str, place: str) -> list[CountAt]:
    """The counts of a metric and place by date of event, as published, since the data set's first day."""
    question = replace(
        query,
        metrics=(metric,),
        places=(place,),
        measure=Measure.HAPPENED,
        grain=Grain.AS_PUBLISHED,
        start=dataset.settings.defaults.start,
        end=None,
    )
    answer = answer_for(dataset, question)
    return [CountAt(answer=answer, row=row) for row in answer.counted]


def _of_parts(dataset: Dataset, query: Query, metric: str, periods: AbstractSet[Period]) -> list[CountAt]:
    """The same of the places that lie in the question's first one, for these periods alone."""
    counts = [
        count
        for place in _places(dataset, query, metric, periods)
        for count in _happened(dataset, query, metric, place)
    ]
    return [count for count in counts if count.period in periods]


def _places(dataset: Dataset, query: Query, metric: str, periods: AbstractSet[Period]) -> list[str]:
    """The places with a count of these periods, those with the highest first; no more than anybody names."""
    places = all_places(dataset)
    same = series_like(
        dataset,
        metric=metric,
        counted_by=query.counted_by,
        group=query.group,
        sex=query.sex,
        age=query.age,
        detail=query.detail,
        event_id="",
    )
    highest: dict[str, float] = {}
    for series in same:
        if places[series.place].parent == query.places[0]:
            for count in counts_of_series(dataset, series):
                if count.basis == "happened" and (count.period_start, count.period_end) in periods:
                    highest[series.place] = max(highest.get(series.place, 0), count.value or 0)
    return sorted(highest, key=lambda place: -highest[place])[:MOST_PLACES]


def _is_share(part: CountAt, whole: CountAt) -> bool:
    rows = (part.row, whole.row)
    return (
        part.period == whole.period
        and part.row.source_id == whole.row.source_id
        and all(row.qualifier == "exact" for row in rows)
        and value_of(whole.row) >= SMALL_BASE
        and value_of(part.row) <= value_of(whole.row)
    )
