"""The area of the marks, and its axes: from values to pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from charts.canvas.frame import LINE_PER_SIZE, TEXT_SIZE, TICKS
from charts.drawing.axis import Axis, number_of
from charts.drawing.ticks import ticks_of

FREE: Final = 0.06  # of the span of the values, free beyond them where the chart names no ends


@dataclass(frozen=True, kw_only=True)
class PlotArea:
    """The area between the margins, and the axes in it, by Plotly's names: x, y, x2."""

    left: float
    top: float
    right: float
    bottom: float
    axes: Mapping[str, Axis] = field(default_factory=dict)

    def across(self, share: float) -> float:
        """The pixel of a share of its width."""
        return self.left + share * (self.right - self.left)

    def up(self, share: float) -> float:
        """The pixel of a share of its height, from below."""
        return self.bottom - share * (self.bottom - self.top)


def plot_area(figure: Mapping[str, Any], *, width: float, height: float, top: float) -> PlotArea:
    """The area of a figure's marks in a drawing so wide and high, `top` pixels below its upper edge."""
    layout, margin = figure["layout"], figure["layout"]["margin"]
    area = PlotArea(
        left=margin["l"],
        top=top + margin["t"],
        right=width - margin["r"],
        bottom=height - margin["b"],
    )
    names = [name for name in layout if name.startswith(("xaxis", "yaxis"))]
    axes = {_short(name): _axis(_short(name), layout[name], figure=figure, area=area) for name in names}
    return PlotArea(
        left=area.left, top=area.top, right=area.right, bottom=area.bottom, axes=_in_proportion(axes)
    )


def spare_below(layout: Mapping[str, Any]) -> float:
    """The pixels below the marks that are left for a second line of dates, where all have only one."""
    axis = layout.get("xaxis", {})
    if axis.get("type") != "date" or not axis.get("visible", True) or layout["margin"]["b"] < TICKS:
        return 0.0
    start, end = map(number_of, axis["range"])
    ticks = ticks_of(Axis(options=axis, start=start, end=end, first=0, last=1))
    return 0.0 if any(len(tick.words) > 1 for tick in ticks) else TEXT_SIZE * LINE_PER_SIZE


def _short(name: str) -> str:
    return name.replace("axis", "")


def _axis(name: str, options: Mapping[str, Any], *, figure: Mapping[str, Any], area: PlotArea) -> Axis:
    start, end = options.get("range") or _range_of_values(name, options, figure=figure)
    low, high = options.get("domain", (0, 1))
    place = area.across if name.startswith("x") else area.up
    return Axis(
        options=options,
        start=number_of(start),
        end=number_of(end),
        first=place(low),
        last=place(high),
    )


def _range_of_values(
    name: str, options: Mapping[str, Any], *, figure: Mapping[str, Any]
) -> tuple[float, float]:
    """From zero, and a little beyond the values of all axes that share one scale."""
    scale = options.get("matches", name)
    layout = figure["layout"]
    sharing = [_short(axis) for axis in layout if axis.startswith(f"{name[0]}axis")]
    sharing = [axis for axis in sharing if layout[_long(axis)].get("matches", axis) == scale]
    values = [
        value for trace in figure["data"] if trace.get("yaxis", "y") in sharing for value in _heights(trace)
    ]
    lowest, highest = min([*values, 0.0]), max([*values, 0.0])
    free = ((highest - lowest) or 1.0) * FREE
    return (lowest - free if lowest < 0 else lowest), highest + free


def _long(name: str) -> str:
    return f"{name[0]}axis{name[1:]}"


def _heights(trace: Mapping[str, Any]) -> Iterator[float]:
    lengths: Iterable[float] = trace.get("error_y", {}).get("array") or [0] * len(trace["y"])
    for value, length in zip(trace["y"], lengths, strict=True):
        if value is not None:
            yield float(value) + length


def _in_proportion(axes: Mapping[str, Axis]) -> dict[str, Axis]:
    """The axes of a map: a degree is as long as its proportion says, and the map fills one direction."""
    across, up = axes.get("x"), axes.get("y")
    if across is None or up is None or "scaleanchor" not in up.options:
        return dict(axes)
    ratio = up.options["scaleratio"]
    pixels = min(abs(across.per_unit), abs(up.per_unit) / ratio)
    wide, high = pixels * (across.end - across.start), pixels * ratio * (up.end - up.start)
    toward_left = across.options.get("constraintoward") == "left"
    left = across.first if toward_left else (across.first + across.last - wide) / 2
    bottom = (up.first + up.last + high) / 2
    return {
        **axes,
        "x": Axis(options=across.options, start=across.start, end=across.end, first=left, last=left + wide),
        "y": Axis(options=up.options, start=up.start, end=up.end, first=bottom, last=bottom - high),
    }
