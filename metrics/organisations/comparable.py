"""What two or more organisations count: the series of which their counts can stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from metrics.counts.candidates import Clocks, clocks_of, is_excluded, is_known
from metrics.counts.count import Count, counts_in_order
from metrics.query.caching import cached
from metrics.query.days import Day, date_of
from metrics.query.query import Query
from metrics.question.allowed import allowed_codes, counters_offered
from validation import Dataset

SEVERAL: Final = 2
# Kept for all readers together; nobody changes them.
KEPT_TIMES: Final = 16
KEPT_QUESTIONS: Final = 256


class Counted(NamedTuple):
    """What is counted, of whom and where, whoever counts it."""

    metric: str
    place: str
    group: str
    sex: str
    age: str
    detail: str


@dataclass(frozen=True, kw_only=True)
class Comparable:
    """Something that several organisations count, and from which day on more than one of them does.

    That day is the origin of running totals where several have counts since then, else that of the first.
    """

    counted: Counted
    counters: tuple[str, ...]
    start: date


@cached(most=KEPT_TIMES)
def comparable_counts(dataset: Dataset, clocks: Clocks) -> tuple[Comparable, ...]:
    """All that two or more organisations count as a level or a running total, in the order of the tables."""
    days_of_counters: dict[Counted, dict[str, list[Day]]] = {}
    for count in _running_counts(dataset, clocks):
        counters = days_of_counters.setdefault(counted_by_whomever(count), {})
        counters.setdefault(count.series.counted_by, []).append(count.period_end)
    found = [
        Comparable(counted=counted, counters=_in_order(dataset, counters), start=_start(dataset, counters))
        for counted, counters in days_of_counters.items()
        if len(counters) >= SEVERAL
    ]
    codes = allowed_codes(dataset)
    metrics, places = _positions(codes["metric"]), _positions(codes["place"])
    return tuple(
        sorted(found, key=lambda one: (metrics[one.counted.metric], places[one.counted.place], one.counted))
    )


@cached(most=KEPT_QUESTIONS)
def counters_of(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """Who counts the question's metric as a level or a running total, by its clocks, whatever the day."""
    counters = {
        count.series.counted_by
        for count in _running_counts(dataset, clocks_of(dataset, query))
        if counted_by_whomever(count) == counted_in(query)
    }
    return _in_order(dataset, counters)


@cached(most=KEPT_QUESTIONS)
def counters_left_out(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """Who counts the same on other terms only: by date of event, for an event, or since another day."""
    clocks, drawn = clocks_of(dataset, query), counters_of(dataset, query)
    counters = {
        count.series.counted_by
        for count in counts_in_order(dataset)
        if counted_by_whomever(count) == counted_in(query) and _is_usable(count, clocks)
    }
    return tuple(counter for counter in _in_order(dataset, counters) if counter not in drawn)


def counted_by_whomever(count: Count) -> Counted:
    """What a count counts, without whose it is."""
    return Counted(*(getattr(count.series, part) for part in Counted._fields))


def counted_in(query: Query) -> Counted:
    """What a question about one metric and one place asks for, without whose count."""
    (metric,), (place,) = query.metrics, query.places
    return Counted(metric, place, query.group, query.sex, query.age, query.detail)


def _running_counts(dataset: Dataset, clocks: Clocks) -> Iterator[Count]:
    """Stocks, and totals since the origin: a total since another day stands on no scale with them."""
    origin = dataset.settings.origin.toordinal()
    for count in counts_in_order(dataset):
        is_total = count.basis == "documented" and count.period_start == origin
        if (is_total or not count.basis) and not count.series.event_id and _is_usable(count, clocks):
            yield count


def _is_usable(count: Count, clocks: Clocks) -> bool:
    is_held_back = count.qualifier == "suppressed"
    return not is_held_back and is_known(count, clocks) and not is_excluded(count, clocks)


def _start(dataset: Dataset, counters: dict[str, list[Day]]) -> date:
    origin = dataset.settings.origin.toordinal()
    since_origin = [days for days in counters.values() if max(days) >= origin]
    if len(since_origin) >= SEVERAL:
        return dataset.settings.origin
    return date_of(min(min(days) for days in counters.values()))


def _in_order(dataset: Dataset, counters: set[str] | dict[str, list[Day]]) -> tuple[str, ...]:
    return tuple(counter for counter in counters_offered(dataset) if counter in counters)


def _positions(codes: Iterable[str]) -> dict[str, int]:
    return {code: position for position, code in enumerate(codes)}
