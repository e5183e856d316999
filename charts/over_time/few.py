"""Few values: a bar for each, with its day and its number, since a line of few points says little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import credit
from charts.canvas.drawing import Drawing
from charts.canvas.hover import in_words, is_derived, value_in_words
from charts.canvas.key import KeyEntry
from charts.canvas.theme import Look
from charts.series.alternative import alternative, missing_in_words, none_in_words
from charts.series.bar_traces import key_of_kind
from charts.series.drawn_series import DrawnSeries, break_days, series_of
from charts.series.labelled_bars import (
    LabelledBar,
    axis_of_lying_bars,
    band_axis,
    bars_trace,
    shape_of,
    words_at_ends,
)
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.language import phrasing
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.query import Measure

MOST_VALUES: Final = 5  # of one series
MOST_ROWS: Final = 8  # of one series, those without a value among them
MOST_BARS: Final = 24  # of all series together
LINE: Final = 16  # pixels of a line of text
BETWEEN: Final = 12  # pixels between two bars
THICKNESS: Final = 0.62
NAME_PIXELS: Final = 170
NAME_PIXELS_NARROW: Final = 100
WORDS_SHARE: Final = 0.5  # of the plot's width that the words at a bar's end may take
AXIS: Final = 12  # pixels below the bars: each has its number, and the axis needs none


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the chart: the name of a series, or one of its values with its day."""

    name: list[str]
    row: Row | None
    series: DrawnSeries
    words: tuple[str, ...] = ()


def has_few(answer: Answer) -> bool:
    """Whether every series has so few values that bars with their days say more than points without.

    What was newly documented is a bar over the time that it covers already.
    """
    if answer.query.measure is Measure.NEWLY_DOCUMENTED or any((row.value or 0) < 0 for row in answer.rows):
        return False
    series = series_of(answer, look=Look())
    counted = [len(one.counted) for one in series]
    is_few = all(number <= MOST_VALUES for number in counted) and 0 < sum(counted) <= MOST_BARS
    return is_few and not any(_has_break_within(one, answer=answer) for one in series)


def _has_break_within(series: DrawnSeries, *, answer: Answer) -> bool:
    """Whether a break lies between its values, which needs an axis of time."""
    days = [row.day for row in series.counted]
    return any(min(days) < day <= max(days) for day in break_days(series, answer=answer) if days)


def few_bars(answer: Answer, *, look: Look | None = None) -> Drawing:
    """A lying bar for each value, the newest of its series first, under the name of its series.

    Bounds and rounded values are hatched. A time without a count has words in place of a bar. Where the
    height is given, the first are shown that fit into it.
    """
    look = look or Look()
    all_lines = list(_lines(answer, look=look))
    lines = _that_fit(all_lines, look=look)
    bars = [_bar(line, at=at, answer=answer) for at, line in enumerate(lines) if line.row is not None]
    return Drawing(
        figure=go.Figure(data=_traces(lines, bars, look=look), layout=_layout(lines, bars, look=look)),
        title=titles.title(answer),
        subtitle=titles.subtitle(answer),
        axis=titles.axis_title(answer),
        note=" ".join(filter(None, [_cut(lines, all_lines), none_in_words(answer), *_left_out(answer)])),
        credit=credit(answer),
        key=_key(lines, look=look),
        width=look.width,
        takes_finding=True,
        alt=alternative(answer),
    )


def _lines(answer: Answer, *, look: Look) -> Iterator[Line]:
    series = series_of(answer, look=look, apart=True)
    for one in series:
        if len(series) > 1:
            name = frame.wrapped(one.name, pixels=look.width / frame.BOLD, size=frame.TEXT_SIZE)
            yield Line(name=name, row=None, series=one)
        for row in reversed(_shown(one)):
            yield Line(
                name=frame.wrapped(_time(row, answer), pixels=_names_width(look), size=frame.TEXT_SIZE),
                row=row,
                series=one,
                words=_words(row, answer=answer, look=look),
            )


def _that_fit(lines: list[Line], *, look: Look) -> list[Line]:
    """All; where the height is given, the first that fit into it, at least one value."""
    if not look.marks:
        return lines
    fitting = lines[: max(2, look.marks // _height_of_line(lines))]
    return fitting[:-1] if fitting[-1].row is None else fitting


def _height_of_line(lines: list[Line]) -> int:
    """All lines are as high as the one with most lines of text."""
    most = max(max(len(line.name) if line.row else 1, len(line.words)) for line in lines)
    return most * LINE + BETWEEN


def _cut(lines: list[Line], all_lines: list[Line]) -> str:
    """How many values are shown, where not all."""
    shown, known = (sum(line.row is not None for line in some) for some in (lines, all_lines))
    if shown == known:
        return ""
    words = _("Shown: the first {shown} of {all} figures.")
    return words.format(shown=phrasing.number(shown), all=phrasing.number(known))


def _shown(series: DrawnSeries) -> Sequence[Row]:
    """Its values, and its times without one where these are few too; of many the note tells."""
    return series.rows if len(series.rows) <= MOST_ROWS else series.counted


def _left_out(answer: Answer) -> list[str]:
    """The times without a count that have no line of their own."""
    series = [one for one in series_of(answer, look=Look()) if len(one.rows) > MOST_ROWS]
    words = [(one.name, missing_in_words(one)) for one in series]
    return [said if len(series) == 1 else f"{name}: {said}" for name, said in words if said]


def _time(row: Row, answer: Answer) -> str:
    """The day of the count; the period of what happened; the bucket of what has no count."""
    if row.period_end is None:
        return row.bucket
    if answer.query.measure is Measure.HAPPENED:
        return phrasing.period(row.period_start, row.period_end)
    return phrasing.short_day(row.day)


def _words(row: Row, *, answer: Answer, look: Look) -> tuple[str, ...]:
    words = value_in_words(row, answer=answer)
    if is_derived(row, answer=answer):
        words = _("{value}, calculated, not published").format(value=words)
    wide = _bars_width(look) * WORDS_SHARE
    return tuple(frame.wrapped(words, pixels=wide, size=frame.TEXT_SIZE))


def _bar(line: Line, *, at: int, answer: Answer) -> LabelledBar:
    row = line.row
    if row is None:
        raise ValueError("the name of a series is no bar")
    return LabelledBar(
        at=at,
        value=row.value,
        shape=shape_of(row.qualifier),
        row=row.label,
        id=f"{row.label}",
        hover=in_words(row, name=line.series.name, answer=answer),
        words=line.words,
    )


def _traces(lines: list[Line], bars: list[LabelledBar], *, look: Look) -> list[dict[str, Any]]:
    """One trace of bars for each series, and the words at their ends."""
    traces = []
    for series in dict.fromkeys(line.series for line in lines):
        own = [bar for bar in bars if lines[round(bar.at)].series is series]
        trace = bars_trace(own, thickness=THICKNESS, colour=series.colour, is_lying=True, role="values")
        trace["meta"] |= {"metric": series.metric, "place": series.place}
        traces.append(trace | {"showlegend": False})
    return [*traces, words_at_ends(bars, look=look)]


def _key(lines: list[Line], *, look: Look) -> tuple[KeyEntry, ...]:
    """What hatched bars mean is said by the words beside them: only ranges need it."""
    kinds = {line.row.qualifier for line in lines if line.row is not None and line.row.value is not None}
    return (key_of_kind("between", look=look),) if "between" in kinds else ()


def _names_width(look: Look) -> int:
    return NAME_PIXELS_NARROW if look.narrow else NAME_PIXELS


def _bars_width(look: Look) -> int:
    return look.width - _names_width(look) - frame.RIGHT - 2 * frame.GAP


def _layout(lines: list[Line], bars: list[LabelledBar], *, look: Look) -> dict[str, Any]:
    framing = frame.Frame(
        marks_height=len(lines) * _height_of_line(lines), left=_names_width(look) + 2 * frame.GAP, below=AXIS
    )
    layout = frame.framed(framing, look=look) | {"barmode": "overlay"}
    layout["xaxis"] = axis_of_lying_bars(bars, width=_bars_width(look), most_ticks=4, look=look) | {
        "showgrid": False,
        "showticklabels": False,
    }
    layout["yaxis"] = band_axis(
        [frame.in_lines(line.name) if line.row else "" for line in lines],
        places=range(len(lines)),
        ends=(len(lines) - 0.5, -0.5),
        colour=look.tokens.text,
    )
    layout["annotations"] += [
        _series_name(line, at=at, left=framing.left, look=look)
        for at, line in enumerate(lines)
        if line.row is None
    ]
    return layout


def _series_name(line: Line, *, at: int, left: int, look: Look) -> dict[str, Any]:
    """The name of a series over its bars, from the figure's left edge."""
    return {
        "name": "panel",
        "text": "<br>".join(f"<b>{plain(part)}</b>" for part in line.name),
        "font": {"size": frame.TEXT_SIZE, "color": look.tokens.text},
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": -left,
        "yref": "y",
        "y": at,
        "yanchor": "middle",
    }
