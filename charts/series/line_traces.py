"""The marks of one series over time: line, dashed line, and signs for values not printed exactly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Any, Final

from charts.canvas.hover import in_words, is_derived, rows_behind
from charts.canvas.key import KeyEntry, roles_of
from charts.canvas.theme import Look
from charts.series.drawn_series import DrawnSeries, segments
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _

MANY_POINTS: Final = 60
EXACT_SIGN: Final = "circle"
SIGNS: Final = {
    "at_least": ("triangle-up-open", N_("at least (lower limit)")),
    "up_to": ("triangle-down-open", N_("up to (upper limit)")),
    "about": ("square-open", N_("about (rounded)")),
    "between": ("line-ew-open", N_("a range, from end to end")),
    "derived": ("diamond-open", N_("calculated, not published")),
}
KINDS: Final = ("exact", "derived", "at_least", "up_to", "about", "between")  # in the order of their traces


def line_traces(series: DrawnSeries, *, answer: Answer) -> list[dict[str, Any]]:
    """The traces of one series: its line, its dashed line to derived values, its marks by their kind."""
    by_kind: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for row in series.counted:
        by_kind["derived" if is_derived(row, answer=answer) else row.qualifier].append(row)
    runs = segments(series, answer=answer)
    traces = [
        _points(by_kind["exact"], runs=runs, series=series, answer=answer),
        _dashed(runs, series=series, answer=answer),
    ]
    traces += [signed(kind, by_kind[kind], series=series, answer=answer) for kind in KINDS[1:]]
    return [trace for trace in traces if trace is not None]


def group_of(series: DrawnSeries) -> str:
    """The group of the traces of one series."""
    return f"{series.metric} {series.place}"


def _common(series: DrawnSeries, *, role: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": plain(series.name),
        "legendgroup": group_of(series),
        "showlegend": False,
        "meta": {"role": role, "metric": series.metric, "place": series.place},
    }


def _points(
    rows: list[Row], *, runs: list[list[Row]], series: DrawnSeries, answer: Answer
) -> dict[str, Any] | None:
    """Exact values with their line. An empty point, which is no row, parts two segments."""
    if not rows:
        return None
    points = [point for run in _printed(runs, answer=answer) for point in (*run, None)][:-1]
    size = 4 if len(rows) > MANY_POINTS else 6
    return _common(series, role="values") | {
        "mode": "lines+markers",
        **drawn_at(points),
        "customdata": [point and point.label for point in points],
        "hovertext": [in_words(point, name=series.name, answer=answer) if point else "" for point in points],
        "hoverinfo": "text",
        "connectgaps": False,
        "line": {"color": series.colour, "width": 2},
        "marker": {"color": series.colour, "size": size, "symbol": EXACT_SIGN},
    }


def _printed(runs: list[list[Row]], *, answer: Answer) -> list[list[Row]]:
    """The parts of the segments between derived values, which have marks of their own."""
    return [
        list(part)
        for run in runs
        for left_out, part in groupby(run, key=lambda row: is_derived(row, answer=answer))
        if not left_out
    ]


def _dashed(runs: list[list[Row]], *, series: DrawnSeries, answer: Answer) -> dict[str, Any] | None:
    """A dashed line wherever one end of a piece is derived; it has no marks and no rows."""
    pieces = [
        (before, after)
        for run in runs
        for before, after in pairwise(run)
        if is_derived(before, answer=answer) or is_derived(after, answer=answer)
    ]
    if not pieces:
        return None
    points = [point for piece in pieces for point in (*piece, None)]
    return _common(series, role="dashed") | {
        "mode": "lines",
        **drawn_at(points),
        "line": {"color": series.colour, "width": 1.5, "dash": "dash"},
        "hoverinfo": "skip",
    }


def signed(kind: str, rows: list[Row], *, series: DrawnSeries, answer: Answer) -> dict[str, Any] | None:
    """Marks of one kind of value that is not an exact printed one; never joined to the line."""
    if not rows:
        return None
    size = 6 if len(rows) > MANY_POINTS else 9
    return (
        _common(series, role=kind)
        | rows_behind(rows, name=series.name, answer=answer)
        | {
            "mode": "markers",
            **drawn_at(rows),
            "marker": {
                "symbol": SIGNS[kind][0] if kind in SIGNS else EXACT_SIGN,
                "size": size,
                "color": series.colour,
                "line": {"width": 1.5},
            },
        }
        | _up_to_the_end(rows, series=series)
    )


def _up_to_the_end(rows: list[Row], *, series: DrawnSeries) -> dict[str, Any]:
    """The whiskers of ranges, from their lower ends, where the marks are, to the upper ones."""
    lengths = [plain_number((row.value_to or row.value or 0.0) - (row.value or 0.0)) for row in rows]
    if not any(lengths):
        return {}
    whiskers = {"type": "data", "symmetric": False, "array": lengths, "arrayminus": [0] * len(rows)}
    return {"error_y": {**whiskers, "color": series.colour, "thickness": 1.5, "width": 5}}


def key_of_signs(traces: list[dict[str, Any]], *, look: Look) -> list[KeyEntry]:
    """The legend entries of marks for values that are not exact and printed, one for each kind."""
    roles = roles_of(traces)
    return [
        KeyEntry(words=_(words), shape=symbol, colour=look.tokens.neutral, role=kind)
        for kind, (symbol, words) in SIGNS.items()
        if kind in roles
    ]


def drawn_at(points: Sequence[Row | None]) -> dict[str, Any]:
    """Days and heights; an empty point parts two segments."""
    return {
        "x": [point and point.day.isoformat() for point in points],
        "y": [point and mark_height(point) for point in points],
    }


def mark_height(row: Row) -> float | int | None:
    """The height of a row's mark; none where there is no value."""
    return None if row.value is None else plain_number(row.value)


def plain_number(value: float) -> float | int:
    """A whole number as such; a rate with four decimals, more than any pixel shows."""
    return int(value) if value.is_integer() else round(value, 4)
