"""Several organisations' counts of one thing on one scale, each with its scope, and never added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.drawing import Drawing
from charts.canvas.theme import LINES_HEIGHT, LINES_HEIGHT_NARROW, Look, time_axis
from charts.series.alternative import series_in_words
from charts.series.drawn_series import DrawnSeries, colour_of, series_of
from charts.series.event_strip import EVENT_STRIP, event_strip_of, time_range
from charts.series.line_traces import key_of_signs, line_traces
from charts.series.marks import marks_of
from charts.series.time_drawing import heights, largest
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
    traces = [trace for pair in zip(sides, series, strict=True) for trace in _traces(*pair, look=look)]
    traces += key_of_signs(traces, look=look)
    shown = time_range(answer.start, last_day(sides))
    highest = max((side.answer for side in sides), key=largest)
    height = look.plot_height(wide=LINES_HEIGHT, narrow=LINES_HEIGHT_NARROW)
    left = frame.left_margin(
        largest=largest(highest), axis_title=titles.axis_title(answer), marks_height=height
    )
    event_strip = event_strip_of(marks_of(answer), shown=shown, left=left, look=look)
    texts = frame.Frame(
        title=title_of(answer),
        subtitle=_subtitle(answer, sides),
        credit=_credit(answer, scopes),
        marks_height=height,
        left=left,
        above=event_strip.above,
        key=tuple(trace["name"] for trace in [*traces, *event_strip.traces] if trace.get("showlegend")),
    )
    layout = frame.framed(texts, look=look)
    layout["annotations"] += event_strip.annotations
    layout |= {"shapes": event_strip.shapes} | _axes(highest, shown=shown, height=height, look=look)
    return Drawing(
        figure=go.Figure(data=[*traces, *event_strip.traces], layout=layout),
        title=texts.title,
        alt=_in_words(texts, sides, series),
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


def _traces(side: Side, series: DrawnSeries, *, look: Look) -> list[dict[str, Any]]:
    """The marks of one organisation, the first of them named in the legend."""
    traces = line_traces(series, answer=side.answer)
    for position, trace in enumerate(traces):
        trace["legendgroup"] = side.counter
        trace["name"] = frame.key_entry(series.name, look=look)
        trace["showlegend"] = position == 0
        trace["meta"] = {**trace["meta"], "counted_by": side.counter}
        if "marker" in trace and len(series.counted) <= FEW_COUNTS:
            trace["marker"] = {**trace["marker"], "size": EMPHASIS}
    return traces


def _axes(highest: Answer, *, shown: list[str], height: int, look: Look) -> dict[str, Any]:
    """Days, counts on the one scale of all, and the event strip of events above."""
    title = frame.upright_title(titles.axis_title(highest), marks_height=height, look=look)
    below_strip = [0, 1 - EVENT_STRIP / height]
    return {
        "xaxis": time_axis(look) | {"range": shown, "anchor": "y"},
        "yaxis": heights(highest, look=look) | {"domain": below_strip, "title": title},
        "yaxis2": {"domain": [below_strip[1], 1], "range": [0, 1], "visible": False, "fixedrange": True},
    }


def _in_words(texts: frame.Frame, sides: Sequence[Side], series: Sequence[DrawnSeries]) -> str:
    """The whole figure in words: every organisation's counts, and the scope of each."""
    axis = _("The height of a mark is: {axis}.").format(axis=titles.axis_title(sides[0].answer))
    counts = [series_in_words(one, answer=side.answer) for side, one in zip(sides, series, strict=True)]
    return "\n\n".join([f"{texts.title}. {texts.subtitle}.", axis, *counts, texts.credit])


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
