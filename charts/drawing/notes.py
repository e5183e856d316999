"""Lines over the whole plot area, such as events, and the words that stand at places of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from charts.drawing.marks import DASHES, Align, Curve, Label, Mark, Style, solid
from charts.drawing.markup import block
from charts.drawing.plot_area import PlotArea

ABOVE: Final = {"bottom": 1.0, "middle": 0.5, "top": 0.0}
THIRD: Final = (
    1 / 3
)  # of the width: where words without an anchor stand to the left, in the middle, to the right


def event_lines(layout: Mapping[str, Any], area: PlotArea) -> Iterator[Mark]:
    """The upright lines of events and breaks."""
    for shape in layout.get("shapes", ()):
        x, line = area.axes[shape["xref"]].at(shape["x0"]), shape["line"]
        ends = tuple((x, _height(shape["yref"], shape[name], area)) for name in ("y0", "y1"))
        style = Style(stroke=solid(line["color"]), width=line["width"], dash=DASHES.get(line.get("dash"), ()))
        yield Curve(lines=(ends,), style=style)


def note_words(layout: Mapping[str, Any], area: PlotArea) -> Iterator[Label]:
    """The words at places of the plot area: names of panels, last values, events."""
    for note in layout.get("annotations", ()):
        x = area.across(note["x"]) if note["xref"] == "paper" else area.axes[note["xref"]].at(note["x"])
        y = _height(note["yref"], note["y"], area) - note.get("yshift", 0)
        align, vertical = _align(note), note.get("yanchor", "middle")
        yield from block(
            note["text"],
            x=x + note.get("xshift", 0),
            y=y,
            align=align,
            above=ABOVE[vertical],
            size=note["font"]["size"],
            colour=note["font"]["color"],
        )


def _height(reference: str, value: float, area: PlotArea) -> float:
    """The pixel of a height that is a share of the area, a share of an axis, or a count."""
    if reference == "paper":
        return area.up(value)
    axis = area.axes[reference.removesuffix(" domain")]
    if reference.endswith(" domain"):
        return axis.first + value * (axis.last - axis.first)
    return axis.at(value)


def _align(note: Mapping[str, Any]) -> Align:
    """The end at which its words are anchored; without one, that of its third of the width."""
    anchor: Align | None = note.get("xanchor")
    if anchor is not None or note["xref"] != "paper":
        return anchor or "center"
    return "left" if note["x"] < THIRD else "right" if note["x"] > 1 - THIRD else "center"
