"""Several metrics or places in panels of their own, all on one scale."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import credit, has_counts
from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look
from charts.over_time.bars import flow_range, flow_traces, key_of_flow
from charts.over_time.panels import Panels, panel_axes, panel_breaks, panel_name, panels_of
from charts.series.alternative import alternative
from charts.series.drawn_series import FLOWS, DrawnSeries, break_days, series_of
from charts.series.event_strip import key_of_breaks, time_range
from charts.series.line_traces import key_of_signs, line_traces
from charts.series.time_drawing import largest, nothing_to_draw
from metrics.answer.answer import Answer
from metrics.language.plain_text import plain


def small_multiples(answer: Answer, *, look: Look | None = None) -> Drawing:
    """One panel for each metric and place, in the order of the question, on one scale and one time.

    Lines and bars are drawn as in a chart of their own; breaks in series are in their panels. On a
    phone there are one or two columns.
    """
    look = look or Look()
    series = series_of(answer, look=look, apart=True)
    shown = shown_time(series, answer=answer)
    panels = panels_of([one.name for one in series], left=left_of(answer), look=look)
    traces = [
        trace | {"xaxis": panel.x, "yaxis": panel.y}
        for one, panel in zip(series, panels.each, strict=True)
        for trace in traces_of(one, answer=answer, look=look)
    ]
    key = key_of(series, traces, answer=answer, look=look)
    layout = panelled(answer, [one.name for one in series], key=key, panels=panels, shown=shown, look=look)
    for one, panel in zip(series, panels.each, strict=True):
        layout["shapes"] += panel_breaks(one, panel=panel, answer=answer, look=look)
    figure = go.Figure(data=[*traces, *key], layout=layout)
    return Drawing(figure=figure, title=titles.title(answer), alt=alternative(answer))


def shown_time(series: list[DrawnSeries], *, answer: Answer) -> list[str]:
    """The ends of the time axis: the question's time, and what bars cover beyond it."""
    if answer.query.measure in FLOWS:
        return flow_range(series, answer=answer)
    return time_range(answer.start, answer.end)


def left_of(answer: Answer) -> int:
    """Pixels left of the panels, for the largest number."""
    return frame.left_margin(largest=largest(answer), axis_title="", marks_height=1)


def traces_of(series: DrawnSeries, *, answer: Answer, look: Look) -> list[dict[str, Any]]:
    """The marks of one series: bars for what is counted by period, a line for all else."""
    if answer.query.measure in FLOWS:
        return flow_traces(series, answer=answer, look=look)
    return line_traces(series, answer=answer)


def key_of(
    series: list[DrawnSeries], traces: list[dict[str, Any]], *, answer: Answer, look: Look
) -> list[dict[str, Any]]:
    """The legend's entries: one for each kind of mark that occurs, and one for breaks in series."""
    key = (key_of_flow if answer.query.measure in FLOWS else key_of_signs)(traces, look=look)
    has_breaks = any(break_days(one, answer=answer) for one in series)
    return [*key, key_of_breaks(look)] if has_breaks else key


def panelled(
    answer: Answer,
    names: list[str],
    *,
    key: list[dict[str, Any]],
    panels: Panels,
    shown: list[str],
    look: Look,
) -> dict[str, Any]:
    """The layout of panels with these names: texts, axes on one scale, no shapes yet."""
    layout = _framed(answer, key=key, panels=panels, look=look)
    for name, panel in zip(names, panels.each, strict=True):
        layout |= panel_axes(panel, answer=answer, shown=shown, look=look)
        layout["annotations"].append(panel_name(name, panel=panel, look=look))
    return layout


def _framed(answer: Answer, *, key: list[dict[str, Any]], panels: Panels, look: Look) -> dict[str, Any]:
    left = left_of(answer)
    lines = frame.wrapped(titles.axis_title(answer), pixels=look.width, size=frame.TEXT_SIZE)
    framing = frame.Frame(
        title=titles.title(answer),
        subtitle=titles.subtitle(answer),
        credit=credit(answer),
        marks_height=panels.height,
        left=left,
        above=panels.over + round(frame.height_of(lines, size=frame.TEXT_SIZE)),
        key=tuple(trace["name"] for trace in key),
    )
    layout = frame.framed(framing, look=look)
    layout["annotations"].append(_axis_title(lines, over=panels.over, left=left, look=look))
    if not has_counts(answer):
        layout["annotations"].append(nothing_to_draw(look))
    return layout | {"shapes": [], "barmode": "overlay"}


def _axis_title(lines: list[str], *, over: int, left: int, look: Look) -> dict[str, Any]:
    """What all heights are, once, over the panels."""
    return {
        "name": "axis",
        "text": "<br>".join(plain(line) for line in lines),
        "font": {"size": frame.TEXT_SIZE, "color": look.tokens.faint_text},
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "xshift": frame.GAP - left,
        "yshift": over,
    }
