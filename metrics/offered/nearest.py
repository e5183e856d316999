"""The nearest questions that have a figure, where a question has none.

Each changes as little of the question as it can: another time, one filter less, another grain or measure, the
whole instead of the place, another organisation. None is given that leads to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from metrics.answer.rows import Row
from metrics.counts.levels import wholes_of
from metrics.counts.table_rows import all_places
from metrics.offered.choosing import with_choice
from metrics.offered.figures import figures_of, makes_sense, rows_with_a_value
from metrics.offered.offers import BEGINNING
from metrics.query.caching import cached
from metrics.query.query import Grain, Measure, Query
from metrics.question.address import default_measure
from metrics.question.allowed import counters_offered, measures_offered
from validation import Dataset
from validation.models.vocabularies import ALL

# More ways out than this are a list to read, not a help.
MOST_OFFERED: Final = 5


@dataclass(frozen=True, kw_only=True)
class Nearest:
    """A question with a figure, and in what it differs.

    changed: the names of the parameters that differ, the first one the reason why it is offered.
    figures: how many figures it has.
    """

    changed: tuple[str, ...]
    query: Query
    figures: int


@cached
def nearest(dataset: Dataset, query: Query) -> tuple[Nearest, ...]:
    """The nearest questions that have a figure, the nearest first; none where the data set has no figure."""
    found: dict[Query, Nearest] = {}
    is_near_in_time = False
    for name, other in _others(dataset, query):
        for changed, asked in _in_time(dataset, name, other, query):
            if is_near_in_time and changed[-1] == "time" and name != "time":
                continue  # another day alone is nearer than another day and a change beside it
            figures = figures_of(dataset, asked)
            is_near_in_time |= name == "time" and figures > 0
            if figures and asked != query:
                found.setdefault(asked, Nearest(changed=changed, query=asked, figures=figures))
        if len(found) >= MOST_OFFERED:
            break
    return tuple(found.values())[:MOST_OFFERED]


def _in_time(
    dataset: Dataset, name: str, other: Query, query: Query
) -> Iterator[tuple[tuple[str, ...], Query]]:
    """The changed question in the time that was asked for; where it has no figure then, its nearest one."""
    if name != "time":
        yield (name,), other
    if not makes_sense(dataset, other) or (name != "time" and figures_of(dataset, other)):
        return
    rows = rows_with_a_value(dataset, replace(other, start=BEGINNING, end=None))
    if not rows:
        return
    changed = ("time",) if name == "time" else (name, "time")
    close = min(rows, key=lambda row: _days_between(row, query))
    yield changed, replace(other, start=_first_day(close, other), end=_last_day(close))
    if len(rows) > 1 and name == "time":
        first = min(_first_day(row, other) for row in rows)
        yield ("all", "time"), replace(other, start=first, end=None)


def _first_day(row: Row, query: Query) -> date:
    """The first day that the question's time needs for this row to lie within it."""
    if query.measure is Measure.HAPPENED and row.period_start:
        return row.period_start
    return _last_day(row)


def _last_day(row: Row) -> date:
    return row.period_end or date.max


def _days_between(row: Row, query: Query) -> tuple[int, int]:
    """How far a row lies outside the question's time; of two as far, the later one is nearer."""
    first, last = _first_day(row, query), _last_day(row)
    end = query.end or date.max
    outside = max((query.start - first).days, (last - end).days, 0)
    return outside, -last.toordinal()


def _others(dataset: Dataset, query: Query) -> Iterator[tuple[str, Query]]:
    """The questions that differ in one thing, in the order in which a reader would give it up."""
    yield "time", query
    if query.grain is not Grain.AS_PUBLISHED:
        yield "grain", replace(query, grain=Grain.AS_PUBLISHED)
    yield from _with_fewer_filters(dataset, query)
    for measure in (Measure.HAPPENED,) if query.event else measures_offered(dataset, query.metrics):
        if measure is not query.measure:
            yield "measure", replace(query, measure=measure)
    for whole in _wholes(dataset, query):
        yield "place", replace(query, places=(whole,))
    for counter in counters_offered(dataset):
        if counter != query.counted_by:
            yield "counted_by", replace(query, counted_by=counter)
    yield from _of_everything_else(dataset, query)


def _with_fewer_filters(dataset: Dataset, query: Query) -> Iterator[tuple[str, Query]]:
    """Without one of the filters; and without all of them."""
    usual = {
        "source": "",
        "detail": "",
        "age": ALL,
        "sex": ALL,
        "group": dataset.settings.defaults.group,
        "since": "",
        "known_on": None,
        "edition": None,
    }
    set_here = {name: value for name, value in usual.items() if getattr(query, name) != value}
    for name, value in set_here.items():
        yield name, replace(query, **{name: value})  # type: ignore[arg-type]
    if query.event:
        yield "event", with_choice(dataset, query, "event", "")
    if len(set_here) > 1:
        yield "filters", replace(query, **set_here)  # type: ignore[arg-type]


def _wholes(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """The places that the question's places lie in, the smallest first."""
    places = all_places(dataset)
    found = dict.fromkeys(whole for place in query.places for whole in wholes_of(places, place))
    return tuple(whole for whole in found if (whole,) != query.places)


def _of_everything_else(dataset: Dataset, query: Query) -> Iterator[tuple[str, Query]]:
    """The metrics, then others, of the same place as they are usually asked; and what pages begin with."""
    defaults = dataset.settings.defaults
    usual = replace(
        query,
        grain=Grain(defaults.grain),
        start=defaults.start,
        end=defaults.end,
        known_on=None,
        edition=None,
        counted_by=defaults.counted_by,
        group=defaults.group,
        sex=defaults.sex,
        age=defaults.age,
        detail=defaults.detail,
        since="",
        event="",
        source="",
    )
    for metric in dict.fromkeys(
        (*query.metrics, *dataset.settings.headline_metrics, *dataset.metrics["metric"])
    ):
        measure = Measure(default_measure(dataset, (metric,)))
        yield "metric", replace(usual, metrics=(metric,), measure=measure)
    measure = Measure(default_measure(dataset, (defaults.metric,)))
    yield "metric", replace(usual, metrics=(defaults.metric,), measure=measure, places=(defaults.place,))
