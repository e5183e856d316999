"""Levels, totals and rates over time: points as published, joined only where they may be."""

from __future__ import annotations

from typing import Any, Final

import plotly.graph_objects as go

from charts import frame, titles
from charts.alternative import alternative
from charts.credit import credit
from charts.drawing import Drawing
from charts.lane import LANE, lane_of, time_range
from charts.line_traces import key_of_signs, line_traces, name_series
from charts.marks import marks_of
from charts.series import series_of
from charts.theme import Look, count_axis, time_axis
from metrics.answer import Answer

HEIGHT: Final = 340
HEIGHT_NARROW: Final = 280


def line_chart(answer: Answer, *, look: Look | None = None) -> Drawing:
    """Levels, totals or rates over time, one line for each metric and place.

    Exact values are joined by a line, except across a bucket without a count, a break in series or a
    long silence. Bounds and rounded values stand apart from the line; derived ones are hollow, on a
    dashed line. Events and breaks stand in a lane above.
    """
    look = look or Look()
    height = HEIGHT_NARROW if look.narrow else HEIGHT
    series = series_of(answer, look=look)
    traces = [trace for one in series for trace in line_traces(one, answer=answer)]
    return _drawing(answer, traces=name_series(series, traces), height=height, look=look)


def _drawing(answer: Answer, *, traces: list[dict[str, Any]], height: int, look: Look) -> Drawing:
    axis_title, shown = titles.axis_title(answer), time_range(answer.start, answer.end)
    left = frame.left_margin(largest=largest(answer), axis_title=axis_title, marks_height=height)
    lane = lane_of(marks_of(answer), shown=shown, left=left, look=look)
    everything = [*traces, *key_of_signs(traces, look=look), *lane.traces]
    framing = frame.Frame(
        title=titles.title(answer),
        subtitle=titles.subtitle(answer),
        credit=credit(answer),
        marks_height=height,
        left=left,
        above=lane.above,
        key=tuple(trace["name"] for trace in everything if trace.get("showlegend")),
    )
    layout = frame.framed(framing, look=look)
    layout["annotations"] += lane.annotations
    layout["shapes"] = lane.shapes
    layout["xaxis"] = time_axis(look) | {"range": shown, "anchor": "y"}
    layout["yaxis"] = count_axis(look) | {
        "domain": [0, 1 - LANE / height],
        "title": frame.upright_title(axis_title, marks_height=height, look=look),
    }
    layout["yaxis2"] = {
        "domain": [1 - LANE / height, 1],
        "range": [0, 1],
        "visible": False,
        "fixedrange": True,
    }
    figure = go.Figure(data=everything, layout=layout)
    return Drawing(figure=figure, title=titles.title(answer), alt=alternative(answer))


def largest(answer: Answer) -> float:
    """The largest value shown, for the width of its number; zero where there is none."""
    values = answer.rows["value"].dropna()
    return 0.0 if values.empty else float(values.max())
