"""Differences and period counts: one bar for each, as wide as the time that it covers."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Any, Final

from charts.canvas.drawing import Drawing
from charts.canvas.key import KeyEntry, roles_of
from charts.canvas.theme import Look
from charts.series.bar_traces import bar_traces, key_of_bars
from charts.series.drawn_series import DrawnSeries, series_of
from charts.series.event_strip import time_range
from charts.series.line_traces import key_of_signs
from charts.series.period_traces import key_of_strokes, period_traces
from charts.series.spans import covered_span, overlap
from charts.series.time_drawing import time_drawing
from metrics.answer.answer import Answer
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
    return time_drawing(
        answer,
        traces=traces,
        key=key_of_flow(traces, look=look),
        shown=flow_range(series, answer=answer),
        height=look.plot_height(wide=HEIGHT, narrow=HEIGHT_NARROW),
        look=look,
        open_since=open_since,
    )


def flow_traces(series: DrawnSeries, *, answer: Answer, look: Look) -> list[dict[str, Any]]:
    """Bars; strokes where the periods overlap."""
    if _overlaps(series, answer=answer):
        return period_traces(series, answer=answer)
    return bar_traces(series, answer=answer, look=look)


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
