"""Bars at their pixels: upright or lying, full or hatched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from charts.drawing.axis import Axis
from charts.drawing.marks import Curve, Mark, Point, Style, rectangle, solid
from charts.drawing.symbols import hatched

MS_OF_A_DAY: Final = 86_400_000  # Plotly gives the width of a bar over days in these


def bars(trace: Mapping[str, Any], across: Axis, up: Axis) -> Iterator[Mark]:
    """Bars from zero to their values, within the time shown; one mark for all that look alike."""
    is_lying = trace.get("orientation") == "h"
    places, lengths = (trace["y"], trace["x"]) if is_lying else (trace["x"], trace["y"])
    along, beside = (across, up) if is_lying else (up, across)
    widths = _each(trace["width"], len(places))
    alike: dict[Style, list[tuple[Point, ...]]] = {}
    for at, (place, length) in enumerate(zip(places, lengths, strict=True)):
        wide = widths[at] / (MS_OF_A_DAY if beside.is_time else 1)
        half = abs(beside.per_unit) * wide / 2
        middle, zero, end = beside.at(place), along.at(0), along.at(length)
        near, far = beside.within(middle - half), beside.within(middle + half)
        box = (zero, near, end, far) if is_lying else (near, end, far, zero)
        alike.setdefault(_style(trace["marker"], at), []).append(rectangle(*box))
    for style, boxes in alike.items():
        yield Curve(lines=tuple(boxes), is_closed=True, style=style)


def _style(marker: Mapping[str, Any], at: int) -> Style:
    """A bar's fill and outline; where the whole trace is full, its hatching is empty."""
    pattern = dict(marker.get("pattern", {}))
    shape = pattern.get("shape", "")
    pattern["shape"] = shape if isinstance(shape, str) else shape[at]
    colour, outline = marker["color"], marker["line"]["color"]
    hatch = hatched(pattern, colour)
    return Style(
        fill="" if hatch else solid(colour),
        hatch=hatch,
        stroke=solid(outline if isinstance(outline, str) else outline[at]),
        width=marker["line"]["width"],
    )


def _each(value: float | Sequence[float], count: int) -> list[float]:
    return [value] * count if isinstance(value, int | float) else list(value)
