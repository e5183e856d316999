"""What may be chosen next, with how many figures each choice leads to, and why some lead to none.

The number beside a choice is how many figures (rows with a value) the answer shows after it, all else being
kept as it is asked (`with_choice`): beside a metric those of that metric, beside a place those of that place,
beside anything else those of the whole answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from metrics.offered.choosing import ALSO, with_choice
from metrics.offered.figures import figures_by_place, figures_of, makes_sense
from metrics.query.caching import cached
from metrics.query.query import Measure, Query
from metrics.question.address import LATEST
from metrics.question.allowed import (
    FIRST_YEAR,
    allowed_codes,
    counters_offered,
    grains_offered,
    measures_for,
    measures_offered,
    places_with_rates,
)
from validation import Dataset

BEGINNING: Final = date(FIRST_YEAR, 1, 1)
FROM_AN_ORIGIN: Final = (Measure.TOTAL, Measure.NEWLY_DOCUMENTED, Measure.PER_100K)


class Why(StrEnum):
    """Why a choice leads to no figure."""

    NONE = "none"  # none is recorded of all that is chosen together
    OTHER_TIME = "other_time"  # only outside the time that is chosen
    NO_POPULATION = "no_population"  # nothing to divide by
    OTHER_WAY = "other_way"  # not measured in the way that is chosen
    OTHER_MEASURE = "other_measure"  # counted in the way of another measure only


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One choice: its code, how many figures it leads to, and where there are none, why."""

    code: str
    figures: int
    why: Why | None = None


@cached
def offers(dataset: Dataset, query: Query) -> Mapping[str, tuple[Offer, ...]]:
    """By the name of each parameter all its choices, in the order of the menus; places are all places."""
    offered = {
        parameter: tuple(_offer(dataset, query, parameter, code) for code in codes)
        for parameter, codes in _codes(dataset, query).items()
    }
    return {**offered, "place": tuple(_places(dataset, query))}


def _codes(dataset: Dataset, query: Query) -> dict[str, tuple[str, ...]]:
    """The codes that each menu has; a menu of one choice is none, but for those that are always in sight."""
    codes = allowed_codes(dataset)
    measures = (Measure.HAPPENED,) if query.event else measures_offered(dataset, query.metrics)
    edition = LATEST if query.edition is None else query.edition.isoformat()
    days = {LATEST, edition, *(day.date().isoformat() for day in dataset.editions["day"])}
    return {
        "metric": codes["metric"],
        ALSO: tuple(metric for metric in codes["metric"] if metric not in query.metrics),
        "measure": tuple(map(str, measures)),
        "grain": tuple(map(str, grains_offered(dataset, chosen=query.grain))),
        "counted_by": tuple(dict.fromkeys((*counters_offered(dataset), query.counted_by))),
        "group": codes["group"],
        "sex": codes["sex"],
        "age": codes["age"],
        "detail": codes["detail"],
        "edition": tuple(sorted(days, reverse=True)),  # letters are sorted behind numbers
        "since": _origins(dataset) if query.measure in FROM_AN_ORIGIN else (),
    }


def _origins(dataset: Dataset) -> tuple[str, ...]:
    usual, *others = dataset.settings.origins
    return ("", *(one.day.isoformat() for one in others if one.day != usual.day))


def _offer(dataset: Dataset, query: Query, parameter: str, code: str) -> Offer:
    chosen = with_choice(dataset, query, parameter, code)
    if parameter in ("metric", ALSO):
        counted = replace(chosen, metrics=(code,))
        figures = figures_of(dataset, counted) if makes_sense(dataset, chosen) else 0
    else:
        counted = chosen
        figures = figures_of(dataset, chosen)
    return Offer(code=code, figures=figures, why=None if figures else _why(dataset, chosen, counted))


def _why(dataset: Dataset, chosen: Query, counted: Query) -> Why:
    if not chosen.event and chosen.measure not in measures_for(dataset, chosen.metrics):
        return Why.OTHER_WAY
    if chosen.measure is Measure.PER_100K and places_with_rates(dataset, chosen) != chosen.places:
        return Why.NO_POPULATION
    ever = _at_all_times(counted)
    if figures_of(dataset, ever):
        return Why.OTHER_TIME
    return (
        Why.OTHER_MEASURE
        if any(figures_of(dataset, one) for one in _measured_else(dataset, ever))
        else Why.NONE
    )


def _measured_else(dataset: Dataset, query: Query) -> Iterator[Query]:
    """The question by every other measure that its metrics have."""
    for measure in () if query.event else measures_offered(dataset, query.metrics):
        if measure is not query.measure:
            yield replace(query, measure=measure)


def _at_all_times(query: Query) -> Query:
    """The question without bounds; as published there is a row for each count, however long the time."""
    return replace(query, start=BEGINNING, end=None)


def _places(dataset: Dataset, query: Query) -> Iterator[Offer]:
    everywhere = replace(query, places=tuple(dataset.places["place"]))
    within = figures_by_place(dataset, everywhere)
    others = tuple(place for place in everywhere.places if place not in within)
    ever = _at_all_times(replace(query, places=others))
    reasons = dict.fromkeys(_elsewise(dataset, ever), Why.OTHER_MEASURE)
    if query.measure is Measure.PER_100K:
        reasons |= dict.fromkeys(set(others) - set(places_with_rates(dataset, ever)), Why.NO_POPULATION)
    reasons |= dict.fromkeys(figures_by_place(dataset, ever), Why.OTHER_TIME)
    for place in everywhere.places:
        why = None if place in within else reasons.get(place, Why.NONE)
        yield Offer(code=place, figures=within.get(place, 0), why=why)


def _elsewise(dataset: Dataset, query: Query) -> set[str]:
    """The places that have figures by another measure."""
    return {place for one in _measured_else(dataset, query) for place in figures_by_place(dataset, one)}
