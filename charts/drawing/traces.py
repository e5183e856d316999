"""The marks of a chart's traces at their pixels, and the words beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from charts.drawing.axis import Axis
from charts.drawing.bars import bars
from charts.drawing.marks import DASHES, Align, Curve, Label, Mark, Point, Style, solid
from charts.drawing.markup import block
from charts.drawing.plot_area import PlotArea
from charts.drawing.symbols import hatched, signs

Trace = Mapping[str, Any]
ALIGNED: Final[Mapping[str, Align]] = {"left": "right", "right": "left", "center": "center"}
ABOVE: Final = {"top": 1.0, "middle": 0.5, "bottom": 0.0}
INDENT: Final = 7  # pixels between a mark and words beside it
LIFT: Final = 2  # pixels between a mark and words over it


def axes_of(trace: Trace, area: PlotArea) -> tuple[Axis, Axis]:
    """The two axes that a trace lies on."""
    return area.axes[trace.get("xaxis", "x")], area.axes[trace.get("yaxis", "y")]


def is_drawn(trace: Trace) -> bool:
    """Whether a trace is there without being asked for."""
    return trace.get("visible", True) is True


def marks_of(trace: Trace, area: PlotArea) -> Iterator[Mark]:
    """The marks of one trace, those behind first."""
    if trace["type"] == "bar":
        yield from bars(trace, *axes_of(trace, area))
        return
    mode, runs = trace["mode"], _runs(trace, area)
    if "fill" in trace:
        yield Curve(lines=tuple(runs), is_closed=True, style=_filled(trace))
    elif "lines" in mode:
        line = trace["line"]
        style = Style(stroke=solid(line["color"]), width=line["width"], dash=DASHES.get(line.get("dash"), ()))
        yield Curve(lines=tuple(run for run in runs if len(run) > 1), style=style)
    if "error_y" in trace:
        yield _whiskers(trace, area)
    if "markers" in mode and trace["marker"].get("opacity", 1):
        yield from _points(trace, area)


def _runs(trace: Trace, area: PlotArea) -> list[tuple[Point, ...]]:
    """The points of a line, parted at its empty ones."""
    across, up = axes_of(trace, area)
    pairs = zip(trace["x"], trace["y"], strict=True)
    return [
        tuple((across.at(x), up.at(y)) for x, y in run)
        for is_gap, run in groupby(pairs, key=lambda pair: pair[1] is None)
        if not is_gap
    ]


def _filled(trace: Trace) -> Style:
    line = trace["line"]
    return Style(
        fill=solid(trace["fillcolor"]),
        hatch=hatched(trace.get("fillpattern", {}), line.get("color", "")),
        stroke=solid(line.get("color", "")) if line["width"] else "",
        width=line["width"],
    )


def _points(trace: Trace, area: PlotArea) -> Iterator[Mark]:
    """One mark for all points of one size, within the time shown."""
    across, up = axes_of(trace, area)
    marker, size = trace["marker"], trace["marker"]["size"]
    sizes = [size] * len(trace["y"]) if isinstance(size, int | float) else size
    drawn: dict[float, list[Point]] = {}
    for x, y, own in zip(trace["x"], trace["y"], sizes, strict=True):
        if y is not None and own and across.shows(x):
            drawn.setdefault(own, []).append((across.at(x), up.at(y)))
    for own, centres in drawn.items():
        yield signs(
            marker["symbol"],
            tuple(centres),
            size=own,
            colour=marker["color"],
            line=marker.get("line", {}),
        )


def _whiskers(trace: Trace, area: PlotArea) -> Mark:
    """From each mark to the upper end of its range, with a stroke across it there."""
    across, up = axes_of(trace, area)
    error = trace["error_y"]
    lines: list[tuple[Point, ...]] = []
    for x, y, length in zip(trace["x"], trace["y"], error["array"], strict=True):
        if length:
            left, low, high = across.at(x), up.at(y), up.at(y + length)
            lines += [((left, low), (left, high))]
            lines += [((left - error["width"], high), (left + error["width"], high))]
    style = Style(stroke=solid(error["color"]), width=error["thickness"])
    return Curve(lines=tuple(lines), style=style)


def words_of(trace: Trace, area: PlotArea) -> Iterator[Label]:
    """The words beside the marks of a trace; none where it has none."""
    if "text" not in trace.get("mode", ""):
        return
    across, up = axes_of(trace, area)
    count, font = len(trace["text"]), trace["textfont"]
    positions = _each(trace["textposition"], count)
    colours, halos = _each(font["color"], count), _each(font.get("shadow", ""), count)
    radius = trace["marker"]["size"] / 2 if "markers" in trace["mode"] and "marker" in trace else 0
    for at, text in enumerate(trace["text"]):
        if not across.shows(trace["x"][at]):
            continue
        vertical, horizontal = positions[at].split()
        shift = {"left": -INDENT, "right": INDENT, "center": 0}[horizontal]
        lift = {"top": -LIFT - radius, "middle": 0, "bottom": LIFT + radius}[vertical]
        yield from block(
            text,
            x=across.at(trace["x"][at]) + shift,
            y=up.at(trace["y"][at]) + lift,
            align=ALIGNED[horizontal],
            above=ABOVE[vertical],
            size=font["size"],
            colour=colours[at],
            halo=halos[at].rpartition(" ")[2],
        )


def _each(value: str | Sequence[str], count: int) -> list[str]:
    return [value] * count if isinstance(value, str) else list(value)
