"""A tiny chart for a headline number: the course, no axes, no words."""

from __future__ import annotations

from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look, base_layout
from charts.canvas.titles import title
from charts.series.alternative import series_in_words
from charts.series.bar_traces import bar_traces
from charts.series.drawn_series import FLOWS, series_of
from charts.series.event_strip import time_range
from charts.series.line_traces import line_traces
from metrics.answer.answer import Answer

HEIGHT: Final = 48
EDGE: Final = 5  # pixels, so that the last mark is not cut
LAST: Final = 7  # size of the last mark


def sparkline(answer: Answer, *, look: Look | None = None) -> Drawing:
    """The course of the Answer's first series with its last count marked; gaps stay gaps.

    It shows no number, source or date: those are in the card beside it. From zero, like all charts.
    """
    look = look or Look()
    traces: list[dict[str, Any]] = []
    words = [f"{title(answer)}."]
    for series in series_of(answer, look=look)[:1]:
        words.append(series_in_words(series, answer=answer))
        is_flow = answer.query.measure in FLOWS
        made = bar_traces(series, answer=answer, look=look) if is_flow else line_traces(series, answer=answer)
        traces = [_quiet(trace) for trace in made if trace["meta"]["role"] != "no_report"]
    hidden = {"visible": False, "fixedrange": True}
    layout = base_layout(look) | {
        "margin": {"l": EDGE, "r": EDGE, "t": EDGE, "b": EDGE, "pad": 0},
        "height": HEIGHT,
        "barmode": "overlay",
        "xaxis": hidden | {"type": "date", "range": time_range(answer.start, answer.end)},
        "yaxis": hidden | {"rangemode": "tozero"},
    }
    return Drawing(figure=go.Figure(data=traces, layout=layout), title=title(answer), alt=" ".join(words))


def _quiet(trace: dict[str, Any]) -> dict[str, Any]:
    """A trace that says nothing; of the marks on its line only the last is seen."""
    quiet = {key: value for key, value in trace.items() if key != "hovertext"} | {"hoverinfo": "skip"}
    if trace.get("mode") == "lines+markers":
        labels = trace["customdata"]
        sizes = [0] * (len(labels) - 1) + [LAST]
        quiet["marker"] = trace["marker"] | {"size": sizes}
    elif trace.get("mode") == "markers":
        quiet["marker"] = trace["marker"] | {"size": 4}
    return quiet
