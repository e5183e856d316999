"""What two or more organisations count: the series in which their counts can be compared."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from metrics.counts.candidates import Clocks, are_excluded, are_known, clocks_of
from metrics.counts.count import Series, count_columns
from metrics.counts.series_index import series_index
from metrics.query.caching import cached
from metrics.query.days import Day, date_of
from metrics.query.query import Query
from metrics.question.allowed import allowed_codes, counters_offered
from validation import Dataset

SEVERAL: Final = 2


class SeriesWithoutCounter(NamedTuple):
    """A series without its counter: what is counted, which people and where."""

    metric: str
    place: str
    group: str
    sex: str
    age: str
    detail: str


@dataclass(frozen=True, kw_only=True)
class Comparable:
    """Something that several organisations count, and the day from which more than one of them does.

    That day is the origin of running totals where several have counts since then, else that of the first.
    """

    counted: SeriesWithoutCounter
    counters: tuple[str, ...]
    start: date


class Span(NamedTuple):
    """The first and the last day for which a series has a count."""

    first: Day
    last: Day


@cached
def comparable_counts(dataset: Dataset, clocks: Clocks) -> tuple[Comparable, ...]:
    """All that two or more organisations count as a level or a running total, in the order of the tables."""
    spans_of_counters: dict[SeriesWithoutCounter, dict[str, Span]] = {}
    for series, span in _spans(dataset, _are_running(dataset, clocks)).items():
        spans_of_counters.setdefault(without_counter(series), {})[series.counted_by] = span
    found = [
        Comparable(counted=counted, counters=_in_order(dataset, counters), start=_start(dataset, counters))
        for counted, counters in spans_of_counters.items()
        if len(counters) >= SEVERAL
    ]
    codes = allowed_codes(dataset)
    metrics, places = _positions(codes["metric"]), _positions(codes["place"])
    return tuple(
        sorted(found, key=lambda one: (metrics[one.counted.metric], places[one.counted.place], one.counted))
    )


@cached
def counters_of(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """Who counts the question's metric as a level or a running total, by its clocks, whatever the day."""
    return _counters_among(dataset, query, _are_running(dataset, clocks_of(dataset, query)))


@cached
def counters_left_out(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """Who counts the same on other terms only: by date of event, for an event, or since another day."""
    drawn = counters_of(dataset, query)
    counters = _counters_among(dataset, query, _are_usable(dataset, clocks_of(dataset, query)))
    return tuple(counter for counter in counters if counter not in drawn)


def _counters_among(dataset: Dataset, query: Query, counts: npt.NDArray[np.bool_]) -> tuple[str, ...]:
    """The counters that have at least one of these counts of the question's series."""
    index = series_index(dataset)
    is_in_question = index.is_like(**counted_in(query)._asdict())
    numbers = np.unique(index.number_at[counts & is_in_question[index.number_at]])
    return _in_order(dataset, set(index.parts["counted_by"][numbers]))


def without_counter(series: Series) -> SeriesWithoutCounter:
    """The series without its counter."""
    return SeriesWithoutCounter(*(getattr(series, part) for part in SeriesWithoutCounter._fields))


def counted_in(query: Query) -> SeriesWithoutCounter:
    """The series of a question about one metric and one place, without its counter."""
    (metric,), (place,) = query.metrics, query.places
    return SeriesWithoutCounter(metric, place, query.group, query.sex, query.age, query.detail)


@cached
def _are_running(dataset: Dataset, clocks: Clocks) -> npt.NDArray[np.bool_]:
    """Which published counts are usable stocks, or totals since the origin, and of no event.

    A total since another day is not comparable with them.
    """
    columns, index = count_columns(dataset), series_index(dataset)
    basis, starts = columns.texts["basis"], columns.days["period_start"]
    is_total = (basis == "documented") & (starts == dataset.settings.origin.toordinal())
    is_of_no_event = index.is_like(event_id="")[index.number_at]
    running: npt.NDArray[np.bool_] = (is_total | (basis == "")) & is_of_no_event
    return running & _are_usable(dataset, clocks)


@cached
def _are_usable(dataset: Dataset, clocks: Clocks) -> npt.NDArray[np.bool_]:
    """Which published counts have a value, are known by the clocks, and are not excluded."""
    has_value: npt.NDArray[np.bool_] = count_columns(dataset).texts["qualifier"] != "suppressed"
    return has_value & are_known(dataset, clocks) & ~are_excluded(dataset, clocks)


def _spans(dataset: Dataset, counts: npt.NDArray[np.bool_]) -> Mapping[Series, Span]:
    """The span of each series that has one of these counts."""
    index = series_index(dataset)
    numbers, ends = index.number_at[counts], count_columns(dataset).days["period_end"][counts]
    firsts = np.full(len(index.number_of), np.iinfo(np.int64).max)
    lasts = np.full(len(index.number_of), np.iinfo(np.int64).min)
    np.minimum.at(firsts, numbers, ends)
    np.maximum.at(lasts, numbers, ends)
    spans = zip(index.number_of, map(Span, firsts.tolist(), lasts.tolist()), strict=True)
    return {series: span for series, span in spans if span.first <= span.last}


def _start(dataset: Dataset, counters: Mapping[str, Span]) -> date:
    origin = dataset.settings.origin
    since_origin = [span for span in counters.values() if span.last >= origin.toordinal()]
    if len(since_origin) >= SEVERAL:
        return origin
    return date_of(min(span.first for span in counters.values()))


def _in_order(dataset: Dataset, counters: Container[str]) -> tuple[str, ...]:
    return tuple(counter for counter in counters_offered(dataset) if counter in counters)


def _positions(codes: Iterable[str]) -> dict[str, int]:
    return {code: position for position, code in enumerate(codes)}
