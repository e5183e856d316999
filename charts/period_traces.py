"""Counts for periods that overlap: a level stroke over each period, at the height of its count.

A year beside one of its months cannot be two bars: one would hide the other, and both together would
look like a sum.
"""

from __future__ import annotations

from typing import Any

from charts.line_traces import SIGNS, group_of, plain_number, signed
from charts.series import Series
from charts.theme import Look
from metrics.answer import Answer
from metrics.plain_text import plain
from metrics.wording import _


def period_traces(series: Series, *, answer: Answer) -> list[dict[str, Any]]:
    """The strokes of one series, and a mark at the end of each that carries its row."""
    rows = series.rows[series.rows["value"].notna()]
    kinds = [("exact", rows[rows["qualifier"] == "exact"])]
    kinds += [(kind, rows[rows["qualifier"] == kind]) for kind in SIGNS if kind != "derived"]
    marks = [signed(kind, found, series=series, answer=answer) for kind, found in kinds]
    strokes = {
        "type": "scatter",
        "mode": "lines",
        "name": plain(series.name),
        "legendgroup": group_of(series),
        "showlegend": False,
        "meta": {"role": "strokes", "metric": series.metric, "place": series.place},
        "x": [day for start, end in _ends(series) for day in (start, end, None)],
        "y": [height for value in rows["value"] for height in (*[plain_number(value)] * 2, None)],
        "line": {"color": series.colour, "width": 3},
        "hoverinfo": "skip",
    }
    return [strokes, *(mark for mark in marks if mark is not None)]


def _ends(series: Series) -> list[tuple[str, str]]:
    rows = series.rows[series.rows["value"].notna()]
    pairs = zip(rows["period_start"].fillna(rows["period_end"]), rows["period_end"], strict=True)
    return [(start.strftime("%Y-%m-%d"), end.strftime("%Y-%m-%d")) for start, end in pairs]


def key_of_strokes(look: Look) -> dict[str, Any]:
    """What a stroke is."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": plain(_("spans the period that the count is for")),
        "showlegend": True,
        "x": [None],
        "y": [None],
        "line": {"color": look.tokens.neutral, "width": 3},
        "hoverinfo": "skip",
        "meta": {"role": "key"},
    }
