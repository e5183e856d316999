"""Several organisations' counts of one thing on one scale, each with its scope, and never added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.drawing import Drawing
from charts.canvas.theme import LINES_HEIGHT, LINES_HEIGHT_NARROW, Look
from charts.series.alternative import series_in_words
from charts.series.drawn_series import DrawnSeries, colour_of, series_of
from charts.series.end_labels import labels_or_key, placed, right_margin
from charts.series.event_strip import EVENT_STRIP, event_strip_of, time_range
from charts.series.line_traces import key_of_signs, line_traces
from charts.series.marks import marks_of
from charts.series.time_drawing import largest, over_time, top_of_axis
from metrics.answer.answer import Answer
from metrics.answer.who_is_counted import people_counted
from metrics.language import phrasing
from metrics.language.wording import _
from metrics.organisations.side_by_side import Side, label_in_all

EMPHASIS: Final = 10  # pixels of a mark of an organisation that has few counts among one that has many
FEW_COUNTS: Final = 12


def side_by_side(
    answer: Answer, *, sides: tuple[Side, ...], scopes: tuple[str, ...], look: Look | None = None
) -> Drawing:
    """One series for each organisation, in its colour, on one scale; `scopes` has a line for each.

    `answer` is that of the first organisation. A mark carries the label of its row among the rows of all.
    Nothing is added up, and no line joins two organisations.
    """
    look = look or Look()
    series = [_series(side, sides=sides, look=look) for side in sides]
    traces = [trace for pair in zip(sides, series, strict=True) for trace in _traces(*pair)]
    shown = time_range(answer.start, last_day(sides))
    highest = max((side.answer for side in sides), key=largest)
    height = look.plot_height(wide=LINES_HEIGHT, narrow=LINES_HEIGHT_NARROW)
    pairs = [(one, side.answer) for side, one in zip(sides, series, strict=True)]
    labels, names = labels_or_key(pairs, height=height, look=look)
    left, right = frame.left_margin(largest(highest)), right_margin(labels)
    pixels = look.width - left - right
    event_strip = event_strip_of(marks_of(answer), shown=shown, pixels=pixels, look=look)
    framing = frame.Frame(marks_height=height, left=left, right=right, above=event_strip.above)
    layout = frame.framed(framing, look=look) | over_time(highest, shown=shown, height=height, look=look)
    top = max(top_of_axis(side.answer) for side in sides)
    layout["yaxis"]["range"] = [0, top]
    layout["shapes"] = event_strip.shapes
    layout["annotations"] += event_strip.annotations
    layout["annotations"] += placed(labels, shown=shown, top=top, pixels=height - EVENT_STRIP, look=look)
    return Drawing(
        figure=go.Figure(data=[*traces, *event_strip.traces], layout=layout),
        title=title_of(answer),
        subtitle=_subtitle(answer, sides),
        axis=titles.axis_title(answer),
        credit=_credit(answer, scopes),
        key=(*names, *key_of_signs(traces, look=look), *event_strip.key),
        toggles=event_strip.toggles,
        width=look.width,
        alt=_in_words(answer, sides, series, scopes=scopes),
    )


def last_day(sides: Sequence[Side]) -> date:
    """The last day of the question: the latest day differs from organisation to organisation."""
    return max(side.answer.end for side in sides)


def colours_of(sides: Sequence[Side], *, look: Look) -> list[str]:
    """The first has the colour of the metric's family, the others those of comparison, in their order."""
    first = colour_of(sides[0].answer.query.metrics[0], answer=sides[0].answer, look=look)
    others = [colour for colour in look.tokens.series if colour != first]
    return [first, *(others[position % len(others)] for position in range(len(sides) - 1))]


def _series(side: Side, *, sides: tuple[Side, ...], look: Look) -> DrawnSeries:
    """The one series of an organisation, under its name, with the labels of the rows among those of all."""
    (own,) = series_of(side.answer, look=look)
    rows = [replace(row, label=label_in_all(side, row.label)) for row in own.rows]
    return replace(
        own,
        name=side.name,
        colour=colours_of(sides, look=look)[sides.index(side)],
        rows=rows,
        counted=[row for row in rows if row.value is not None],
    )


def _traces(side: Side, series: DrawnSeries) -> list[dict[str, Any]]:
    """The marks of one organisation."""
    traces = line_traces(series, answer=side.answer)
    for trace in traces:
        trace["legendgroup"] = side.counter
        trace["meta"] = {**trace["meta"], "counted_by": side.counter}
        if "marker" in trace and len(series.counted) <= FEW_COUNTS:
            trace["marker"] = {**trace["marker"], "size": EMPHASIS}
    return traces


def _in_words(
    answer: Answer, sides: tuple[Side, ...], series: Sequence[DrawnSeries], *, scopes: tuple[str, ...]
) -> str:
    """The whole figure in words: every organisation's counts, and the scope of each."""
    axis = _("The height of a mark shows: {axis}.").format(axis=titles.axis_title(answer))
    counts = [series_in_words(one, answer=side.answer) for side, one in zip(sides, series, strict=True)]
    heading = f"{title_of(answer)}. {_subtitle(answer, sides)}."
    return "\n\n".join([heading, axis, *counts, _credit(answer, scopes)])


def title_of(answer: Answer) -> str:
    """What is counted and where, by each organisation."""
    return _("{title}, by organisation").format(title=titles.title(answer))


def _subtitle(answer: Answer, sides: tuple[Side, ...]) -> str:
    people = ", ".join(people_counted(answer))
    line = _("{whom} · {period} · by each organisation's own definition, never added up").format(
        whom=people, period=phrasing.period(answer.start, last_day(sides))
    )
    return line[:1].upper() + line[1:]


def _credit(answer: Answer, scopes: tuple[str, ...]) -> str:
    """The scope of each organisation, and as known on which day: a picture must carry them."""
    return " ".join([*scopes, _("As known on {day}.").format(day=phrasing.day(answer.known_on))])
