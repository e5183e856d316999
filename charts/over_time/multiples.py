"""Several metrics or places in panels of their own, all on one scale."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import credit, has_counts
from charts.canvas.drawing import Drawing
from charts.canvas.key import KeyEntry
from charts.canvas.theme import Look
from charts.over_time.bars import flow_range, flow_traces, key_of_flow
from charts.over_time.panels import PanelName, Panels, panel_axes, panel_breaks, panel_name, panels_of
from charts.series.alternative import alternative, none_in_words
from charts.series.drawn_series import FLOWS, DrawnSeries, break_days, series_of
from charts.series.end_labels import last_of
from charts.series.event_strip import key_of_breaks, time_range
from charts.series.line_traces import key_of_signs, line_traces
from charts.series.time_drawing import largest, nothing_to_draw
from metrics.answer.answer import Answer
from metrics.language import phrasing
from metrics.language.wording import _


def small_multiples(answer: Answer, *, look: Look | None = None) -> Drawing:
    """One panel for each metric and place, in the order of the question, on one scale and one time.

    Lines and bars are drawn as in a chart of their own; breaks in series are in their panels. Where it is
    narrow there are one or two columns. Series without a count have no panel, and are named below. Where the
    height is given, the first panels are shown that fit into it.
    """
    look = look or Look()
    series = series_of(answer, look=look, apart=True)
    all_series = [one for one in series if one.counted] or series
    series = _that_fit(all_series, answer=answer, look=look)
    shown = shown_time(series, answer=answer)
    names = [PanelName(text=one.name, last=last_in_words(one, answer=answer)) for one in series]
    panels = panels_of(names, left=left_of(answer), look=look)
    traces = [
        trace | {"xaxis": panel.x, "yaxis": panel.y}
        for one, panel in zip(series, panels.each, strict=True)
        for trace in traces_of(one, answer=answer, look=look)
    ]
    layout = panelled(answer, names, panels=panels, shown=shown, look=look)
    for one, panel in zip(series, panels.each, strict=True):
        layout["shapes"] += panel_breaks(one, panel=panel, answer=answer, look=look)
    return Drawing(
        figure=go.Figure(data=traces, layout=layout),
        title=titles.title(answer),
        subtitle=titles.subtitle(answer),
        axis=titles.axis_title(answer),
        note=" ".join(filter(None, [_left_out(len(series), len(all_series)), none_in_words(answer)])),
        credit=credit(answer),
        key=tuple(key_of(series, traces, answer=answer, look=look)),
        width=look.width,
        alt=alternative(answer),
    )


def _that_fit(series: list[DrawnSeries], *, answer: Answer, look: Look) -> list[DrawnSeries]:
    """All; where the height is given, the first whose panels have room in it, at least one."""
    marks = look.marks
    if marks is None:
        return series
    names = [PanelName(text=one.name, last=last_in_words(one, answer=answer)) for one in series]

    def is_too_high(count: int) -> bool:
        return panels_of(names[:count], left=left_of(answer), look=look).height > marks

    fitting = bisect_left(range(1, len(series) + 1), True, key=is_too_high)
    return series[: max(1, fitting)]


def _left_out(shown: int, known: int) -> str:
    if shown == known:
        return ""
    words = _("Shown: the first {shown} of {all} charts.")
    return words.format(shown=phrasing.number(shown), all=phrasing.number(known))


def last_in_words(series: DrawnSeries, *, answer: Answer) -> str:
    """The last value of a line and its day; bars say theirs by themselves."""
    row = last_of(series)
    if row is None or answer.query.measure in FLOWS:
        return ""
    return f"{titles.quantity(answer, row)}, {phrasing.short_day(row.day)}"


def shown_time(series: list[DrawnSeries], *, answer: Answer) -> list[str]:
    """The ends of the time axis: the question's time, and what bars cover beyond it."""
    if answer.query.measure in FLOWS:
        return flow_range(series, answer=answer)
    return time_range(answer.start, answer.end)


def left_of(answer: Answer) -> int:
    """Pixels left of the panels, for the largest number."""
    return frame.left_margin(largest(answer))


def traces_of(series: DrawnSeries, *, answer: Answer, look: Look) -> list[dict[str, Any]]:
    """The marks of one series: bars for what is counted by period, a line for all else."""
    if answer.query.measure in FLOWS:
        return flow_traces(series, answer=answer, look=look)
    return line_traces(series, answer=answer)


def key_of(
    series: list[DrawnSeries], traces: list[dict[str, Any]], *, answer: Answer, look: Look
) -> list[KeyEntry]:
    """The legend's entries: one for each kind of mark that occurs, and one for breaks in series."""
    key = (key_of_flow if answer.query.measure in FLOWS else key_of_signs)(traces, look=look)
    breaks = (day for one in series for day in break_days(one, answer=answer))
    return [*key, key_of_breaks(look)] if any(answer.start <= day <= answer.end for day in breaks) else key


def panelled(
    answer: Answer, names: list[PanelName], *, panels: Panels, shown: list[str], look: Look
) -> dict[str, Any]:
    """The layout of panels with these names: axes on one scale, no shapes yet."""
    framing = frame.Frame(marks_height=panels.height, left=left_of(answer), above=panels.over)
    layout = frame.framed(framing, look=look)
    for name, panel in zip(names, panels.each, strict=True):
        layout |= panel_axes(panel, answer=answer, shown=shown, look=look)
        layout["annotations"].append(panel_name(name, panel=panel, look=look))
    if not has_counts(answer):
        layout["annotations"].append(nothing_to_draw(look))
    return layout | {"shapes": [], "barmode": "overlay"}
