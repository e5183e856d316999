"""The strip of events and breaks: its marks, its lines, and labels that do not overlap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from charts.canvas.frame import RIGHT, in_lines, key_entry, width_of, wrapped
from charts.canvas.theme import Look
from charts.series.marks import Mark
from metrics.language.plain_text import plain
from metrics.language.wording import _

EVENT_STRIP: Final = 16  # pixels of the event strip, at the top of the plot area
LABEL_ROW: Final = 16
LABEL_SIZE: Final = 11
LABEL_GAP: Final = 14
SYMBOLS: Final = {"coup": "star", "amnesty": "triangle-down", "execution": "x"}
OTHER_SYMBOL: Final = "diamond"
BREAK_SYMBOL: Final = "diamond-open"
PADDING: Final = 0.015  # of the time shown, free at either end


def time_range(start: date, end: date) -> list[str]:
    """The ends of a time axis, with a little room for the first and last mark.

    Of a time that had not begun on the day as known on, whose end is before its start, the first day.
    """
    end = max(start, end)
    padding = max(timedelta(days=1), (end - start) * PADDING)
    ends = (datetime.combine(start, time()) - padding, datetime.combine(end, time()) + padding)
    return [moment.date().isoformat() for moment in ends]


@dataclass(frozen=True, kw_only=True)
class EventStrip:
    """What the event strip adds to a figure. `above` are the pixels that its labels take above the plot."""

    traces: list[dict[str, Any]]
    shapes: list[dict[str, Any]]
    annotations: list[dict[str, Any]]
    key: tuple[str, ...]
    above: int


def event_strip_of(marks: list[Mark], *, shown: list[str], left: int, look: Look) -> EventStrip:
    """Marks between the ends of the time axis; labels are stacked where they would touch."""
    marks = [mark for mark in marks if shown[0] <= mark.day.isoformat() <= shown[1]]
    annotations, rows = _labels(marks, shown=shown, pixels=look.width - left - RIGHT, look=look)
    traces = _signs(marks, look=look)
    if any(mark.is_break for mark in marks):
        traces.append(key_of_breaks(look))
    return EventStrip(
        traces=traces,
        shapes=[_line(mark, look=look) for mark in marks if mark.words or mark.is_break],
        annotations=annotations,
        key=tuple(trace["name"] for trace in traces if trace["showlegend"]),
        above=rows * LABEL_ROW + (4 if rows else 0),
    )


def _signs(marks: list[Mark], *, look: Look) -> list[dict[str, Any]]:
    kinds = dict.fromkeys((mark.is_break, mark.kind) for mark in marks)
    groups = [[mark for mark in marks if (mark.is_break, mark.kind) == kind] for kind in kinds]
    return [_sign(group, look=look) for group in groups]


def _sign(group: list[Mark], *, look: Look) -> dict[str, Any]:
    first = group[0]
    symbol = BREAK_SYMBOL if first.is_break else SYMBOLS.get(first.kind, OTHER_SYMBOL)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": key_entry(first.label, look=look),
        "showlegend": not first.words and not first.is_break,
        "x": [mark.day.isoformat() for mark in group],
        "y": [0.5] * len(group),
        "yaxis": "y2",
        "marker": {"symbol": symbol, "size": 8, "color": look.tokens.faint_text},
        "hovertext": [mark.hover for mark in group],
        "hoverinfo": "text",
        "meta": {"role": "break" if first.is_break else "event"},
    }


def key_of_breaks(look: Look) -> dict[str, Any]:
    """The legend entry for dashed upright lines."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": plain(_("break in series")),
        "showlegend": True,
        "x": [None],
        "y": [None],
        "line": {"color": look.tokens.faint_text, "width": 1.5, "dash": "dash"},
        "hoverinfo": "skip",
        "meta": {"role": "key"},
    }


def _line(mark: Mark, *, look: Look) -> dict[str, Any]:
    dash = {"dash": "dash", "width": 1.5} if mark.is_break else {"dash": "dot", "width": 1}
    day = mark.day.isoformat()
    return {
        "type": "line",
        "name": "break" if mark.is_break else "event",
        "xref": "x",
        "yref": "paper",
        "x0": day,
        "x1": day,
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"color": look.tokens.faint_text, **dash},
    }


def _labels(
    marks: list[Mark], *, shown: list[str], pixels: int, look: Look
) -> tuple[list[dict[str, Any]], int]:
    """Labels in rows over the event strip, each in the lowest row where it touches no other."""
    start, end = (date.fromisoformat(day) for day in shown)
    ends: list[float] = []  # where the last label of each row ends
    annotations = []
    for mark in marks:
        if not mark.words:
            continue
        lines = wrapped(mark.words, pixels=pixels, size=LABEL_SIZE)
        at = (mark.day - start) / (end - start) * pixels
        width = max(width_of(line, size=LABEL_SIZE) for line in lines)
        left, anchor = _place(at, width, pixels=pixels)
        row = _free_row(ends, left=left, height=len(lines))
        ends[row : row + len(lines)] = [left + width] * len(lines)
        annotations.append(_label(mark, lines=lines, row=row, anchor=anchor, look=look))
    return annotations, len(ends)


def _place(at: float, width: float, *, pixels: int) -> tuple[float, str]:
    """Where a label begins: right of its line, else left of it, else at the edge of the plot."""
    if at + width <= pixels:
        return at, "left"
    return (at - width, "right") if at >= width else (0, "edge")


def _free_row(ends: list[float], *, left: float, height: int) -> int:
    rows = range(len(ends))
    free = (row for row in rows if all(end + LABEL_GAP <= left for end in ends[row : row + height]))
    return next(free, len(ends))


def _label(mark: Mark, *, lines: list[str], row: int, anchor: str, look: Look) -> dict[str, Any]:
    is_at_edge = anchor == "edge"
    return {
        "name": "break" if mark.is_break else "event",
        "text": in_lines(lines),
        "font": {"size": LABEL_SIZE, "color": look.tokens.faint_text},
        "showarrow": False,
        "xref": "paper" if is_at_edge else "x",
        "yref": "paper",
        "x": 0 if is_at_edge else mark.day.isoformat(),
        "y": 1,
        "align": "right" if anchor == "right" else "left",
        "xanchor": "right" if anchor == "right" else "left",
        "yanchor": "bottom",
        "xshift": 4 if anchor == "right" else -4,
        "yshift": row * LABEL_ROW,
    }
