"""The last value of each line in words at its end, in its colour, so that nobody looks it up in a legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from charts.canvas import titles
from charts.canvas.frame import BOLD, GAP, RIGHT, SMALL_SIZE, in_lines, width_of, wrapped
from charts.canvas.key import KeyEntry, of_line
from charts.canvas.theme import Look, letters_of
from charts.series.drawn_series import DrawnSeries
from charts.series.line_traces import group_of
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.language import phrasing
from metrics.language.plain_text import plain

SIZE: Final = 15
SIZE_OF_SEVERAL: Final = 12
WIDEST: Final = 150  # pixels of a name at the end of a line
WIDEST_NARROW: Final = 84
LINE: Final = 15  # pixels of one line of a label
BESIDE: Final = 7  # pixels between the plot and its labels
MOST_LABELLED: Final = 6  # lines
APART: Final = 4  # pixels between two labels
NEAR_THE_END: Final = 0.12  # of the time shown: a last value that lies farther back is labelled where it is


@dataclass(frozen=True, kw_only=True)
class EndLabel:
    """The words at the end of one line: its name, where there are several; its value, its day."""

    row: Row
    colour: str
    name: list[str]
    value: list[str]
    day: list[str]
    size: int

    @property
    def width(self) -> float:
        """Pixels that it takes, estimated."""
        bold = [width_of(line, size=self.size) * BOLD for line in (*self.name, *self.value)]
        return max(*bold, *(width_of(line, size=SMALL_SIZE) for line in self.day))

    @property
    def height(self) -> int:
        """Pixels that it takes."""
        return (len(self.name) + len(self.value) + len(self.day)) * LINE

    @property
    def text(self) -> str:
        """As Plotly reads it."""
        bold = "<br>".join(f"<b>{plain(line)}</b>" for line in (*self.name, *self.value))
        return f'{bold}<br><span style="font-size:{SMALL_SIZE}px">{in_lines(self.day)}</span>'


def last_of(series: DrawnSeries) -> Row | None:
    """The last exact value; without one the last of all."""
    exact = [row for row in series.counted if row.qualifier == "exact"]
    rows = exact or list(series.counted)
    return rows[-1] if rows else None


def end_labels(pairs: Sequence[tuple[DrawnSeries, Answer]], *, look: Look) -> list[EndLabel]:
    """A label for each series that has a value."""
    return [
        _label(series, row, answer=answer, is_alone=len(pairs) == 1, look=look)
        for series, answer in pairs
        if (row := last_of(series)) is not None
    ]


def labels_or_key(
    pairs: Sequence[tuple[DrawnSeries, Answer]], *, height: int, look: Look
) -> tuple[list[EndLabel], list[KeyEntry]]:
    """The labels; where they would not all fit beside a plot so high, a legend instead."""
    labels = end_labels(pairs, look=look)
    if len(labels) <= MOST_LABELLED and sum(label.height + APART for label in labels) <= height:
        return labels, []
    return [], [of_line(one.name, colour=one.colour, role=group_of(one)) for one, _answer in pairs]


def _label(series: DrawnSeries, row: Row, *, answer: Answer, is_alone: bool, look: Look) -> EndLabel:
    widest = WIDEST_NARROW if look.narrow else WIDEST
    size = SIZE if is_alone and not look.narrow else SIZE_OF_SEVERAL
    name = [] if is_alone else wrapped(series.name, pixels=widest / BOLD, size=size)
    day = phrasing.short_day(row.day)
    return EndLabel(
        row=row,
        colour=series.colour,
        name=name,
        value=wrapped(titles.quantity(answer, row), pixels=widest / BOLD, size=size),
        day=wrapped(day, pixels=50, size=SMALL_SIZE) if look.narrow else [day],
        size=size,
    )


def right_margin(labels: Sequence[EndLabel]) -> int:
    """Pixels right of the plot, so that every label fits."""
    return max(RIGHT, round(max((label.width for label in labels), default=0) + BESIDE + GAP))


def placed(
    labels: Sequence[EndLabel], *, shown: list[str], top: float, pixels: float, look: Look
) -> list[dict[str, Any]]:
    """The labels at the right edge of the plot, at the heights of their values, pushed apart.

    `top` is the end of the axis, `pixels` its length. A single one whose value lies far back in time stands
    over its mark.
    """
    if len(labels) == 1 and _share_of_time(labels[0].row.day, shown=shown) < 1 - NEAR_THE_END:
        return [_over_its_mark(labels[0], shown=shown, look=look)]
    wanted = [(label.row.value or 0) / top * pixels for label in labels]
    heights = _pushed_apart(wanted, [label.height for label in labels], pixels=pixels)
    return [
        _note(label, look=look)
        | {"xref": "paper", "x": 1, "xanchor": "left", "xshift": BESIDE, "yanchor": "middle"}
        | {"yref": "y", "y": label.row.value, "yshift": round(height - at, 1)}
        for label, at, height in zip(labels, wanted, heights, strict=True)
    ]


def _share_of_time(day: date, *, shown: list[str]) -> float:
    start, end = (date.fromisoformat(edge) for edge in shown)
    return (day - start) / (end - start)


def _over_its_mark(label: EndLabel, *, shown: list[str], look: Look) -> dict[str, Any]:
    is_left = _share_of_time(label.row.day, shown=shown) < 1 / 2
    return _note(label, look=look) | {
        "xref": "x",
        "x": label.row.day.isoformat(),
        "xanchor": "left" if is_left else "right",
        "yref": "y",
        "y": label.row.value,
        "yanchor": "bottom",
        "yshift": 8,
        "align": "left" if is_left else "right",
    }


def _note(label: EndLabel, *, look: Look) -> dict[str, Any]:
    return {
        "name": "last",
        "text": label.text,
        "font": {"size": label.size, "color": letters_of(label.colour, look=look)},
        "showarrow": False,
        "align": "left",
    }


def _pushed_apart(wanted: Sequence[float], sizes: Sequence[float], *, pixels: float) -> list[float]:
    """The middles of labels, as near to where they are wanted as they can be without touching.

    From below upwards each is pushed over the one below it; should the last end above the plot, all are
    pushed down again from there.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    middles = list(wanted)
    floor = 0.0
    for at in order:
        middles[at] = max(middles[at], floor + sizes[at] / 2)
        floor = middles[at] + sizes[at] / 2 + APART
    ceiling = pixels + LINE
    for at in reversed(order):
        middles[at] = min(middles[at], ceiling - sizes[at] / 2)
        ceiling = middles[at] - sizes[at] / 2 - APART
    return middles
