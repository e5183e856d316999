"""What happened in each year and what was newly documented, as two bars that never become one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import cautions, source
from charts.canvas.drawing import Drawing
from charts.canvas.key import KeyEntry, of_bar
from charts.canvas.theme import Look, count_axis
from charts.series.bar_traces import PATTERNS, cross, key_of_crosses, key_of_kind, marker
from charts.series.drawn_series import colour_of
from charts.series.labelled_bars import LabelledBar, band_axis, bars_trace, shape_of, words_on_top
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.answer.who_is_counted import label_of, people_counted
from metrics.headline.documented_happened import Beside, Year
from metrics.language import phrasing
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _
from metrics.query.query import Grain

HEIGHT: Final = 300
NUMBERS_NARROW: Final = 9  # pixels: two numbers fit beside each other above the bars of one year
HEIGHT_NARROW: Final = 250
WIDTH: Final = 0.36  # of a year, of one bar
OFF: Final = 0.2  # of a year, from its middle to that of a bar
OF_ROW: Final = "/"  # between the kind of an answer and its row
ROOM: Final = 1.15  # of the highest bar, for the words above it
KINDS: Final = {
    "happened": N_("happened in the year"),
    "newly_documented": N_("newly documented in the year, can include earlier cases"),
}


@dataclass(frozen=True, kw_only=True)
class YearBar:
    """One bar: its year, the answer and row that it shows, its position, how it is filled.

    value: None where there is no report.
    look: a key of PATTERNS.
    """

    kind: str
    year: Year
    answer: Answer
    row: Row
    at: float
    look: str

    @property
    def value(self) -> float | None:
        """Its height."""
        return self.row.value


def years_beside(beside: Beside, *, look: Look) -> Drawing:
    """Two bars for each year: never stacked, and never added up.

    A bar is hatched where it covers another time than its year, and where its number is not exact. A year
    without a report has a cross and no bar. A bar carries its row, and as its place the kind of its answer
    (KINDS) before OF_ROW.
    """
    years = _years_with_values(beside.years)
    bars = [bar for at, year in enumerate(years) for bar in _bars(beside, year, at)]
    traces = [_trace(kind, bars, beside=beside, look=look) for kind in KINDS]
    size = NUMBERS_NARROW if look.narrow else frame.TEXT_SIZE
    traces += [words_on_top([_labelled(bar) for bar in bars], size=size, look=look)]
    traces += _crosses(bars, look=look)
    return Drawing(
        figure=go.Figure(data=traces, layout=_layout(beside, years, bars, look=look)),
        title=_title(beside),
        subtitle=_subtitle(beside),
        axis=_("People: happened in the year, and newly documented in the year"),
        credit=_credit(beside),
        key=_key(beside, bars, look=look),
        width=look.width,
        alt=_alternative(beside, years, bars),
    )


def _years_with_values(years: tuple[Year, ...]) -> list[Year]:
    """The years from the first with any value to the last."""
    counted = [
        at
        for at, year in enumerate(years)
        if any(row is not None and row.value is not None for row in (year.happened, year.newly))
    ]
    return list(years[counted[0] : counted[-1] + 1]) if counted else []


def _bars(beside: Beside, year: Year, at: int) -> Iterator[YearBar]:
    rows, answers = (year.happened, year.newly), (beside.happened, beside.newly)
    for kind, row, answer, off in zip(KINDS, rows, answers, (-OFF, OFF), strict=True):
        if row is not None:
            look = _look_of(kind, answer, row)
            yield YearBar(kind=kind, year=year, answer=answer, row=row, at=at + off, look=look)


def _look_of(kind: str, answer: Answer, row: Row) -> str:
    """How the bar is filled: a key of PATTERNS."""
    if kind == "newly_documented" and any(row.label in c.rows for c in answer.caveats if c.kind == "covers"):
        return "uneven"
    if kind == "newly_documented" and (row.value or 0) < 0:
        return "revision"
    return row.qualifier if row.qualifier in PATTERNS else "values"


def _labelled(bar: YearBar) -> LabelledBar:
    lines = [plain(_(KINDS[bar.kind])), plain(_time(bar))]
    return LabelledBar(
        at=bar.at,
        value=bar.value,
        shape=shape_of(bar.look),
        row=bar.row.label,
        # The kind belongs to the id: of several marks with one id Plotly draws only one.
        id=f"{bar.kind}{OF_ROW}{bar.row.label}",
        hover="<br>".join([f"<b>{plain(_words(bar))}</b>", *lines]),
        words=(_words(bar),),
    )


def _colour(kind: str, *, beside: Beside, look: Look) -> str:
    if kind == "newly_documented":
        return look.tokens.neutral
    return colour_of(beside.metric, answer=beside.happened, look=look)


def _trace(kind: str, bars: list[YearBar], *, beside: Beside, look: Look) -> dict[str, Any]:
    drawn = [bar for bar in bars if bar.kind == kind and bar.value is not None]
    colour = _colour(kind, beside=beside, look=look)
    outlines = [marker(bar.look, colour=colour, look=look)["line"]["color"] for bar in drawn]
    labelled = [_labelled(bar) for bar in drawn]
    trace = bars_trace(labelled, thickness=WIDTH, colour=colour, outlines=outlines, is_lying=False, role=kind)
    return trace | {"showlegend": False}


def _words(bar: YearBar) -> str:
    return phrasing.quantity(bar.value, bar.row.qualifier, upper=bar.row.value_to)


def _time(bar: YearBar) -> str:
    """The year for what happened; for a difference the days that it covers."""
    if bar.kind == "happened" or bar.value is None:
        return phrasing.period(bar.year.start, bar.year.end)
    first, last = bar.row.covers
    return _("between {start} and {end}").format(start=phrasing.day(first), end=phrasing.day(last))


def _crosses(bars: list[YearBar], *, look: Look) -> list[dict[str, Any]]:
    """A cross on the axis where there is no report: no bar, which would read as zero."""
    missing = [_labelled(bar) for bar in bars if bar.value is None]
    if not missing:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "showlegend": False,
            "x": [bar.at for bar in missing],
            "y": [0] * len(missing),
            "cliponaxis": False,
            "marker": cross(size=7, look=look),
            "customdata": [bar.row for bar in missing],
            "ids": [bar.id for bar in missing],
            "hovertext": [bar.hover for bar in missing],
            "hoverinfo": "text",
            "meta": {"role": "no_report"},
        }
    ]


def _key(beside: Beside, bars: list[YearBar], *, look: Look) -> tuple[KeyEntry, ...]:
    """What colours and hatched bars mean: one entry for each that occurs."""
    counted = [bar for bar in bars if bar.value is not None]
    kinds = {bar.kind for bar in counted}
    entries = [
        of_bar(_(words), colour=_colour(kind, beside=beside, look=look), role=kind)
        for kind, words in KINDS.items()
        if kind in kinds
    ]
    occurring = {bar.look for bar in counted} - {"values"}
    entries += [key_of_kind(kind, look=look) for kind in PATTERNS if kind in occurring]
    return tuple(entries if len(counted) == len(bars) else [*entries, key_of_crosses(look)])


def _title(beside: Beside) -> str:
    pattern = _("{metric}: happened, and newly documented, by reporting year")
    if beside.grain is Grain.YEAR:
        pattern = _("{metric}: happened, and newly documented, by calendar year")
    return pattern.format(metric=label_of(beside.newly, beside.metric))


def _layout(beside: Beside, years: list[Year], bars: list[YearBar], *, look: Look) -> dict[str, Any]:
    height = look.plot_height(wide=HEIGHT, narrow=HEIGHT_NARROW)
    values = [bar.value for bar in bars if bar.value is not None]
    highest, lowest = max([*values, 1.0]), min([*values, 0.0])
    left = frame.left_margin(highest)
    pixels = (look.width - left - frame.RIGHT) / max(len(years), 1) - frame.GAP
    names = [frame.wrapped(_name(beside, year), pixels=pixels, size=frame.TEXT_SIZE) for year in years]
    lines = max(map(len, names), default=1)
    below = round(2 * frame.GAP + frame.height_of([""] * lines, size=frame.TEXT_SIZE))
    layout = frame.framed(frame.Frame(marks_height=height, left=left, below=below), look=look)
    layout["yaxis"] = count_axis(look) | {"range": [lowest * ROOM, highest * ROOM]}
    layout["xaxis"] = band_axis(
        [frame.in_lines(name) for name in names],
        places=range(len(years)),
        ends=(-0.5, max(len(years), 1) - 0.5),
        colour=look.tokens.faint_text,
    )
    return layout | {"barmode": "overlay", "meta": {"nearest": "x"}}


def _name(beside: Beside, year: Year) -> str:
    if beside.grain is Grain.YEAR:
        return year.label
    return _("{start} to {end}").format(
        start=phrasing.short_month(year.start), end=phrasing.short_month(year.end)
    )


def _subtitle(beside: Beside) -> str:
    answer = beside.newly
    place = titles.place_name(answer, answer.query.places[0])
    parts = [place, *people_counted(answer), _("counted by {counter}").format(counter=answer.counter)]
    return " · ".join(parts)


def _credit(beside: Beside) -> str:
    parts = [
        _("Happened: {source}.").format(source=source(beside.happened)),
        _("Newly documented: {source}.").format(source=source(beside.newly)),
        _("As known on {day}.").format(day=phrasing.day(beside.newly.known_on)),
    ]
    return " ".join([*parts, *cautions(beside.newly)])


def _alternative(beside: Beside, years: list[Year], bars: list[YearBar]) -> str:
    paragraphs = [f"{_title(beside)}. {_subtitle(beside)}."]
    for year in years:
        numbers = [": ".join([_(KINDS[bar.kind]), _in_words(bar)]) for bar in bars if bar.year is year]
        paragraphs.append(f"{phrasing.period(year.start, year.end)}: {'; '.join(numbers)}.")
    return "\n\n".join([*paragraphs, _credit(beside)])


def _in_words(bar: YearBar) -> str:
    if bar.value is None:
        return _("no figure")
    return _words(bar) if bar.kind == "happened" else f"{_words(bar)} ({_time(bar)})"
