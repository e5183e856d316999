"""How much of the time and of the country is covered by counts: what is there, and what is missing.

What is missing is not zero, and what is held back on purpose is not missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for, inputs_of
from metrics.answer.grid import end_of_printing
from metrics.answer.rows import Row
from metrics.counts.candidates import clocks_of
from metrics.counts.listings import country_of, regions_of
from metrics.number.single import Reference
from metrics.query.caching import cached
from metrics.query.query import Grain, Measure, Query, Status
from metrics.question.allowed import MOST_ROWS, allowed_codes, rows_asked_for, running_measure
from validation import Dataset

MISSING: Final = (Status.NOT_REPORTED, Status.NO_LONGER_PUBLISHED)


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Neighbouring buckets without a count, for one reason (`status`)."""

    first: str
    last: str
    buckets: int
    status: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Coverage:
    """The coverage of one metric in one place.

    buckets: months (or whatever the grain is) of the question's time; `counted` have a count, `derived` of
        these one that is worked out and not printed; `gaps` are the others.
    last: the newest known count, even after the end of the question's time; None where there is none.
    days_since: days from that count's day to the question's day of knowledge.
    ended: since when the counter no longer prints it, by the breaks in series; None where it does.
    """

    metric: str
    place: str
    answer: Answer
    buckets: int
    counted: int
    derived: int
    gaps: tuple[Gap, ...]
    last: Reference | None
    days_since: int | None
    ended: date | None


def coverage_of(dataset: Dataset, query: Query, *, today: date) -> Coverage:
    """The coverage of a question about one metric and one place; as published, by months."""
    (coverage,) = coverages_of(dataset, query, today=today)
    return coverage


@cached
def coverages_of(dataset: Dataset, query: Query, *, today: date) -> tuple[Coverage, ...]:
    """The coverage of each metric and place of a question, in its order.

    Days are counted up to the day of knowledge, else the edition's, else `today`.
    """
    gridded = answer_for(dataset, replace(query, grain=grain_of_coverage(query)))
    published = answer_for(dataset, replace(query, grain=Grain.AS_PUBLISHED, end=None))
    as_of = query.known_on or query.edition or today
    return tuple(
        _coverage(dataset, gridded, published, metric=metric, place=place, as_of=as_of)
        for metric in query.metrics
        for place in query.places
    )


def grain_of_coverage(query: Query) -> Grain:
    """The buckets of the time: months for `as_published`, which has no buckets that could be missed."""
    return Grain.MONTH if query.grain is Grain.AS_PUBLISHED else query.grain


def _coverage(
    dataset: Dataset, gridded: Answer, published: Answer, *, metric: str, place: str, as_of: date
) -> Coverage:
    rows = _series(gridded, metric, place)
    counted = [row for row in rows if row.status not in MISSING]
    last = _newest(published, metric, place)
    return Coverage(
        metric=metric,
        place=place,
        answer=gridded,
        buckets=len(rows),
        counted=len(counted),
        derived=sum(row.status == Status.DERIVED for row in counted),
        gaps=tuple(_gaps(rows)),
        last=None if last is None else Reference(answer=published, row=last.label),
        days_since=None if last is None else (as_of - last.day).days,
        ended=_ended(dataset, gridded.query, metric, place),
    )


def _series(answer: Answer, metric: str, place: str) -> list[Row]:
    return [row for row in answer.rows if (row.metric, row.place) == (metric, place)]


def _newest(answer: Answer, metric: str, place: str) -> Row | None:
    """The row of the newest day that has a count; of several periods that end on it the last one."""
    rows = [row for row in _series(answer, metric, place) if row.status not in MISSING]
    return max(rows, key=lambda row: (row.day, row.label), default=None)


def _gaps(rows: list[Row]) -> Iterator[Gap]:
    for status, alike in groupby(rows, key=lambda row: row.status):
        if status in MISSING:
            run = list(alike)
            yield Gap(first=run[0].bucket, last=run[-1].bucket, buckets=len(run), status=str(status))


def _ended(dataset: Dataset, query: Query, metric: str, place: str) -> date | None:
    return end_of_printing(inputs_of(dataset, query, clocks_of(dataset, query)), metric, place)


@dataclass(frozen=True, eq=False, kw_only=True)
class RegionalCoverage:
    """How many of a country's regions have a count in the question's time.

    too_many: how many there are, where they are too many to be asked for at once; else 0.
    """

    country: str
    regions: tuple[Coverage, ...]
    too_many: int = 0

    @property
    def counted(self) -> tuple[Coverage, ...]:
        """The regions that have one."""
        return tuple(region for region in self.regions if region.counted)

    @property
    def missing(self) -> tuple[Coverage, ...]:
        """The regions that have none."""
        return tuple(region for region in self.regions if not region.counted)


@cached
def regional_coverage(dataset: Dataset, query: Query, *, today: date) -> RegionalCoverage:
    """The coverage of each region of the country that the question's place is, or lies in.

    The question is about one metric, and asks for published counts: a rate would need a population.
    """
    country = country_of(dataset, query.places[0])
    regions = regions_of(dataset, country)
    regional_query = replace(query, places=regions)
    in_buckets = replace(regional_query, grain=grain_of_coverage(query))
    if rows_asked_for(dataset, in_buckets) > MOST_ROWS:
        return RegionalCoverage(country=country, regions=(), too_many=len(regions))
    return RegionalCoverage(
        country=country, regions=coverages_of(dataset, regional_query, today=today) if regions else ()
    )


@cached
def coverage_of_every_metric(dataset: Dataset, query: Query, *, today: date) -> tuple[Coverage, ...]:
    """The coverage of each metric that the counter has counted in the question's place and time.

    A stock as a level, a flow as a running total, or by date of event where there is no running total.
    """
    found = (_in_its_measure(dataset, query, metric, today) for metric in allowed_codes(dataset)["metric"])
    return tuple(coverage for coverage in found if coverage is not None)


def _in_its_measure(dataset: Dataset, query: Query, metric: str, today: date) -> Coverage | None:
    for measure in dict.fromkeys((running_measure(dataset, metric), Measure.HAPPENED)):
        if measure is Measure.HAPPENED and running_measure(dataset, metric) is Measure.LEVEL:
            break
        query_of_metric = replace(query, metrics=(metric,), measure=measure)
        coverage = coverage_of(dataset, query_of_metric, today=today)
        if coverage.last is not None:
            return coverage
    return None
