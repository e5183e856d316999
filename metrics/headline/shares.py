"""The share that a place has in the whole, where one document counts both alike; and what is not divided.

    shares_of_places(dataset, query)       # 309 of 1,988 arrests of a year were in one region
    undivided(dataset, query)              # 770 killed there, 1,534 added to the country's total

Both numbers of a share are exact, of exactly the same period by date of event, and printed by one document:
else the one may know more than the other. Where the whole has only what was newly documented in the time,
there is no share: cases are documented late.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.buckets import bucket_span
from metrics.answer.rows import Row, value_of
from metrics.counts.series_index import series_like
from metrics.counts.table_rows import all_places
from metrics.headline.documented_happened import beside_by
from metrics.query.caching import cached
from metrics.query.query import Grain, Measure, Query
from metrics.query.tolerances import SMALL_BASE
from metrics.question.allowed import kinds_of, yearly_grain
from validation import Dataset

PERCENT: Final = 100
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
    found = [
        Share(part=part, whole=whole)
        for metric in _flows(dataset)
        for whole in _happened(dataset, query, metric, query.places[0])
        for part in _of_parts(dataset, query, metric)
        if _is_share(part, whole)
    ]
    return tuple(sorted(found, key=lambda one: (one.part.row.day, one.days, one.percentage), reverse=True))


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
    of_whole = {one.period for one in _happened(dataset, query, metric, query.places[0])}
    parts = [one for one in _of_parts(dataset, query, metric) if one.period not in of_whole]
    if not parts:
        return
    newly = beside_by(dataset, query, metric, yearly_grain(dataset)).newly
    years: dict[Period, Row] = {
        bucket_span(row.bucket, answer=newly): row for row in newly.counted if value_of(row) > 0
    }
    for part in parts:
        row = years.get(part.period)
        if row is not None:
            yield Undivided(part=part, newly=CountAt(answer=newly, row=row))


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


def _of_parts(dataset: Dataset, query: Query, metric: str) -> list[CountAt]:
    """The same of each place that lies in the question's first one."""
    places = all_places(dataset)
    counted = {one.place for one in series_like(dataset, metric=metric, counted_by=query.counted_by)}
    within = [code for code in places if code in counted and places[code].parent == query.places[0]]
    return [count for place in within for count in _happened(dataset, query, metric, place)]


def _is_share(part: CountAt, whole: CountAt) -> bool:
    rows = (part.row, whole.row)
    return (
        part.period == whole.period
        and part.row.source_id == whole.row.source_id
        and all(row.qualifier == "exact" for row in rows)
        and value_of(whole.row) >= SMALL_BASE
        and value_of(part.row) <= value_of(whole.row)
    )
