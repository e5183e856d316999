"""One plot area over time: marks, strip of events and breaks, axes, texts around them."""

from __future__ import annotations

from datetime import date
from typing import Any

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import credit, has_counts
from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look, count_axis, time_axis
from charts.series.alternative import alternative
from charts.series.event_strip import EVENT_STRIP, EventStrip, event_strip_of
from charts.series.marks import marks_of
from charts.series.open_zone import AXIS, open_zone, zone_axis, zone_in_words
from metrics.answer.answer import Answer
from metrics.language.plain_text import plain
from metrics.language.wording import _

NUMBER_LINES = 6  # count axes have about so many numbers
FEW = 5  # up to this, an axis of counts would show halves


def time_drawing(
    answer: Answer,
    *,
    traces: list[dict[str, Any]],
    shown: list[str],
    height: int,
    look: Look,
    open_since: date | None = None,
) -> Drawing:
    """The traces over time, framed; those with `showlegend` make up the legend.

    From `open_since` on, where it is given, the time is hatched as still open.
    """
    zone = open_zone(open_since, shown=shown, look=look) if open_since else []
    everything, layout = timed(answer, traces=[*zone, *traces], shown=shown, height=height, look=look)
    words = alternative(answer)
    if open_since and zone:
        layout["yaxis3"] = zone_axis(layout["yaxis"])
        layout["yaxis"] |= {"overlaying": AXIS, "tickmode": "auto"}
        words = f"{words}\n\n{zone_in_words(open_since)}"
    figure = go.Figure(data=everything, layout=layout)
    return Drawing(figure=figure, title=titles.title(answer), alt=words)


def timed(
    answer: Answer, *, traces: list[dict[str, Any]], shown: list[str], height: int, look: Look
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The traces with those of the event strip, and the layout around them."""
    axis_title = titles.axis_title(answer)
    left = frame.left_margin(largest=largest(answer), axis_title=axis_title, marks_height=height)
    event_strip = event_strip_of(marks_of(answer), shown=shown, left=left, look=look)
    everything = [*traces, *event_strip.traces]
    layout = _framed(
        answer, everything=everything, event_strip=event_strip, left=left, height=height, look=look
    )
    layout["xaxis"] = time_axis(look) | {"range": shown, "anchor": "y"}
    layout["yaxis"] = heights(answer, look=look) | {
        "domain": [0, 1 - EVENT_STRIP / height],
        "title": frame.upright_title(axis_title, marks_height=height, look=look),
    }
    layout["yaxis2"] = {
        "domain": [1 - EVENT_STRIP / height, 1],
        "range": [0, 1],
        "visible": False,
        "fixedrange": True,
    }
    return everything, layout


def _framed(
    answer: Answer,
    *,
    everything: list[dict[str, Any]],
    event_strip: EventStrip,
    left: int,
    height: int,
    look: Look,
) -> dict[str, Any]:
    framing = frame.Frame(
        title=titles.title(answer),
        subtitle=titles.subtitle(answer),
        credit=credit(answer),
        marks_height=height,
        left=left,
        above=event_strip.above,
        key=tuple(trace["name"] for trace in everything if trace.get("showlegend")),
    )
    layout = frame.framed(framing, look=look)
    layout["annotations"] += event_strip.annotations if has_counts(answer) else [nothing_to_draw(look)]
    layout["shapes"] = event_strip.shapes
    return layout


def nothing_to_draw(look: Look) -> dict[str, Any]:
    """The words in the middle of a plot area without marks."""
    return {
        "name": "nothing",
        "text": plain(_("There is no count to show.")),
        "font": {"size": 14, "color": look.tokens.faint_text},
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
    }


def heights(answer: Answer, *, look: Look) -> dict[str, Any]:
    """The axis of the counts; whole numbers only where the counts are few."""
    axis = count_axis(look)
    if not has_counts(answer):
        return axis | {"range": [0, 1], "showticklabels": False}
    return axis | ({"dtick": 1} if largest(answer) <= FEW else {})


def largest(answer: Answer) -> float:
    """The value farthest from zero, for the width of its number; zero where there is none."""
    return max((abs(row.value) for row in answer.rows if row.value is not None), default=0.0)
