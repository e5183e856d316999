"""Whether the places of an answer add up to the place that they lie in, by the counts of one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row
from metrics.counts.candidates import is_usable
from metrics.counts.count import Count, Series
from metrics.counts.levels import NO_PARTS
from metrics.counts.series_index import counts_of_series
from metrics.counts.table_rows import all_places
from metrics.language.phrasing import Period
from metrics.query.query import PRINTED, Measure


@dataclass(frozen=True, kw_only=True)
class SumOfPlaces:
    """Parts that make up a whole: so many people each, and those whose place is not known.

    period: for which; of a level or a running total, its day.
    value: of the parts and of those whose place is not known, together: what the whole's document prints.
    """

    parent: str
    period: Period
    parts: int  # how many places
    unknown: float  # 0 where none is printed
    value: float
    source_id: str  # of the whole


def sum_of_places(inputs: Inputs, rows: Iterable[Row]) -> SumOfPlaces | None:
    """The newest period for which all parts of a place have an exact count that adds up to its own.

    None where not all parts are asked for, where one has no exact count, or where the sum is another.
    """
    parent = _only_parent(inputs)
    if parent is None or len(inputs.query.metrics) > 1 or inputs.query.measure not in PRINTED:
        return None
    by_period: dict[Period, dict[str, float]] = {}
    for row in (one for one in rows if one.place != parent and one.qualifier == "exact"):
        if row.value is not None and row.period_end is not None:
            by_period.setdefault(Period(row.period_start, row.period_end), {})[row.place] = row.value
    for period in sorted(by_period, key=lambda period: period.end, reverse=True):
        parts = by_period[period]
        is_complete = parts.keys() >= set(inputs.query.places) - {parent}
        found = _agreement(inputs, parent, period, parts) if is_complete else None
        if found is not None:
            return found
    return None


def _only_parent(inputs: Inputs) -> str | None:
    """The place of which exactly all known parts are asked for, with or without itself."""
    places, asked = all_places(inputs.dataset), set(inputs.query.places)
    parents = {places[place].parent for place in asked if places[place].parent not in ("", place)}
    parent = parents.pop() if len(parents) == 1 else ""
    parts = {one.place for one in places.values() if one.parent == parent and one.kind not in NO_PARTS}
    return parent if parent and parts == asked - {parent} else None


def _agreement(inputs: Inputs, parent: str, period: Period, parts: dict[str, float]) -> SumOfPlaces | None:
    places = all_places(inputs.dataset).values()
    unknown_places = (one.place for one in places if one.parent == parent and one.kind == "unknown")
    unknown = [count for place in unknown_places for count in _exact(inputs, place, period)]
    known = sum(parts.values())
    for whole in _exact(inputs, parent, period):
        for rest in (0.0, *(count.number for count in unknown)):
            if known + rest == whole.number:
                is_happened = inputs.query.measure is Measure.HAPPENED
                return SumOfPlaces(
                    parent=parent,
                    period=period if is_happened else Period(None, period.end),
                    parts=len(parts),
                    unknown=rest,
                    value=whole.number,
                    source_id=whole.source_id,
                )
    return None


def _exact(inputs: Inputs, place: str, period: Period) -> list[Count]:
    """The exact counts of the question's series in a place for a period, best first."""
    query = inputs.query
    part = (query.counted_by, query.group, query.sex, query.age, query.detail, query.event)
    series = Series(query.metrics[0], place, *part)
    return [
        count
        for count in counts_of_series(inputs.dataset, series)
        if count.qualifier == "exact"
        and Period(count.period_start, count.period_end) == period
        and is_usable(count, inputs.clocks)
    ]
