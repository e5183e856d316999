"""A chart as large as the room that a page leaves it, in letters that are not too small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Final

from charts import Drawing, Look, StaticDrawing, static_drawing, svg_of_marks
from charts.canvas.theme import WIDE

SCALES: Final = (1.0, 0.9, 0.8, 0.75, 0.7, 0.6, 0.5)
# On a sheet of paper the smallest letters of a chart, 11 pixels on a screen, have 8 points at least.
LETTERS: Final = 0.9
LETTERS_AT_LEAST: Final = 0.75
LEAST_MARKS: Final = 110  # pixels: lower ones say little
TRIED: Final = 200
STRETCHED: Final = 1.4  # a list of few bars is not pulled apart farther


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """A drawing, and by how much it is made smaller on the page."""

    drawing: StaticDrawing
    scale: float


def fitted(
    draw: Callable[[Look], Drawing],
    *,
    width: float,
    height: float,
    largest: float = 1,
    smallest: float | None = None,
) -> Fitted:
    """The chart in this room: as large as can be, its marks as high as its legend leaves.

    `largest` and `smallest` are sizes of its letters, as a part of those that it was made for. With
    `smallest` a chart that does not fit takes the height that it needs; without, it is made smaller until it
    fits.
    """
    scales = [scale for scale in SCALES if (smallest or 0) <= scale <= largest]
    for scale in scales:
        found = _tried(draw, width=width / scale, height=height / scale)
        if found is not None:
            return Fitted(drawing=found, scale=scale)
    least = static_drawing(draw(_look(width / scales[-1], marks=LEAST_MARKS)))
    return Fitted(drawing=least, scale=scales[-1] if smallest else min(scales[-1], height / least.height))


def _look(width: float, *, marks: int) -> Look:
    pixels = int(width)
    return Look(narrow=pixels < WIDE, pixels=pixels, marks=marks)


def _tried(draw: Callable[[Look], Drawing], *, width: float, height: float) -> StaticDrawing | None:
    """The drawing in so many pixels; None where its marks would be too low, or do not fit."""
    around = static_drawing(draw(_look(width, marks=TRIED)), width=width)
    marks = int(height - (around.height - TRIED))
    while marks >= LEAST_MARKS:
        chart = draw(_look(width, marks=marks))
        natural = static_drawing(chart, width=width)
        if natural.height <= height + 1:
            return static_drawing(chart, width=width, height=min(height, natural.height * STRETCHED))
        marks -= max(1, round(natural.height - height))  # entries of a list do not fill what they were given
    return None


def for_paper(drawing: StaticDrawing) -> dict[str, Any]:
    """The drawing as data for Typst: marks without text as SVG, and labels."""
    return {
        "width": drawing.width,
        "height": drawing.height,
        "marks": svg_of_marks(drawing),
        "alt": drawing.alt,
        "labels": [asdict(label) for label in drawing.labels],
    }
