"""The bars of one series: their places and widths, and how each kind of value looks."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any, Final

from charts.canvas.hover import is_revision, rows_behind
from charts.canvas.key import KeyEntry, of_bar, of_marker, roles_of
from charts.canvas.theme import CLEAR, Look
from charts.series.drawn_series import DrawnSeries
from charts.series.line_traces import group_of, mark_height
from charts.series.spans import covered_span
from metrics.answer.answer import Answer
from metrics.answer.buckets import Span
from metrics.answer.rows import Row
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _

DAY_IN_MS: Final = 86_400_000
FILLED: Final = 0.9  # of its time is taken by a bar, so that neighbours stay apart
PATTERNS: Final = {
    "values": ("", N_("exact figure")),
    "uneven": ("/", N_("covers a different period")),
    "at_least": ("|", N_("at least (lower limit)")),
    "up_to": ("-", N_("up to (upper limit)")),
    "about": (".", N_("about (rounded)")),
    "between": ("+", N_("a range, at its lower end")),
    "revision": ("x", N_("revision: the total was lowered")),
}
BOUNDS: Final = ("at_least", "up_to", "about", "between")
NO_REPORT: Final = N_("no figure")


def bar_traces(series: DrawnSeries, *, answer: Answer, look: Look) -> list[dict[str, Any]]:
    """One trace for each kind of bar that the series has, and the marks of buckets without a count."""
    uneven = {label for caveat in answer.caveats if caveat.kind == "covers" for label in caveat.rows}
    by_kind: dict[str, list[Row]] = {kind: [] for kind in PATTERNS}
    for row in series.counted:
        by_kind[_kind(row, is_uneven=row.label in uneven, answer=answer)].append(row)
    traces = [
        _bars(kind, rows, series=series, answer=answer, look=look) for kind, rows in by_kind.items() if rows
    ]
    missing = [row for row in series.rows if row.value is None]
    return [*traces, _missing(missing, series=series, answer=answer, look=look)] if missing else traces


def _kind(row: Row, *, is_uneven: bool, answer: Answer) -> str:
    """How a bar looks: a revision before all else, then a bound, then an uneven time."""
    if is_revision(row, answer=answer):
        return "revision"
    if row.qualifier in BOUNDS:
        return row.qualifier
    return "uneven" if is_uneven else "values"


def _bars(kind: str, rows: list[Row], *, series: DrawnSeries, answer: Answer, look: Look) -> dict[str, Any]:
    spans = _spans(rows, kind=kind, answer=answer)
    return (
        _common(series, role=kind)
        | rows_behind(rows, name=series.name, answer=answer)
        | {
            "type": "bar",
            "x": [_middle(span) for span in spans],
            "y": [mark_height(row) for row in rows],
            "width": [round(_days(span) * DAY_IN_MS * FILLED) for span in spans],
            "marker": marker(kind, colour=series.colour, look=look),
            "textposition": "none",
        }
    )


def _spans(rows: list[Row], *, kind: str, answer: Answer) -> list[Span]:
    """The bucket where the value is one of the bucket, else the time that the value really covers."""
    as_bucket = kind not in ("uneven", "revision")
    return [covered_span(row, answer=answer, as_bucket=as_bucket) for row in rows]


def _days(span: Span) -> int:
    return (span[1] - span[0]).days + 1


def _middle(span: Span) -> str:
    middle = datetime.combine(span[0], time()) + timedelta(hours=12 * _days(span))
    return middle.isoformat(" ", timespec="minutes")


def marker(kind: str, *, colour: str, look: Look) -> dict[str, Any]:
    """Full for an exact count; hatched inside an outline for every other kind."""
    if kind == "values":
        return {"color": colour, "line": {"color": colour, "width": 1}}  # an outline lets a zero be seen
    colour = look.tokens.faint_text if kind == "revision" else colour
    pattern = {"shape": PATTERNS[kind][0], "fgcolor": colour, "bgcolor": CLEAR, "size": 6, "solidity": 0.35}
    return {"color": CLEAR, "pattern": pattern, "line": {"color": colour, "width": 1.5}}


def _missing(rows: list[Row], *, series: DrawnSeries, answer: Answer, look: Look) -> dict[str, Any]:
    """A cross on the axis, in the middle of a bucket without a count: no bar, which would read as zero."""
    spans = [covered_span(row, answer=answer, as_bucket=True) for row in rows]
    return (
        _common(series, role="no_report")
        | rows_behind(rows, name=series.name, answer=answer)
        | {
            "type": "scatter",
            "mode": "markers",
            "x": [_middle(span) for span in spans],
            "y": [0] * len(spans),
            "cliponaxis": False,
            "marker": cross(size=6, look=look),
        }
    )


def cross(*, size: int, look: Look) -> dict[str, Any]:
    """The mark for a time without a report."""
    colour = look.tokens.faint_text
    return {"symbol": "x-thin", "size": size, "color": colour, "line": {"color": colour, "width": 1.5}}


def _common(series: DrawnSeries, *, role: str) -> dict[str, Any]:
    return {
        "name": plain(series.name),
        "legendgroup": group_of(series),
        "showlegend": False,
        "meta": {"role": role, "metric": series.metric, "place": series.place},
    }


def key_of_bars(traces: list[dict[str, Any]], *, look: Look) -> list[KeyEntry]:
    """What hatched bars and crosses mean: one legend entry for each kind that occurs."""
    roles = roles_of(traces)
    entries = [key_of_kind(kind, look=look) for kind in PATTERNS if kind in roles and kind != "values"]
    return [*entries, key_of_crosses(look)] if "no_report" in roles else entries


def key_of_kind(kind: str, *, look: Look) -> KeyEntry:
    """The legend entry for bars that are hatched like this."""
    shape, words = PATTERNS[kind]
    colour = marker(kind, colour=look.tokens.neutral, look=look)["line"]["color"]
    return of_bar(_(words), colour=colour, pattern=shape, role=kind)


def key_of_crosses(look: Look) -> KeyEntry:
    """The legend entry for times without a report."""
    return of_marker(_(NO_REPORT), cross(size=6, look=look), role="no_report")
