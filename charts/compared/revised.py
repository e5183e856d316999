"""First published against latest: the first published value of each period, and the selected one."""

from __future__ import annotations

from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import credit
from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look, count_axis, time_axis
from charts.compared.revised_traces import key_of_marks, pair_in_words, revised_traces
from charts.series.drawn_series import colour_of
from charts.series.event_strip import time_range
from charts.series.time_drawing import FEW, nothing_to_draw
from metrics.answer.answer import Answer
from metrics.language import phrasing
from metrics.language.wording import _, ngettext
from metrics.revisions.revisions import FirstAndLatest, Revisions

HEIGHT: Final = 300
HEIGHT_NARROW: Final = 250
ROOM: Final = 0.15  # of the span of the values, free above and below
MOST_PERIODS_IN_FULL: Final = 40  # periods; of more, only those whose counts moved most are in the text
FROM_ZERO: Final = 0.5  # the axis begins at zero for values that differ by more than this part of the largest


def revised(answer: Answer, *, revisions: Revisions, look: Look | None = None) -> Drawing:
    """For each period that documents revised, the first count, hollow, joined to the latest one, filled.

    A filled mark is a row of the Answer. The axis of counts does not begin at zero where the
    counts lie close together, and says so: positions are compared here, and not lengths.
    """
    look = look or Look()
    pairs = revisions.first_and_latest
    layout = _layout(answer, pairs, look=look)
    traces = revised_traces(
        answer, pairs, colour=colour_of(answer.query.metrics[0], answer=answer, look=look), look=look
    )
    layout = layout if traces else layout | {"annotations": [nothing_to_draw(look)]}
    return Drawing(
        figure=go.Figure(data=traces, layout=layout),
        title=_title(answer),
        subtitle=titles.subtitle(answer),
        axis=_axis_title(answer, pairs),
        credit=credit(answer),
        key=key_of_marks(answer, look=look) if traces else (),
        width=look.width,
        alt=_alternative(answer, revisions),
    )


def _title(answer: Answer) -> str:
    return _("First published and latest. {title}").format(title=titles.title(answer))


def _numbers(pairs: tuple[FirstAndLatest, ...]) -> list[float]:
    return [one.value for pair in pairs for one in (pair.first, pair.latest) if one.value is not None]


def _heights(pairs: tuple[FirstAndLatest, ...]) -> list[float]:
    """The ends of the axis of counts."""
    lowest, highest = min(_numbers(pairs), default=0.0), max(_numbers(pairs), default=1.0)
    if highest - lowest > FROM_ZERO * highest:
        return [0, highest * (1 + ROOM)]
    room = max(1.0, (highest - lowest) * ROOM)
    return [max(0.0, lowest - room), highest + room]


def _axis_title(answer: Answer, pairs: tuple[FirstAndLatest, ...]) -> str:
    title = titles.axis_title(answer)
    return title if _heights(pairs)[0] == 0 else _("{axis}; does not start at zero").format(axis=title)


def _layout(answer: Answer, pairs: tuple[FirstAndLatest, ...], *, look: Look) -> dict[str, Any]:
    height = look.plot_height(wide=HEIGHT, narrow=HEIGHT_NARROW)
    largest = max(_numbers(pairs), default=0.0)
    layout = frame.framed(frame.Frame(marks_height=height, left=frame.left_margin(largest)), look=look)
    layout["xaxis"] = time_axis(look) | {"range": time_range(answer.start, answer.end)}
    lowest, highest = _heights(pairs)
    layout["yaxis"] = count_axis(look) | {
        "range": [lowest, highest],
        "rangemode": "normal",
        **({"dtick": 1} if highest - lowest <= FEW else {}),
    }
    return layout


def _alternative(answer: Answer, revisions: Revisions) -> str:
    """The same in words: each revised period with both counts; of very many, those that moved most."""
    pairs = revisions.first_and_latest
    paragraphs = [f"{_title(answer)}. {titles.subtitle(answer)}."]
    paragraphs.append(_("The height of a mark shows: {axis}.").format(axis=_axis_title(answer, pairs)))
    if not pairs:
        paragraphs.append(_("There are no figures to show."))
        return "\n\n".join([*paragraphs, credit(answer)])
    summary = ngettext(
        "{count} period was revised in documents.", "{count} periods were revised in documents.", len(pairs)
    )
    paragraphs.append(summary.format(count=phrasing.number(len(pairs))))
    in_text = sorted(pairs, key=_moved, reverse=True)[:MOST_PERIODS_IN_FULL]
    if len(pairs) > len(in_text):
        paragraphs.append(_("Those that changed most:"))
    in_time = sorted(in_text, key=lambda pair: (pair.period_end, pair.bucket))
    paragraphs.append("; ".join(pair_in_words(pair) for pair in in_time) + ".")
    return "\n\n".join([*paragraphs, credit(answer)])


def _moved(pair: FirstAndLatest) -> float:
    return abs((pair.latest.value or 0) - (pair.first.value or 0))
