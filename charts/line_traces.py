"""The marks of one series over time: line, dashed line, and signs for what is no exact printed value."""

from __future__ import annotations

from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any, Final

import pandas as pd

from charts.frame import key_entry
from charts.hover import is_derived, rows_behind
from charts.series import Series, segments
from charts.theme import Look
from metrics.answer import Answer
from metrics.plain_text import plain
from metrics.wording import N_, _

MANY_POINTS: Final = 60
EXACT_SIGN: Final = "circle"
SIGNS: Final = {
    "at_least": ("triangle-up-open", N_("at least (lower bound)")),
    "up_to": ("triangle-down-open", N_("up to (upper bound)")),
    "about": ("square-open", N_("about (rounded)")),
    "derived": ("diamond-open", N_("derived, not printed")),
}


def line_traces(series: Series, *, answer: Answer) -> list[dict[str, Any]]:
    """The traces of one series: its line, its dashed line to derived values, its marks by their kind."""
    rows = series.rows[series.rows["value"].notna()]
    derived = is_derived(rows, answer=answer)
    exact = rows[(rows["qualifier"] == "exact") & ~derived]
    traces = [
        _points(exact, series=series, answer=answer),
        _dashed(rows, derived=derived, series=series, answer=answer),
    ]
    kinds = [("derived", rows[derived])]
    kinds += [(kind, rows[(rows["qualifier"] == kind) & ~derived]) for kind in ("at_least", "up_to", "about")]
    traces += [signed(kind, found, series=series, answer=answer) for kind, found in kinds]
    return [trace for trace in traces if trace is not None]


def group_of(series: Series) -> str:
    """What the traces of one series have in common."""
    return f"{series.metric} {series.place}"


def _common(series: Series, *, role: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": plain(series.name),
        "legendgroup": group_of(series),
        "showlegend": False,
        "meta": {"role": role, "metric": series.metric, "place": series.place},
    }


def _points(rows: pd.DataFrame, *, series: Series, answer: Answer) -> dict[str, Any] | None:
    """Exact values with their line. An empty point, which stands for no row, parts two segments."""
    if rows.empty:
        return None
    printed = set(rows.index)
    runs = [
        [label for label, _printed in group]
        for run in segments(series, answer=answer)
        for is_printed, group in groupby(((label, label in printed) for label in run), key=itemgetter(1))
        if is_printed
    ]
    behind = rows_behind(rows, name=series.name, answer=answer)
    hover = dict(zip(behind["customdata"], behind["hovertext"], strict=True))
    days, heights = drawn_at(rows)
    labels = [label for run in runs for label in (*run, None)][:-1]
    size = 4 if len(rows) > MANY_POINTS else 6
    return _common(series, role="values") | {
        "mode": "lines+markers",
        "x": [None if label is None else days[label] for label in labels],
        "y": [None if label is None else heights[label] for label in labels],
        "customdata": labels,
        "hovertext": ["" if label is None else hover[label] for label in labels],
        "hoverinfo": "text",
        "connectgaps": False,
        "line": {"color": series.colour, "width": 2},
        "marker": {"color": series.colour, "size": size, "symbol": EXACT_SIGN},
    }


def _dashed(
    rows: pd.DataFrame, *, derived: pd.Series, series: Series, answer: Answer
) -> dict[str, Any] | None:
    """A dashed line wherever one end of a piece is derived; carries no marks and stands for no row."""
    days, heights = drawn_at(rows)
    is_derived_at = derived.to_dict()
    x: list[str | None] = []
    y: list[float | int | None] = []
    for run in segments(series, answer=answer):
        for before, after in pairwise(run):
            if is_derived_at[before] or is_derived_at[after]:
                x += [days[before], days[after], None]
                y += [heights[before], heights[after], None]
    if not x:
        return None
    line = {"color": series.colour, "width": 1.5, "dash": "dash"}
    return _common(series, role="dashed") | {
        "mode": "lines",
        "x": x,
        "y": y,
        "line": line,
        "hoverinfo": "skip",
    }


def signed(kind: str, rows: pd.DataFrame, *, series: Series, answer: Answer) -> dict[str, Any] | None:
    """Marks of one kind of value that is not an exact printed one; never joined to the line."""
    if rows.empty:
        return None
    days, heights = drawn_at(rows)
    size = 6 if len(rows) > MANY_POINTS else 9
    return (
        _common(series, role=kind)
        | rows_behind(rows, name=series.name, answer=answer)
        | {
            "mode": "markers",
            "x": list(days.values()),
            "y": list(heights.values()),
            "marker": {
                "symbol": SIGNS[kind][0] if kind in SIGNS else EXACT_SIGN,
                "size": size,
                "color": series.colour,
                "line": {"width": 1.5},
            },
        }
    )


def name_series(series: list[Series], traces: list[dict[str, Any]], *, look: Look) -> list[dict[str, Any]]:
    """Where there are several series, the first trace of each is its entry in the legend."""
    if len(series) < 2:  # noqa: PLR2004 - one series is named by the title
        return traces
    named: set[str] = set()
    names = {group_of(one): key_entry(one.name, look=look) for one in series}
    for trace in traces:
        trace["showlegend"] = trace["legendgroup"] not in named
        trace["name"] = names[trace["legendgroup"]]
        named.add(trace["legendgroup"])
    return traces


def key_of_signs(traces: list[dict[str, Any]], *, look: Look) -> list[dict[str, Any]]:
    """What the marks mean that are no exact printed values: one legend entry for each kind that occurs."""
    roles = {trace["meta"]["role"] for trace in traces}
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": key_entry(_(words), look=look),
            "showlegend": True,
            "x": [None],
            "y": [None],
            "marker": {"symbol": symbol, "size": 9, "color": look.tokens.neutral, "line": {"width": 2}},
            "hoverinfo": "skip",
            "meta": {"role": "key"},
        }
        for kind, (symbol, words) in SIGNS.items()
        if kind in roles
    ]


def drawn_at(rows: pd.DataFrame) -> tuple[dict[int, str], dict[int, float | int]]:
    """Day and height of each row's mark, by the row's label."""
    days = {int(label): iso(day) for label, day in zip(rows.index, rows["day"], strict=True)}
    heights = {
        int(label): plain_number(value) for label, value in zip(rows.index, rows["value"], strict=True)
    }
    return days, heights


def iso(day: pd.Timestamp) -> str:
    """A day as Plotly reads it."""
    return str(day.strftime("%Y-%m-%d"))


def plain_number(value: float) -> float | int:
    """A whole number as such; a rate with four decimals, more than any pixel shows."""
    return int(value) if float(value).is_integer() else round(float(value), 4)
