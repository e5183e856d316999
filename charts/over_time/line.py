"""Levels, totals and rates over time: points as published, joined only where they may be."""

from __future__ import annotations

from datetime import date

from charts.canvas.drawing import Drawing
from charts.canvas.theme import LINES_HEIGHT, LINES_HEIGHT_NARROW, Look
from charts.series.drawn_series import series_of
from charts.series.end_labels import labels_or_key
from charts.series.event_strip import time_range
from charts.series.line_traces import key_of_signs, line_traces
from charts.series.time_drawing import time_drawing
from metrics.answer.answer import Answer


def line_chart(answer: Answer, *, look: Look | None = None, open_since: date | None = None) -> Drawing:
    """Levels, totals or rates over time, one line for each metric and place, its last value at its end.

    Exact values are joined by a line, except across a bucket without a count, a break in series or a
    long silence. Bounds and rounded values are not joined by the line; derived ones are hollow, on a
    dashed line. Events and breaks are in an event strip above. From `open_since` on the time is hatched.
    """
    look = look or Look()
    series = series_of(answer, look=look)
    traces = [trace for one in series for trace in line_traces(one, answer=answer)]
    height = look.plot_height(wide=LINES_HEIGHT, narrow=LINES_HEIGHT_NARROW)
    labels, names = labels_or_key([(one, answer) for one in series], height=height, look=look)
    return time_drawing(
        answer,
        traces=traces,
        key=[*names, *key_of_signs(traces, look=look)],
        shown=time_range(answer.start, answer.end),
        height=height,
        look=look,
        labels=labels,
        open_since=open_since,
    )
