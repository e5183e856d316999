"""Differences and period counts: one bar for each, as wide as the time that it covers."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Any, Final

from charts.canvas import frame
from charts.canvas.drawing import Drawing
from charts.canvas.key import KeyEntry, roles_of
from charts.canvas.theme import Look
from charts.canvas.titles import quantity
from charts.series.bar_traces import DAY_IN_MS, FILLED, bar_traces, key_of_bars
from charts.series.drawn_series import DrawnSeries, series_of
from charts.series.event_strip import time_range
from charts.series.line_traces import key_of_signs, mark_height
from charts.series.period_traces import key_of_strokes, period_traces
from charts.series.spans import covered_span, overlap
from charts.series.time_drawing import largest, time_drawing
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.language.plain_text import plain
from metrics.query.query import Measure

HEIGHT: Final = 320
HEIGHT_NARROW: Final = 270


class SeveralSeriesError(ValueError):
    """Bars of several series would hide each other: they belong into small multiples."""


def bar_chart(answer: Answer, *, look: Look | None = None, open_since: date | None = None) -> Drawing:
    """What was newly documented, or what happened, in each period, of one metric in one place.

    A bar stands over the bucket of its value. Where the value covers another time, the bar stands over
    that and is hatched; its height is the value, whatever its width. A lowered total hangs below zero,
    hatched and grey, and is called a revision. A bucket without a count has a cross on the axis and no
    bar. Counts for periods that overlap are level strokes over their periods. From `open_since` on the time
    is hatched.

    Raises SeveralSeriesError for more than one series.
    """
    look = look or Look()
    series = series_of(answer, look=look)
    if len(series) > 1:
        raise SeveralSeriesError(f"{len(series)} series")
    traces = [trace for one in series for trace in flow_traces(one, answer=answer, look=look)]
    shown = flow_range(series, answer=answer)
    return time_drawing(
        answer,
        traces=[*traces, *numbers_on_bars(traces, answer=answer, shown=shown, look=look)],
        key=key_of_flow(traces, look=look),
        shown=shown,
        height=look.plot_height(wide=HEIGHT, narrow=HEIGHT_NARROW),
        look=look,
        open_since=open_since,
    )


def flow_traces(series: DrawnSeries, *, answer: Answer, look: Look) -> list[dict[str, Any]]:
    """Bars; strokes where the periods overlap."""
    if _overlaps(series, answer=answer):
        return period_traces(series, answer=answer)
    return bar_traces(series, answer=answer, look=look)


def numbers_on_bars(
    traces: list[dict[str, Any]], *, answer: Answer, shown: list[str], look: Look
) -> list[dict[str, Any]]:
    """The number of each bar above it, where all of them have room."""
    rows = {row.label: row for row in answer.counted}
    bars = [
        (day, rows[label], width)
        for trace in traces
        if trace["type"] == "bar"
        for day, label, width in zip(trace["x"], trace["customdata"], trace["width"], strict=True)
    ]
    start, end = (date.fromisoformat(day) for day in shown)
    pixels_of_a_day = (look.width - frame.left_margin(largest(answer)) - frame.RIGHT) / (end - start).days
    words = [quantity(answer, row) for _day, row, _width in bars]
    has_room = all(
        frame.width_of(text, size=frame.SMALL_SIZE) <= width / DAY_IN_MS / FILLED * pixels_of_a_day
        for text, (_day, _row, width) in zip(words, bars, strict=True)
    )
    return [_numbers(bars, words, look=look)] if bars and has_room else []


def _numbers(bars: list[tuple[str, Row, int]], words: list[str], *, look: Look) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [day for day, _row, _width in bars],
        "y": [max(mark_height(row) or 0, 0) for _day, row, _width in bars],
        "text": [plain(text) for text in words],
        "textposition": "top center",
        "textfont": {"size": frame.SMALL_SIZE, "color": look.tokens.text},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": "words"},
    }


def key_of_flow(traces: list[dict[str, Any]], *, look: Look) -> list[KeyEntry]:
    """The legend entries for all kinds of marks that occur."""
    if "strokes" in roles_of(traces):
        return [key_of_strokes(look), *key_of_signs(traces, look=look)]
    return key_of_bars(traces, look=look)


def _overlaps(series: DrawnSeries, *, answer: Answer) -> bool:
    if answer.query.measure is not Measure.HAPPENED:
        return False
    return overlap([covered_span(row, answer=answer, as_bucket=False) for row in series.counted])


def flow_range(series: list[DrawnSeries], *, answer: Answer) -> list[str]:
    """The question's time, and what the bars cover beyond it."""
    is_difference = answer.query.measure is Measure.NEWLY_DOCUMENTED
    days = [answer.start, answer.end]
    for row in chain.from_iterable(one.counted for one in series):
        ends = (row.covers_from, row.covers_to) if is_difference else (row.period_start, row.period_end)
        days += [day for day in ends if day is not None]
    return time_range(min(days), max(days))
