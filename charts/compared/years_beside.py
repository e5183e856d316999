"""What happened in each year and what was newly documented, as two bars that never become one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import cautions, source
from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look, count_axis
from charts.series.bar_traces import PATTERNS, marker
from charts.series.line_traces import plain_number
from charts.series.series import colour_of
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.answer.who_is_counted import of_whom
from metrics.headline.documented_happened import Beside, Year
from metrics.language import phrasing
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _
from metrics.query.query import Grain

HEIGHT: Final = 300
NUMBERS_NARROW: Final = 9  # pixels: two numbers stand beside each other above bars of one year
HEIGHT_NARROW: Final = 250
WIDTH: Final = 0.36  # of a year, of one bar
OFF: Final = 0.2  # of a year, from its middle to that of a bar
OF_ROW: Final = "/"  # parts the kind of an answer from its row
ROOM: Final = 1.15  # of the highest bar, for the words above it
KINDS: Final = {
    "happened": N_("happened in the year, by date of event"),
    "newly_documented": N_("newly documented in it, whenever it happened"),
}


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: of which answer and row, where it stands, how it looks; `value` None for no report."""

    kind: str
    year: Year
    answer: Answer
    row: Row
    at: float
    value: float | None
    look: str


def years_beside(beside: Beside, *, look: Look) -> Drawing:
    """Two bars for each year: never stacked, and never added up.

    What covers another time than its year, and what is no exact number, is hatched. A year without a report
    has a cross and no bar. A bar carries its row, and as its place the kind of its
    answer (KINDS) before OF_ROW.
    """
    years = _shown(beside.years)
    bars = [bar for at, year in enumerate(years) for bar in _bars(beside, year, at)]
    traces = [_trace(kind, bars, beside=beside, look=look) for kind in KINDS]
    traces += [_words_trace(bars, look=look), *_crosses(bars, look=look), *_key(bars, look=look)]
    return Drawing(
        figure=go.Figure(data=traces, layout=_layout(beside, years, traces, bars, look=look)),
        title=_title(beside),
        alt=_alternative(beside, years, bars),
    )


def _shown(years: tuple[Year, ...]) -> list[Year]:
    """From the first year with any value to the last."""
    counted = [at for at, year in enumerate(years) if any(_value(row) is not None for row in _rows(year))]
    return list(years[counted[0] : counted[-1] + 1]) if counted else []


def _rows(year: Year) -> tuple[Row | None, Row | None]:
    return year.happened, year.newly


def _value(row: Row | None) -> float | None:
    return None if row is None else row.value


def _bars(beside: Beside, year: Year, at: int) -> Iterator[Bar]:
    answers = (beside.happened, beside.newly)
    for kind, row, answer, off in zip(KINDS, _rows(year), answers, (-OFF, OFF), strict=True):
        if row is not None:
            yield Bar(
                kind=kind,
                year=year,
                answer=answer,
                row=row,
                at=at + off,
                value=_value(row),
                look=_look_of(kind, answer, row),
            )


def _look_of(kind: str, answer: Answer, row: Row) -> str:
    """How the bar is filled: a key of PATTERNS."""
    if kind == "newly_documented" and any(row.label in c.rows for c in answer.caveats if c.kind == "covers"):
        return "uneven"
    if kind == "newly_documented" and (_value(row) or 0) < 0:
        return "revision"
    return row.qualifier if row.qualifier in PATTERNS else "values"


def _colour(kind: str, *, beside: Beside, look: Look) -> str:
    if kind == "newly_documented":
        return look.tokens.neutral
    return colour_of(beside.metric, answer=beside.happened, look=look)


def _trace(kind: str, bars: list[Bar], *, beside: Beside, look: Look) -> dict[str, Any]:
    drawn = [bar for bar in bars if bar.kind == kind and bar.value is not None]
    colour = _colour(kind, beside=beside, look=look)
    looks = [marker(bar.look, colour=colour, look=look) for bar in drawn]
    shapes = [PATTERNS[bar.look][0] if bar.look != "values" else "" for bar in drawn]
    return {
        "type": "bar",
        "name": frame.key_entry(_(KINDS[kind]), look=look),
        "showlegend": True,
        "x": [bar.at for bar in drawn],
        "y": [plain_number(bar.value or 0.0) for bar in drawn],
        "width": WIDTH,
        "marker": {
            "color": colour,
            "line": {"color": [one["line"]["color"] for one in looks], "width": 1},
            "pattern": {"shape": shapes, "fillmode": "replace", "size": 6, "solidity": 0.35},
        },
        "customdata": [bar.row.label for bar in drawn],
        "ids": [_id(bar) for bar in drawn],
        "hovertext": [_hover(bar) for bar in drawn],
        "hoverinfo": "text",
        "meta": {"role": kind},
    }


def _id(bar: Bar) -> str:
    """The kind of the bar's answer and its row: Plotly draws but one of several marks with one id."""
    return f"{bar.kind}{OF_ROW}{bar.row.label}"


def _hover(bar: Bar) -> str:
    lines = [plain(_(KINDS[bar.kind])), plain(_time(bar))]
    return "<br>".join([f"<b>{plain(_words(bar))}</b>", *lines])


def _words(bar: Bar) -> str:
    return phrasing.quantity(bar.value, bar.row.qualifier)


def _time(bar: Bar) -> str:
    """The year of what happened; what a difference really covers."""
    if bar.kind == "happened" or bar.value is None:
        return phrasing.period(bar.year.start, bar.year.end)
    first, last = bar.row.covers
    return _("between {start} and {end}").format(start=phrasing.day(first), end=phrasing.day(last))


def _words_trace(bars: list[Bar], *, look: Look) -> dict[str, Any]:
    drawn = [bar for bar in bars if bar.value is not None]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [bar.at for bar in drawn],
        "y": [plain_number(max(bar.value or 0.0, 0.0)) for bar in drawn],
        "text": [plain(_words(bar)) for bar in drawn],
        "textposition": "top center",
        "textfont": {"size": NUMBERS_NARROW if look.narrow else frame.TEXT_SIZE, "color": look.tokens.text},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": "words"},
    }


def _crosses(bars: list[Bar], *, look: Look) -> list[dict[str, Any]]:
    """A cross on the axis where there is no report: no bar, which would read as zero."""
    missing = [bar for bar in bars if bar.value is None]
    if not missing:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": frame.key_entry(_("no report"), look=look),
            "showlegend": True,
            "x": [bar.at for bar in missing],
            "y": [0] * len(missing),
            "cliponaxis": False,
            "marker": {
                "symbol": "x-thin",
                "size": 7,
                "color": look.tokens.faint_text,
                "line": {"color": look.tokens.faint_text, "width": 1.5},
            },
            "customdata": [bar.row.label for bar in missing],
            "ids": [_id(bar) for bar in missing],
            "hovertext": [_hover(bar) for bar in missing],
            "hoverinfo": "text",
            "meta": {"role": "no_report"},
        }
    ]


def _key(bars: list[Bar], *, look: Look) -> list[dict[str, Any]]:
    """What hatched bars mean: one entry for each kind that occurs."""
    occurring = {bar.look for bar in bars if bar.value is not None} - {"values"}
    return [
        {
            "type": "bar",
            "name": frame.key_entry(_(words), look=look),
            "showlegend": True,
            "x": [None],
            "y": [None],
            "marker": marker(kind, colour=look.tokens.neutral, look=look),
            "hoverinfo": "skip",
            "meta": {"role": "key"},
        }
        for kind, (_shape, words) in PATTERNS.items()
        if kind in occurring
    ]


def _title(beside: Beside) -> str:
    pattern = _("{metric}: happened, and newly documented, by reporting year")
    if beside.grain is Grain.YEAR:
        pattern = _("{metric}: happened, and newly documented, by calendar year")
    return pattern.format(metric=titles.metric_label(beside.newly, beside.metric))


def _layout(
    beside: Beside, years: list[Year], traces: list[dict[str, Any]], bars: list[Bar], *, look: Look
) -> dict[str, Any]:
    height = look.plot_height(wide=HEIGHT, narrow=HEIGHT_NARROW)
    values = [bar.value for bar in bars if bar.value is not None]
    highest, lowest = max([*values, 1.0]), min([*values, 0.0])
    axis_title = _("people: that happened in the year, and newly documented in it")
    left = frame.left_margin(largest=highest, axis_title=axis_title, marks_height=height)
    column = (look.width - left - frame.RIGHT) / max(len(years), 1)
    pixels = column - frame.GAP
    names = [frame.wrapped(_name(beside, year), pixels=pixels, size=frame.TEXT_SIZE) for year in years]
    lines = max(map(len, names), default=1)
    framing = frame.Frame(
        title=_title(beside),
        subtitle=_subtitle(beside),
        credit=_credit(beside),
        marks_height=height,
        left=left,
        below=round(2 * frame.GAP + frame.height_of([""] * lines, size=frame.TEXT_SIZE)),
        key=tuple(trace["name"] for trace in traces if trace.get("showlegend")),
    )
    layout = frame.framed(framing, look=look) | {"barmode": "overlay"}
    layout["yaxis"] = count_axis(look) | {
        "range": [lowest * ROOM, highest * ROOM],
        "title": frame.upright_title(axis_title, marks_height=height, look=look),
    }
    layout["xaxis"] = {
        "range": [-0.5, max(len(years), 1) - 0.5],
        "tickvals": list(range(len(years))),
        "ticktext": [frame.in_lines(name) for name in names],
        "tickfont": {"size": frame.TEXT_SIZE, "color": look.tokens.faint_text},
        "ticklabelstandoff": 6,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
    return layout


def _name(beside: Beside, year: Year) -> str:
    if beside.grain is Grain.YEAR:
        return year.label
    return _("{start} to {end}").format(
        start=phrasing.short_month(year.start), end=phrasing.short_month(year.end)
    )


def _subtitle(beside: Beside) -> str:
    answer = beside.newly
    place = titles.place_name(answer, answer.query.places[0])
    parts = [place, *of_whom(answer.query), _("counted by {counter}").format(counter=answer.counter)]
    return " · ".join(parts)


def _credit(beside: Beside) -> str:
    said = [
        _("Happened: {source}.").format(source=source(beside.happened)),
        _("Newly documented: {source}.").format(source=source(beside.newly)),
        _("As known on {day}.").format(day=phrasing.day(beside.newly.known_on)),
    ]
    return " ".join([*said, *cautions(beside.newly)])


def _alternative(beside: Beside, years: list[Year], bars: list[Bar]) -> str:
    paragraphs = [f"{_title(beside)}. {_subtitle(beside)}."]
    for year in years:
        told = [": ".join([_(KINDS[bar.kind]), _told(bar)]) for bar in bars if bar.year is year]
        paragraphs.append(f"{phrasing.period(year.start, year.end)}: {'; '.join(told)}.")
    return "\n\n".join([*paragraphs, _credit(beside)])


def _told(bar: Bar) -> str:
    if bar.value is None:
        return _("no report")
    return _words(bar) if bar.kind == "happened" else f"{_words(bar)} ({_time(bar)})"
