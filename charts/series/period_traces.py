"""Counts for periods that overlap: a level stroke over each period, at the height of its count.

A year beside one of its months cannot be two bars: one would hide the other, and both together would
look like a sum.
"""

from __future__ import annotations

from typing import Any

from charts.canvas.key import KeyEntry, of_line
from charts.canvas.theme import Look
from charts.series.drawn_series import DrawnSeries
from charts.series.line_traces import KINDS, group_of, mark_height, signed
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.language.plain_text import plain
from metrics.language.wording import _


def period_traces(series: DrawnSeries, *, answer: Answer) -> list[dict[str, Any]]:
    """The strokes of one series, and a mark at the end of each that carries its row."""
    by_kind: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for row in series.counted:
        by_kind[row.qualifier].append(row)
    marks = [signed(kind, rows, series=series, answer=answer) for kind, rows in by_kind.items()]
    strokes = {
        "type": "scatter",
        "mode": "lines",
        "name": plain(series.name),
        "legendgroup": group_of(series),
        "showlegend": False,
        "meta": {"role": "strokes", "metric": series.metric, "place": series.place},
        "x": [day for row in series.counted for day in (*_ends(row), None)],
        "y": [height for row in series.counted for height in (*[mark_height(row)] * 2, None)],
        "line": {"color": series.colour, "width": 3},
        "hoverinfo": "skip",
    }
    return [strokes, *(mark for mark in marks if mark is not None)]


def _ends(row: Row) -> tuple[str, str]:
    return (row.period_start or row.day).isoformat(), row.day.isoformat()


def key_of_strokes(look: Look) -> KeyEntry:
    """The legend entry of strokes."""
    return of_line(_("spans the period of the figure"), colour=look.tokens.neutral, role="strokes")
