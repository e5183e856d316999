"""boundaries/*.geojson: outlines of places. Without them there is no map, and all else works."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from validation.findings import Finding, Severity, finding

SHAPES: Final = ("Polygon", "MultiPolygon")
DEPTH_OF_POINTS: Final = {"Polygon": 2, "MultiPolygon": 3}  # rings of points; parts of rings of points


class NotAnOutlineError(ValueError):
    """The feature has no place, or no shape that can be drawn."""


def read_boundaries(
    *, files: Mapping[str, bytes | None], places: frozenset[str]
) -> tuple[dict[str, Any], list[Finding]]:
    """Features by place code; what cannot be drawn is left out, with a warning."""
    outlines: dict[str, Any] = {}
    findings: list[Finding] = []
    for name, content in sorted(files.items()):
        try:
            features = json.loads((content or b"").decode("utf-8-sig"))["features"]
            for feature in features:
                place = _place(feature=feature, places=places)
                outlines[place] = feature
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            message = f"`outlines` must be GeoJSON features of known places: {error or 'the file is empty'}"
            findings.append(
                finding(severity=Severity.WARNING, rule="boundaries", table=name, message=message)
            )
    return outlines, findings


def _place(*, feature: dict[str, Any], places: frozenset[str]) -> str:
    """The place that the feature outlines.

    Raises:
        NotAnOutlineError: where the place is not in places.csv, or there is nothing to draw.
    """
    place = feature["properties"].get("place", feature.get("id", ""))
    if place not in places:
        raise NotAnOutlineError(f"`{place}` is not in places.csv")
    geometry = feature["geometry"]
    if geometry["type"] not in SHAPES:
        raise NotAnOutlineError(f"`{place}` has no polygon")
    _check_points(value=geometry["coordinates"], depth=DEPTH_OF_POINTS[geometry["type"]], place=place)
    return str(place)


def _check_points(*, value: object, depth: int, place: str) -> None:
    if not isinstance(value, list) or not value:
        raise NotAnOutlineError(f"`{place}` has no points")
    for item in value:
        if depth:
            _check_points(value=item, depth=depth - 1, place=place)
        elif not isinstance(item, (int, float)):
            raise NotAnOutlineError(f"`{place}` has a point that is no pair of numbers")
