"""Outlines of regions as points of a figure: rings, middle, proportions. There is no base map."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Ring = list[list[float]]
DECIMALS: Final = 3  # about 100 metres
TURN: Final = 360  # degrees of longitude around the globe
HALF_TURN: Final = 180
GRID: Final = 24  # points tried along each side of a region's box
SIDEWAYS: Final = 0.6  # what a degree to the side counts beside one up or down


def rings(feature: Mapping[str, Any]) -> list[Ring]:
    """The outer and inner rings of a Polygon or MultiPolygon; no ring for any other geometry."""
    geometry = feature["geometry"]
    if geometry["type"] == "Polygon":
        return list(geometry["coordinates"])
    if geometry["type"] == "MultiPolygon":
        return [ring for polygon in geometry["coordinates"] for ring in polygon]
    return []


def in_one_piece(features: Mapping[str, Any]) -> dict[str, Any]:
    """The features as a map shows them: cut where the widest stretch of longitudes has no outline.

    On a map from -180 to 180 degrees Alaska and Chukotka lie at opposite ends. What lies west of the cut is
    moved east by a turn of the globe, so that neighbours are drawn side by side.
    """
    followed = {code: [_followed(ring) for ring in rings(feature)] for code, feature in features.items()}
    cut = _cut([ring for of_feature in followed.values() for ring in of_feature])
    return {code: _feature([_east_of(cut, ring) for ring in of_one]) for code, of_one in followed.items()}


def _followed(ring: Ring) -> Ring:
    """A ring whose neighbouring points lie side by side, where it steps from 179 to -179 degrees.

    One around a pole cannot be laid flat, and stays as it is.
    """
    if all(abs(one[0] - two[0]) <= HALF_TURN for one, two in pairwise(ring)):
        return ring
    longitudes = np.unwrap([point[0] for point in ring], period=TURN)
    if abs(longitudes[-1] - longitudes[0]) > HALF_TURN:
        return ring
    return [[float(x), point[1]] for x, point in zip(longitudes, ring, strict=True)]


def _cut(all_rings: list[Ring]) -> float:
    """The longitude at the eastern end of the widest stretch without an outline."""
    spans = sorted(_span(ring) for ring in all_rings)
    first, reached = spans[0]
    widest, cut = 0.0, first
    for west, east in spans[1:]:
        if west - reached > widest:
            widest, cut = west - reached, west
        reached = max(reached, east)
    around = first + TURN - reached
    return first if around >= widest else cut


def _span(ring: Ring) -> tuple[float, float]:
    """Its western and eastern ends, the western one between -180 and 180 degrees."""
    longitudes = [point[0] for point in ring]
    west, east = min(longitudes), max(longitudes)
    turns = math.floor((west + HALF_TURN) / TURN) * TURN
    return west - turns, east - turns


def _east_of(cut: float, ring: Ring) -> Ring:
    """The ring, moved by whole turns to where it begins at the cut or up to a turn east of it."""
    west = min(point[0] for point in ring)
    moved = -math.floor((west - cut) / TURN) * TURN
    return [[point[0] + moved, point[1]] for point in ring] if moved else ring


def _feature(all_rings: list[Ring]) -> dict[str, Any]:
    return {"geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in all_rings]}}


def outline(feature: Mapping[str, Any]) -> tuple[list[float | None], list[float | None]]:
    """Longitudes and latitudes of all rings, an empty point between two."""
    points = [point for ring in rings(feature) for point in (*ring, (None, None))][:-1]
    return [_rounded(point[0]) for point in points], [_rounded(point[1]) for point in points]


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, DECIMALS)


def middle(feature: Mapping[str, Any]) -> tuple[float, float]:
    """Where the region's value is written: the point of its largest ring with most room around it.

    The centre of gravity can lie on a border, or outside a bent region. Room to the sides counts
    for less than room above, since a number is wider than it is high.
    """
    ring = np.array(max(rings(feature), key=_area))
    found = _grid(ring)
    found = found[_is_inside(found, ring)]
    if not len(found):
        return _rounded_point(ring.mean(axis=0))
    return _rounded_point(found[int(np.argmax(_room(found, ring)))])


def _area(ring: Ring) -> float:
    points = np.array(ring)
    x, y = points[:, 0], points[:, 1]
    return float(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)


def _rounded_point(point: Points) -> tuple[float, float]:
    return round(float(point[0]), DECIMALS), round(float(point[1]), DECIMALS)


def _grid(ring: Points) -> Points:
    """Points at even distances over the box of a ring."""
    (west, south), (east, north) = ring.min(axis=0), ring.max(axis=0)
    x, y = np.meshgrid(np.linspace(west, east, GRID), np.linspace(south, north, GRID))
    return np.column_stack([x.ravel(), y.ravel()])


def _is_inside(points: Points, ring: Points) -> npt.NDArray[np.bool_]:
    """Whether a ray to the east from each point crosses the ring an odd number of times."""
    ends = np.roll(ring, -1, axis=0)
    x, y = points[:, :1], points[:, 1:]
    spans = (ring[:, 1] > y) != (ends[:, 1] > y)
    rise = ends[:, 1] - ring[:, 1]
    slope = (ends[:, 0] - ring[:, 0]) / np.where(rise == 0, np.inf, rise)
    crossings = spans & (x < ring[:, 0] + (y - ring[:, 1]) * slope)
    return np.asarray(crossings.sum(axis=1) % 2 == 1)


def _room(points: Points, ring: Points) -> Points:
    """The distance from each point to the nearest corner of the ring, sideways ones shortened."""
    apart = (points[:, None, :] - ring[None, :, :]) * (SIDEWAYS, 1)
    return np.asarray((apart**2).sum(axis=2).min(axis=1))


def box(features: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """West, south, east and north ends of all features."""
    points = [point for feature in features.values() for ring in rings(feature) for point in ring]
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def stretch(south: float, north: float) -> float:
    """How much longer a degree of latitude is drawn than one of longitude, in the middle of the map."""
    return round(1 / math.cos(math.radians((south + north) / 2)), 4)
