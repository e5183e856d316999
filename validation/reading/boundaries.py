"""boundaries/*.geojson: outlines of places. Without them there is no map, and all else works."""

from __future__ import annotations

import json
from typing import Any, Final

from validation.findings import Finding, Severity, finding

DEPTH_OF_RINGS: Final = {"Polygon": 1, "MultiPolygon": 2}  # lists around a ring
FEWEST_POINTS: Final = 3  # of a ring; two make a line
MOST_LONGITUDE: Final = 180.0
MOST_LATITUDE: Final = 90.0
MOST_SHOWN: Final = 60  # characters of the file that a finding repeats


class NotAnOutlineError(ValueError):
    """The file holds no features, or the feature has no place or no shape that can be drawn."""


def read_outlines(
    *, file: str, content: bytes | None, places: frozenset[str]
) -> tuple[dict[str, Any], list[Finding]]:
    """Outlines by place code; a feature that cannot be drawn is left out, with a warning.

    An outline is a GeoJSON feature with nothing in it but its place and its points, each a longitude and
    a latitude: heights and other properties are not drawn.
    """
    try:
        features = _features(content=content)
    except NotAnOutlineError as error:
        return {}, [_warning(file=file, message=str(error))]
    outlines: dict[str, Any] = {}
    findings: list[Finding] = []
    for number, feature in enumerate(features, start=1):
        try:
            place, geometry = _outline(feature=feature, places=places)
        except NotAnOutlineError as error:
            findings.append(_warning(file=file, message=f"{error} (feature {number})"))
        else:
            outlines[place] = {"type": "Feature", "properties": {"place": place}, "geometry": geometry}
    return outlines, findings


def _warning(*, file: str, message: str) -> Finding:
    return finding(severity=Severity.WARNING, rule="boundaries", table=file, message=message)


def _features(*, content: bytes | None) -> list[Any]:
    attribute = "`the outlines` must be a GeoJSON object with a list of `features`"
    if not content:
        raise NotAnOutlineError(f"{attribute}: the file is empty or cannot be read")
    try:
        collection = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotAnOutlineError(f"{attribute}: it cannot be read as JSON in UTF-8 ({error})") from error
    if not isinstance(collection, dict):
        raise NotAnOutlineError(f"{attribute}: the file holds {_shown(collection)}")
    features = collection.get("features")
    if not isinstance(features, list):
        raise NotAnOutlineError(f"{attribute}: `features` is {_shown(features)}")
    return features


def _outline(*, feature: object, places: frozenset[str]) -> tuple[str, dict[str, Any]]:
    """The place that the feature outlines, and its geometry.

    Raises:
        NotAnOutlineError: where the place is not in places.csv, or there is nothing to draw.
    """
    if not isinstance(feature, dict):
        raise NotAnOutlineError(f"`the feature` must be a JSON object: it is {_shown(feature)}")
    place = _place(feature=feature)
    if not isinstance(place, str) or place not in places:
        raise NotAnOutlineError(
            "`place` among the properties of the feature, or else its `id`, must be a code of places.csv:"
            f" it is {_shown(place)}"
        )
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not isinstance(kind, str) or kind not in DEPTH_OF_RINGS:
        raise NotAnOutlineError(
            f"`geometry` of {place} must be one of {', '.join(DEPTH_OF_RINGS)}: it is {_shown(geometry)}"
        )
    points = _rings(value=geometry.get("coordinates"), depth=DEPTH_OF_RINGS[kind], place=place)
    return place, {"type": kind, "coordinates": points}


def _place(*, feature: dict[str, Any]) -> object:
    properties = feature.get("properties")  # GeoJSON allows null where there are none
    named = properties.get("place") if isinstance(properties, dict) else None
    return feature.get("id") if named is None else named


def _rings(*, value: object, depth: int, place: str) -> list[Any]:
    """Rings of points, with as many lists around them as the kind of geometry has."""
    if not isinstance(value, list) or not value:
        raise NotAnOutlineError(f"`coordinates` of {place} must be lists of rings of points: {_shown(value)}")
    if depth:
        return [_rings(value=item, depth=depth - 1, place=place) for item in value]
    if len(value) < FEWEST_POINTS:
        raise NotAnOutlineError(
            f"`a ring` of {place} must be {FEWEST_POINTS} points or more: it is {_shown(value)}"
        )
    return [_point(value=item, place=place) for item in value]


def _point(*, value: object, place: str) -> list[float]:
    if isinstance(value, list) and len(value) > 1:
        longitude, latitude = value[:2]
        if _is_degree(longitude, most=MOST_LONGITUDE) and _is_degree(latitude, most=MOST_LATITUDE):
            return [longitude, latitude]
    raise NotAnOutlineError(
        f"`a point` of {place} must be a longitude from -180 to 180 and a latitude from -90 to 90:"
        f" it is {_shown(value)}"
    )


def _is_degree(value: object, *, most: float) -> bool:
    # NaN and infinity, which Python reads from JSON though it has none, are no degrees either.
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= most


def _shown(value: object) -> str:
    """The beginning of a part of the file, in ASCII: JSON can hold half characters, and pages cannot."""
    try:
        text = json.dumps(value)
    except RecursionError:
        return "lists in lists without end"
    return f"`{text[:MOST_SHOWN]}…`" if len(text) > MOST_SHOWN else f"`{text}`"
