"""The bars of one series: where they stand, how wide, and how each kind of value looks."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from charts.hover import rows_behind
from charts.line_traces import group_of, plain_number
from charts.records import records
from charts.series import Series
from charts.spans import Span, covered_span
from charts.theme import CLEAR, Look
from metrics.answer import Answer
from metrics.plain_text import plain
from metrics.query import Measure
from metrics.wording import N_, _

DAY_IN_MS: Final = 86_400_000
FILLED: Final = 0.9  # of its time is taken by a bar, so that neighbours stay apart
PATTERNS: Final = {
    "values": ("", N_("exact count")),
    "uneven": ("/", N_("covers another time than its period")),
    "at_least": ("|", N_("at least (lower bound)")),
    "up_to": ("-", N_("up to (upper bound)")),
    "about": (".", N_("about (rounded)")),
    "revision": ("x", N_("revision: the total was lowered")),
}
NO_REPORT: Final = N_("no report")


def bar_traces(series: Series, *, answer: Answer, look: Look) -> list[dict[str, Any]]:
    """One trace for each kind of bar that the series has, and the marks of buckets without a count."""
    rows = series.rows
    found = rows[rows["value"].notna()]
    kinds = _kinds(found, answer=answer)
    traces = [
        _bars(kind, found[kinds == kind], series=series, answer=answer, look=look)
        for kind in PATTERNS
        if (kinds == kind).any()
    ]
    missing = rows[rows["value"].isna()]
    return traces if missing.empty else [*traces, _missing(missing, series=series, answer=answer, look=look)]


def _kinds(rows: pd.DataFrame, *, answer: Answer) -> pd.Series:
    """How each bar looks: a revision before all else, then a bound, then an uneven time."""
    uneven = {label for caveat in answer.caveats if caveat.kind == "covers" for label in caveat.rows}
    is_difference = answer.query.measure is Measure.NEWLY_DOCUMENTED
    kinds = rows["qualifier"].where(rows["qualifier"].isin(["at_least", "up_to", "about"]), "values")
    kinds = kinds.mask((kinds == "values") & rows.index.isin(uneven), "uneven")
    return kinds.mask(is_difference & (rows["value"] < 0).fillna(False).astype(bool), "revision")


def _bars(kind: str, rows: pd.DataFrame, *, series: Series, answer: Answer, look: Look) -> dict[str, Any]:
    spans = spans_of_bars(rows, kind=kind, answer=answer)
    return (
        _common(series, role=kind)
        | rows_behind(rows, name=series.name, answer=answer)
        | {
            "type": "bar",
            "x": [_middle(span) for span in spans],
            "y": [plain_number(value) for value in rows["value"]],
            "width": [round(_days(span) * DAY_IN_MS * FILLED) for span in spans],
            "marker": marker(kind, colour=series.colour, look=look),
            "textposition": "none",
        }
    )


def spans_of_bars(rows: pd.DataFrame, *, kind: str, answer: Answer) -> list[Span]:
    """The bucket where the value is one of the bucket, else the time that the value really covers."""
    as_bucket = kind not in ("uneven", "revision")
    return [covered_span(row, answer=answer, as_bucket=as_bucket) for row in records(rows)]


def _days(span: Span) -> int:
    return int((span[1] - span[0]).days) + 1


def _middle(span: Span) -> str:
    middle = span[0] + pd.Timedelta(hours=12 * _days(span))
    return str(middle.strftime("%Y-%m-%d %H:%M"))


def marker(kind: str, *, colour: str, look: Look) -> dict[str, Any]:
    """Full for an exact count; hatched inside an outline for every other kind."""
    if kind == "values":
        return {"color": colour, "line": {"color": colour, "width": 1}}  # an outline lets a zero be seen
    colour = look.tokens.faint_text if kind == "revision" else colour
    pattern = {"shape": PATTERNS[kind][0], "fgcolor": colour, "bgcolor": CLEAR, "size": 6, "solidity": 0.35}
    return {"color": CLEAR, "pattern": pattern, "line": {"color": colour, "width": 1.5}}


def _missing(rows: pd.DataFrame, *, series: Series, answer: Answer, look: Look) -> dict[str, Any]:
    """A cross on the axis, in the middle of a bucket without a count: no bar, which would read as zero."""
    spans = [covered_span(row, answer=answer, as_bucket=True) for row in records(rows)]
    return (
        _common(series, role="no_report")
        | rows_behind(rows, name=series.name, answer=answer)
        | {
            "type": "scatter",
            "mode": "markers",
            "x": [_middle(span) for span in spans],
            "y": [0] * len(spans),
            "cliponaxis": False,
            "marker": {
                "symbol": "x-thin",
                "size": 6,
                "color": look.tokens.faint_text,
                "line": {"color": look.tokens.faint_text, "width": 1.5},
            },
        }
    )


def _common(series: Series, *, role: str) -> dict[str, Any]:
    return {
        "name": plain(series.name),
        "legendgroup": group_of(series),
        "showlegend": False,
        "meta": {"role": role, "metric": series.metric, "place": series.place},
    }


def key_of_bars(traces: list[dict[str, Any]], *, look: Look) -> list[dict[str, Any]]:
    """What hatched bars and crosses mean: one legend entry for each kind that occurs."""
    roles = {trace["meta"]["role"] for trace in traces}
    kinds = [kind for kind in PATTERNS if kind in roles and kind != "values"]
    entries = [_key_of_bar(kind, look=look) for kind in kinds]
    crosses = [trace for trace in traces if trace["meta"]["role"] == "no_report"][:1]
    return [*entries, *(_key_of_crosses(trace) for trace in crosses)]


def _key_of_bar(kind: str, *, look: Look) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": plain(_(PATTERNS[kind][1])),
        "showlegend": True,
        "x": [None],
        "y": [None],
        "marker": marker(kind, colour=look.tokens.neutral, look=look),
        "hoverinfo": "skip",
        "meta": {"role": "key"},
    }


def _key_of_crosses(trace: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": plain(_(NO_REPORT)),
        "showlegend": True,
        "x": [None],
        "y": [None],
        "marker": trace["marker"],
        "hoverinfo": "skip",
        "meta": {"role": "key"},
    }
