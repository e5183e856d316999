"""The colour scale of a map: its shades from zero to the largest value, with their numbers below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from charts.canvas.colour import mixed
from charts.drawing.axis import Axis
from charts.drawing.marks import Curve, Label, Mark, Style, rectangle, solid
from charts.drawing.markup import block
from charts.drawing.plot_area import PlotArea
from charts.drawing.ticks import ticks_of

SHADES: Final = 24
BELOW: Final = 3  # pixels between the scale and its numbers


def colour_scale(layout: Mapping[str, Any], area: PlotArea) -> Iterator[Mark | Label]:
    """The scale below the map; nothing where the chart has none."""
    if "coloraxis" not in layout:
        return
    scale, bar = layout["coloraxis"], layout["coloraxis"]["colorbar"]
    top = area.bottom + bar["ypad"]
    bottom = top + bar["thickness"]
    low, high = scale["colorscale"][0][1], scale["colorscale"][1][1]
    for at in range(SHADES):
        left, right = (area.left + bar["len"] * end / SHADES for end in (at, at + 1))
        style = Style(fill=mixed(low, high, share=(at + 0.5) / SHADES))
        yield Curve(lines=(rectangle(left, top, right, bottom),), is_closed=True, style=style)
    frame = rectangle(area.left, top, area.left + bar["len"], bottom)
    outline = Style(stroke=solid(bar["outlinecolor"]), width=bar["outlinewidth"])
    yield Curve(lines=(frame,), is_closed=True, style=outline)
    yield from _numbers(scale, left=area.left, top=bottom + BELOW)


def _numbers(scale: Mapping[str, Any], *, left: float, top: float) -> Iterator[Label]:
    bar = scale["colorbar"]
    axis = Axis(options=bar, start=scale["cmin"], end=scale["cmax"], first=left, last=left + bar["len"])
    for tick in ticks_of(axis):
        is_first = tick.value == scale["cmin"]
        yield from block(
            tick.words[0],
            x=axis.at(tick.value),
            y=top,
            align="left" if is_first else "center",
            above=0,
            size=bar["tickfont"]["size"],
            colour=bar["tickfont"]["color"],
        )
