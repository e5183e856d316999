"""Every series of an Answer in one piece, from which a browser can show some, for a part of the time.

It holds what the charts of any choice are put together from: the marks of each series, the layout for
one series alone, and the layouts for two panels and more. Whoever shows a choice selects among these;
nothing has to be counted, placed or worded again. Title, subtitle and credit speak of the whole Answer
and cannot be selected from: the figure of the choice itself has those.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from charts.canvas import titles
from charts.canvas.theme import LINES_HEIGHT, LINES_HEIGHT_NARROW, Look
from charts.over_time.multiples import key_of, left_of, panelled, shown_time, traces_of
from charts.over_time.panels import PanelName, columns_for, name_lines, panel_breaks, panels_of
from charts.series.drawn_series import DrawnSeries, series_of
from charts.series.line_traces import group_of
from charts.series.time_drawing import timed
from metrics.answer.answer import Answer
from metrics.answer.buckets import Span, bucket_span
from metrics.answer.rows import Row
from metrics.query.query import Grain, Measure

# Beyond this, a choice is drawn by the server alone.
MOST_PANELS: Final = 12


def whole(answer: Answer, *, look: Look | None = None) -> dict[str, Any]:
    """All marks and layouts, as plain JSON.

    series: by "metric place", those with a count, in the order of the question. Each has `rows`: a row's
        label, and the first and last day that must lie within the time chosen; `traces`, whose
        `customdata` are labels of rows; `shapes`, on the panel's own axes; and its `names`, by the number
        of columns for which its lines are made.
    metrics, title, axis: the metrics in their order, and the texts for any choice.
    key, toggles: the legend's entries, each with the role of the traces that it explains, and events shown on
        demand.
    alone, panels: layouts, the latter by the number of panels; `event_strip` are the events for `alone`.
    """
    look = look or Look()
    series = [one for one in series_of(answer, look=look, apart=True) if one.counted]
    parts = {group_of(one): _part(one, answer, look=look) for one in series}
    traces = [trace for part in parts.values() for trace in part["traces"]]
    keys = key_of(series, traces, answer=answer, look=look)
    shown = shown_time(series, answer=answer)
    alone = timed(
        answer,
        traces=[],
        key=[],
        shown=shown,
        height=look.plot_height(wide=LINES_HEIGHT, narrow=LINES_HEIGHT_NARROW),
        look=look,
    )
    return {
        "metrics": list(answer.query.metrics),
        "series": parts,
        "key": [asdict(entry) for entry in (*keys, *alone.key)],
        "toggles": [asdict(toggle) for toggle in alone.toggles],
        "title": titles.what(answer),
        "axis": titles.axis_title(answer),
        "event_strip": alone.traces,
        "alone": alone.layout,
        "panels": {
            count: _panels(answer, series, count=count, shown=shown, look=look)
            for count in range(2, min(len(series), MOST_PANELS) + 1)
        },
    }


def _part(series: DrawnSeries, answer: Answer, *, look: Look) -> dict[str, Any]:
    panel = panels_of([PanelName(text=series.name)], left=left_of(answer), look=look).each[0]
    return {
        "names": {columns: _name(series, columns=columns, answer=answer, look=look) for columns in (1, 2, 3)},
        "rows": [[row.label, *(day.isoformat() for day in _span(row, answer=answer))] for row in series.rows],
        "traces": traces_of(series, answer=answer, look=look),
        "shapes": panel_breaks(series, panel=panel, answer=answer, look=look),
    }


def _name(series: DrawnSeries, *, columns: int, answer: Answer, look: Look) -> str:
    """The name over a panel, wrapped for this number of columns."""
    name = PanelName(text=series.name)
    panel = panels_of([name] * columns, left=left_of(answer), look=look).each[0]
    return "<br>".join(name_lines(name, pixels=panel.pixels))


def _span(row: Row, *, answer: Answer) -> Span:
    """The first and last day that must lie within the question's time, if the row is to be in the answer."""
    if answer.query.grain is not Grain.AS_PUBLISHED:
        first, last = bucket_span(row.bucket, answer=answer)
        # The first bucket may have begun before the question's time, and then holds a part of it.
        return max(first, answer.start), last
    if answer.query.measure is Measure.HAPPENED and row.period_start:
        return row.period_start, row.day
    return row.day, row.day


def _panels(
    answer: Answer,
    series: list[DrawnSeries],
    *,
    count: int,
    shown: list[str],
    look: Look,
) -> dict[str, Any]:
    """The layout of so many panels, high enough for the longest of all names."""
    names = [PanelName(text=max((one.name for one in series), key=len))] * count
    panels = panels_of(names, left=left_of(answer), look=look)
    return {
        "columns": columns_for(count, narrow=look.narrow),
        "layout": panelled(answer, names, panels=panels, shown=shown, look=look),
    }
