"""The shapes of signs: of points in a chart, and of the entries of its legend."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from charts.canvas.key import OPEN, KeyEntry
from charts.drawing.marks import DASHES, Curve, Dots, Hatch, Mark, Point, Style, rectangle, solid

# For a sign of two pixels, around its middle, as Plotly draws them.
SQUARE: Final = rectangle(-1, -1, 1, 1)
AREAS: Final[Mapping[str, tuple[Point, ...]]] = {
    "square": SQUARE,
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "triangle-up": ((0, -1.15), (1.15, 0.58), (-1.15, 0.58)),
    "triangle-down": ((0, 1.15), (1.15, -0.58), (-1.15, -0.58)),
    "star": tuple(
        (radius * math.sin(at * math.pi / 5), -radius * math.cos(at * math.pi / 5))
        for at, radius in enumerate([1.4, 0.54] * 5)
    ),
    "x": tuple(
        (radius * math.sin(at * math.pi / 6), -radius * math.cos(at * math.pi / 6))
        for at, radius in enumerate([0.45, 1.14, 1.14] * 4)
    ),
}
STROKES: Final[Mapping[str, tuple[tuple[Point, ...], ...]]] = {
    "x-thin": (((-1, -1), (1, 1)), ((-1, 1), (1, -1))),
    "line-ew": (((-1.4, 0), (1.4, 0)),),
}
KEY_LINE: Final = 12  # pixels left and right of the middle of a sign in the legend
KEY_BAR: Final = (9, 6)
KEY_SIGN: Final = 10
RANGE: Final = "line-ew"
KEY_OF_RANGE: Final = (((-8, 0), (8, 0)), ((-8, -4), (-8, 4)), ((8, -4), (8, 4)))


def signs(
    symbol: str, centres: tuple[Point, ...], *, size: float, colour: str, line: Mapping[str, Any]
) -> Mark:
    """Points of one kind, as Plotly's marker draws them: hollow, of strokes, or full with an outline."""
    name, radius = symbol.removesuffix(OPEN), size / 2
    outline, width = solid(line.get("color", colour)), float(line.get("width", 0))
    if symbol.endswith(OPEN) or name in STROKES:
        style = Style(stroke=outline, width=width or 1)
    else:
        style = Style(fill=solid(colour), stroke=outline if width else "", width=width)
    if name == "circle":
        return Dots(centres=centres, radius=radius, style=style)
    shapes = STROKES.get(name) or (AREAS[name],)
    lines = tuple(
        tuple((x + radius * dx, y + radius * dy) for dx, dy in shape) for x, y in centres for shape in shapes
    )
    return Curve(lines=lines, is_closed=name in AREAS, style=style)


def hatched(pattern: Mapping[str, Any], colour: str) -> Hatch | None:
    """How an area is hatched; None where it is not."""
    if not pattern.get("shape"):
        return None
    size = float(pattern.get("size", 8))
    width = max(1.0, round(size * pattern.get("solidity", 0.3) / 2, 2))
    return Hatch(shape=pattern["shape"], colour=solid(pattern.get("fgcolor", colour)), size=size, width=width)


def key_sign(entry: KeyEntry, *, x: float, y: float) -> list[Mark]:
    """The sign of an entry of the legend around a point."""
    if entry.shape == "line":
        style = Style(stroke=entry.colour, width=2, dash=DASHES.get(entry.dash, ()))
        return [Curve(lines=(((x - KEY_LINE, y), (x + KEY_LINE, y)),), style=style)]
    if entry.shape == "bar":
        return [_key_bar(entry, x=x, y=y)]
    if entry.shape.removesuffix(OPEN) == RANGE:
        lines = tuple(tuple((x + dx, y + dy) for dx, dy in line) for line in KEY_OF_RANGE)
        return [Curve(lines=lines, style=Style(stroke=entry.colour, width=2))]
    line = {"color": entry.colour, "width": 1.5}
    return [signs(entry.shape, ((x, y),), size=KEY_SIGN, colour=entry.colour, line=line)]


def _key_bar(entry: KeyEntry, *, x: float, y: float) -> Curve:
    wide, high = KEY_BAR
    hatch = hatched({"shape": entry.pattern, "size": 6, "solidity": 0.35}, entry.colour)
    style = Style(
        fill="" if hatch else entry.colour, hatch=hatch, stroke=entry.outline or entry.colour, width=1.5
    )
    return Curve(lines=(rectangle(x - wide, y - high, x + wide, y + high),), is_closed=True, style=style)
