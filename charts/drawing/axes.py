"""The axes of a static drawing: lines of the grid, axis lines, ticks and their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from charts.canvas.frame import width_of
from charts.drawing.axis import Axis
from charts.drawing.marks import Curve, Label, Mark, Point, Style, solid
from charts.drawing.markup import block
from charts.drawing.plot_area import PlotArea
from charts.drawing.ticks import Tick, ticks_of

TICK: Final = 5  # pixels
BESIDE: Final = 5  # pixels between an axis of counts and its words
BELOW: Final = 3  # pixels between ticks and their words
TIGHT: Final = 0.92  # of the estimated width of words, which is on the safe side


def grid(area: PlotArea) -> Iterator[Mark]:
    """The faint lines behind the marks, one for each tick."""
    for name, axis in area.axes.items():
        if not _is_seen(axis) or not axis.options.get("showgrid"):
            continue
        ends = _ends_of_other(name, area)
        lines = tuple(_across(name, axis.at(tick.value), ends) for tick in ticks_of(axis))
        yield Curve(lines=lines, style=Style(stroke=solid(axis.options["gridcolor"]), width=1))


def axis_lines(area: PlotArea) -> Iterator[Mark]:
    """The line at zero, and the line of days with its ticks; those of counts have none."""
    for name, axis in area.axes.items():
        if not _is_seen(axis):
            continue
        first, _last = ends = _ends_of_other(name, area)
        if axis.options.get("zeroline") and axis.shows(0):
            style = Style(stroke=solid(axis.options["zerolinecolor"]), width=1)
            yield Curve(lines=(_across(name, axis.at(0), ends),), style=style)
        if "linecolor" in axis.options:
            style = Style(stroke=solid(axis.options["linecolor"]), width=1)
            places = [axis.at(tick.value) for tick in ticks_of(axis)]
            ticks = [((at, first), (at, first + TICK)) for at in places]
            yield Curve(lines=(((axis.first, first), (axis.last, first)), *ticks), style=style)


def axis_words(area: PlotArea) -> Iterator[Label]:
    """The numbers, days and names along the axes; of two that touch, as between panels, the first."""
    taken: list[tuple[float, float, float]] = []
    for label in _all_axis_words(area):
        wide = width_of(label.text, size=label.size) * TIGHT
        left = label.x - wide / 2
        is_free = all(label.y != y or left > end or left + wide < start for start, end, y in taken)
        if label.align != "center" or is_free:
            taken.append((left, left + wide, label.y))
            yield label


def _all_axis_words(area: PlotArea) -> Iterator[Label]:
    for name, axis in area.axes.items():
        if not _is_seen(axis) or not axis.options.get("showticklabels", True):
            continue
        first, _last = _ends_of_other(name, area)
        font = axis.options["tickfont"]
        for at, words in _words(axis):
            off = axis.options.get("ticklabelstandoff", 0)
            if name.startswith("x"):
                y = first + BELOW + (off or TICK if "linecolor" in axis.options else off)
                yield from block(
                    words, x=at, y=y, align="center", above=0, size=font["size"], colour=font["color"]
                )
            else:
                x = first - BESIDE - off
                yield from block(
                    words, x=x, y=at, align="right", above=0.5, size=font["size"], colour=font["color"]
                )


def _words(axis: Axis) -> list[tuple[float, str]]:
    """The places of the words along an axis, and the words as the chart wrote them."""
    options = axis.options
    if "tickvals" in options:
        pairs = zip(options["tickvals"], options["ticktext"], strict=True)
        return [(axis.at(value), words) for value, words in pairs]
    return [(axis.at(tick.value), _in_markup(tick)) for tick in ticks_of(axis)]


def _in_markup(tick: Tick) -> str:
    return "<br>".join(tick.words)


def _is_seen(axis: Axis) -> bool:
    return bool(axis.options.get("visible", True))


def _ends_of_other(name: str, area: PlotArea) -> tuple[float, float]:
    """The pixels between which the axis across lies: from the bottom up, from left to right."""
    other = area.axes[name].options.get("anchor") or ("y" if name.startswith("x") else "x")
    across = area.axes[other]
    return (across.first, across.last) if name.startswith("y") else (area_bottom(area, other), across.last)


def area_bottom(area: PlotArea, name: str) -> float:
    """The lower end of an upright axis, whichever way its values go."""
    axis = area.axes[name]
    return max(axis.first, axis.last)


def _across(name: str, at: float, ends: tuple[float, float]) -> tuple[Point, ...]:
    first, last = ends
    return ((at, first), (at, last)) if name.startswith("x") else ((first, at), (last, at))
