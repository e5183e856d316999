"""A finished chart as shapes and labels, for paper, for pictures and for pages without scripts.

Nothing is decided here for a second time: values, words, colours and order are those of the finished chart
(`charts.canvas.drawing.Drawing`), which the browser draws by the same traces and layout. What a reader may
ask for in the browser, such as the marks of amnesties, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charts.canvas.drawing import Drawing
from charts.canvas.frame import GAP, TEXT_SIZE, width_of, wrapped
from charts.canvas.key import KeyEntry
from charts.canvas.theme import LIGHT
from charts.drawing.axes import axis_lines, axis_words, grid
from charts.drawing.colour_scale import colour_scale
from charts.drawing.marks import Label, Mark
from charts.drawing.markup import BELOW_MIDDLE
from charts.drawing.notes import event_lines, note_words
from charts.drawing.plot_area import plot_area, spare_below
from charts.drawing.symbols import key_sign
from charts.drawing.traces import is_drawn, marks_of, words_of

LINE: Final = 17  # pixels of a line of the axis title
KEY_ROW: Final = 20  # pixels of a row of the legend
SIGN: Final = 28  # pixels for the sign of an entry
AFTER_SIGN: Final = 6
AFTER_ENTRY: Final = 16
# Of the estimated width of the words of an entry, which stand in one line: an estimate is on the safe side.
TIGHT: Final = 0.92


@dataclass(frozen=True, kw_only=True)
class StaticDrawing:
    """Marks without text, and labels, in a drawing so many pixels wide and high.

    The labels are those of the plot, its legend and its axis title. `title`, `subtitle`, `note` and `credit`
    stand around it, and `alt` says the same in words: they are sentences, which whoever shows the drawing
    sets in lines.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    title: str
    subtitle: str
    note: str
    credit: str
    alt: str


def static_drawing(
    chart: Drawing, *, width: float | None = None, height: float | None = None
) -> StaticDrawing:
    """The chart, drawn in the light scheme, in so many pixels.

    It should have been drawn with `Look(pixels=width)`, by which its words are wrapped; without `width` it is
    as wide as it was drawn for. With `height` the area of its marks gets what legend and axis title leave.
    """
    width = width or chart.width
    figure = chart.figure.to_plotly_json()
    head = [*_key(chart, width=width), *_axis_title(chart, width=width)]
    top = _head_height(chart, width=width)
    layout, traces = figure["layout"], [trace for trace in figure["data"] if is_drawn(trace)]
    spare = spare_below(layout)
    layout["margin"]["b"] -= spare
    height = height or top + chart.height - spare
    area = plot_area(figure, width=width, height=height, top=top)
    drawn: list[Mark | Label] = [*grid(area), *event_lines(layout, area)]
    for trace in traces:
        drawn += marks_of(trace, area)
    drawn += [*axis_lines(area), *colour_scale(layout, area), *axis_words(area)]
    for trace in traces:
        drawn += words_of(trace, area)
    drawn += [*note_words(layout, area), *head]
    return StaticDrawing(
        width=width,
        height=height,
        marks=tuple(one for one in drawn if not isinstance(one, Label)),
        labels=tuple(one for one in drawn if isinstance(one, Label)),
        title=chart.title,
        subtitle=chart.subtitle,
        note=chart.note,
        credit=chart.credit,
        alt=chart.alt,
    )


@dataclass(frozen=True, kw_only=True)
class PlacedEntry:
    """An entry of the legend: its words in lines, the pixels to its left and above it."""

    entry: KeyEntry
    words: list[str]
    left: float
    top: float

    @property
    def bottom(self) -> float:
        """The pixels above what comes below it."""
        return self.top + KEY_ROW + (len(self.words) - 1) * LINE


def _key_entries(chart: Drawing, *, width: float) -> list[PlacedEntry]:
    """The legend in rows, without what is shown on demand."""
    placed: list[PlacedEntry] = []
    left = top = 0.0
    for entry in chart.key:
        if entry.kind:
            continue
        words = wrapped(entry.words, pixels=width - SIGN - AFTER_SIGN, size=TEXT_SIZE)
        wide = SIGN + AFTER_SIGN + max(width_of(line, size=TEXT_SIZE) for line in words) * TIGHT
        if placed and left + wide > width:
            left, top = 0.0, max(one.bottom for one in placed)
        placed.append(PlacedEntry(entry=entry, words=words, left=left, top=top))
        left += wide + AFTER_ENTRY
    return placed


def _key(chart: Drawing, *, width: float) -> Iterator[Mark | Label]:
    for one in _key_entries(chart, width=width):
        middle = one.top + KEY_ROW / 2
        yield from key_sign(one.entry, x=one.left + SIGN / 2, y=middle)
        for at, line in enumerate(one.words):
            yield Label(
                text=line,
                x=one.left + SIGN + AFTER_SIGN,
                y=middle + at * LINE + TEXT_SIZE * BELOW_MIDDLE,
                size=TEXT_SIZE,
                colour=LIGHT.text,
            )


def _key_height(chart: Drawing, *, width: float) -> float:
    return max((one.bottom for one in _key_entries(chart, width=width)), default=0.0)


def _axis_lines(chart: Drawing, *, width: float) -> list[str]:
    return wrapped(chart.axis, pixels=width, size=TEXT_SIZE) if chart.axis else []


def _axis_title(chart: Drawing, *, width: float) -> Iterator[Label]:
    top = _key_height(chart, width=width)
    for at, line in enumerate(_axis_lines(chart, width=width)):
        y = top + (at + 0.5) * LINE + TEXT_SIZE * BELOW_MIDDLE
        yield Label(text=line, x=0, y=y, size=TEXT_SIZE, colour=LIGHT.faint_text)


def _head_height(chart: Drawing, *, width: float) -> float:
    """The pixels that legend and axis title take."""
    height = _key_height(chart, width=width) + len(_axis_lines(chart, width=width)) * LINE
    return height + GAP / 2 if height else 0.0
