"""One plot area over time: marks, labels at their ends, strip of events and breaks, axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import credit, has_counts
from charts.canvas.drawing import Drawing, Toggle
from charts.canvas.key import KeyEntry
from charts.canvas.theme import Look, count_axis, time_axis
from charts.series.alternative import alternative, none_in_words
from charts.series.end_labels import EndLabel, placed, right_margin
from charts.series.event_strip import EVENT_STRIP, event_strip_of
from charts.series.marks import marks_of
from charts.series.open_zone import AXIS, key_of_zone, open_zone, zone_axis, zone_in_words
from metrics.answer.answer import Answer
from metrics.language.plain_text import plain
from metrics.language.wording import _

ROOM_ABOVE: Final = 1.06
FEW: Final = 5  # up to this, an axis of counts would show halves


@dataclass(frozen=True, kw_only=True)
class Timed:
    """Traces and layout of one plot area over time, the legend's entries, and the events shown on demand."""

    traces: list[dict[str, Any]]
    layout: dict[str, Any]
    key: tuple[KeyEntry, ...]
    toggles: tuple[Toggle, ...]


def time_drawing(
    answer: Answer,
    *,
    traces: list[dict[str, Any]],
    key: Sequence[KeyEntry],
    shown: list[str],
    height: int,
    look: Look,
    labels: Sequence[EndLabel] = (),
    open_since: date | None = None,
) -> Drawing:
    """The traces over time, with the labels at the ends of lines.

    From `open_since` on, where it is given, the time is hatched as still open.
    """
    zone = open_zone(open_since, shown=shown, look=look) if open_since else []
    key = [*([key_of_zone(look)] if zone else []), *key]
    made = timed(
        answer, traces=[*zone, *traces], key=key, shown=shown, height=height, look=look, labels=labels
    )
    words = alternative(answer)
    layout = made.layout
    if open_since and zone:
        layout["yaxis3"] = zone_axis(layout["yaxis"])
        layout["yaxis"] |= {"overlaying": AXIS, "tickmode": "auto"}
        words = f"{words}\n\n{zone_in_words(open_since)}"
    return Drawing(
        figure=go.Figure(data=made.traces, layout=layout),
        title=titles.title(answer),
        subtitle=titles.subtitle(answer),
        axis=titles.axis_title(answer),
        note=none_in_words(answer),
        credit=credit(answer),
        key=made.key,
        toggles=made.toggles,
        width=look.width,
        takes_finding=True,
        alt=words,
    )


def timed(
    answer: Answer,
    *,
    traces: list[dict[str, Any]],
    key: Sequence[KeyEntry],
    shown: list[str],
    height: int,
    look: Look,
    labels: Sequence[EndLabel] = (),
) -> Timed:
    """The traces with those of the event strip, and the layout around them."""
    left, right = frame.left_margin(largest(answer)), right_margin(labels)
    pixels = look.width - left - right
    event_strip = event_strip_of(marks_of(answer), shown=shown, pixels=pixels, look=look)
    framing = frame.Frame(marks_height=height, left=left, right=right, above=event_strip.above)
    layout = frame.framed(framing, look=look) | over_time(answer, shown=shown, height=height, look=look)
    layout["annotations"] += event_strip.annotations if has_counts(answer) else [nothing_to_draw(look)]
    layout["shapes"] = event_strip.shapes
    if labels:
        top = top_of_axis(answer)
        layout["yaxis"]["range"] = [0, top]
        layout["annotations"] += placed(labels, shown=shown, top=top, pixels=height - EVENT_STRIP, look=look)
    return Timed(
        traces=[*traces, *event_strip.traces],
        layout=layout,
        key=(*key, *event_strip.key),
        toggles=event_strip.toggles,
    )


def over_time(answer: Answer, *, shown: list[str], height: int, look: Look) -> dict[str, Any]:
    """Days, counts, and above them the strip of events."""
    below_strip = 1 - EVENT_STRIP / height
    return {
        "xaxis": time_axis(look) | {"range": shown, "anchor": "y"},
        "yaxis": heights(answer, look=look) | {"domain": [0, below_strip]},
        "yaxis2": {"domain": [below_strip, 1], "range": [0, 1], "visible": False, "fixedrange": True},
    }


def top_of_axis(answer: Answer) -> float:
    """The end of the axis of counts, a little above the highest mark."""
    ends = (row.value_to or row.value for row in answer.rows if row.value is not None)
    return max(max((end for end in ends if end is not None), default=0.0), 1.0) * ROOM_ABOVE


def nothing_to_draw(look: Look) -> dict[str, Any]:
    """The words in the middle of a plot area without marks."""
    return {
        "name": "nothing",
        "text": plain(_("There are no figures to show.")),
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
