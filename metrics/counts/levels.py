"""Levels: places that are counted beside each other, such as the regions of a country, or its districts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from metrics.counts.table_rows import all_places
from metrics.counts.typed_rows import Place
from metrics.query.caching import cached, cached_per_dataset
from validation import Dataset

NOT_KNOWN: Final = "unknown"  # the kind of a place that stands for cases whose place is not known
INSTITUTION: Final = "institution"  # lies in a region as a prison does, and is no part of its area
NO_PARTS: Final = (NOT_KNOWN, INSTITUTION)  # lie in a place, and are none of the parts that make it up
OPENED_BY_PARTS: Final = ("country", "world")


@dataclass(frozen=True, kw_only=True)
class Level:
    """Places of one level, in the order of the table.

    code: as an address names it: `XX`, the parts of XX; `XX/district`, what is a district anywhere in XX;
        `/country`, the countries, which lie in no other place.
    whole: the place that they lie in; empty where they lie in none.
    kind: what sort of places they are; empty where they are of several sorts.
    """

    code: str
    whole: str
    kind: str
    places: tuple[str, ...]


@cached_per_dataset
def levels_of(dataset: Dataset) -> Mapping[str, Level]:
    """All levels by their codes: for each place its parts, and each sort of place that lies deeper in it.

    Last those that lie in no other place, by their sort, where there are several.
    """
    places = {code: place for code, place in all_places(dataset).items() if place.kind != NOT_KNOWN}
    parts, deeper = _within(places)
    levels = [level for whole in places for level in _of_whole(whole, places, parts, deeper)]
    return {level.code: level for level in [*levels, *_on_top(places)]}


Sorts = Mapping[str, list[str]]  # codes of places, by their sort


def _within(places: Mapping[str, Place]) -> tuple[dict[str, list[str]], dict[str, dict[str, list[str]]]]:
    """The parts of each place, without institutions; and all that lies in it, by its sort."""
    parts: dict[str, list[str]] = {}
    inside: dict[str, dict[str, list[str]]] = {}
    for code, place in places.items():
        if place.kind != INSTITUTION:
            parts.setdefault(place.parent, []).append(code)
        for whole in wholes_of(places, code):
            inside.setdefault(whole, {}).setdefault(place.kind, []).append(code)
    return parts, inside


def _of_whole(
    whole: str, places: Mapping[str, Place], parts: Sorts, inside: Mapping[str, Sorts]
) -> Iterator[Level]:
    own = parts.get(whole, [])
    if own:
        yield Level(code=whole, whole=whole, kind=_kind(own, places), places=tuple(own))
    for kind, codes in inside.get(whole, {}).items():
        if not set(codes) <= set(own):
            yield Level(code=f"{whole}/{kind}", whole=whole, kind=kind, places=tuple(codes))


def _on_top(places: Mapping[str, Place]) -> Iterator[Level]:
    by_kind: dict[str, list[str]] = {}
    for code, place in places.items():
        if place.parent not in places:
            by_kind.setdefault(place.kind, []).append(code)
    for kind, codes in by_kind.items():
        if len(codes) > 1:
            yield Level(code=f"/{kind}", whole="", kind=kind, places=tuple(codes))


def _kind(codes: list[str], places: Mapping[str, Place]) -> str:
    kinds = {places[code].kind for code in codes}
    return kinds.pop() if len(kinds) == 1 else ""


def wholes_of(places: Mapping[str, Place], place: str) -> tuple[str, ...]:
    """The places that a place lies in, the nearest first."""
    wholes: list[str] = []
    parent = places[place].parent
    while parent in places:
        wholes.append(parent)
        parent = places[parent].parent
    return tuple(wholes)


@cached
def levels_around(dataset: Dataset, place: str) -> tuple[Level, ...]:
    """The levels on which a place stands, or that lie in it: first those that a reader expects.

    A place is shown among the parts of its own whole; a country and the world, by their parts. Last come
    places that lie in nothing: where nobody said what provinces lie in, they can be compared all the same.
    """
    places = all_places(dataset)
    wholes = wholes_of(places, place)
    own = (*wholes[:1], place)
    first = own[::-1] if places[place].kind in OPENED_BY_PARTS else own
    around = [level for level in levels_of(dataset).values() if level.whole in ("", place, *wholes)]
    return tuple(sorted(around, key=lambda level: (*first, level.code).index(level.code)))
