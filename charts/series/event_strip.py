"""The strip of events and breaks: its marks, its lines, and labels that do not overlap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from charts.canvas.drawing import Toggle
from charts.canvas.frame import width_of
from charts.canvas.key import KeyEntry, of_line
from charts.canvas.theme import Look
from charts.series.marks import Mark
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _

EVENT_STRIP: Final = 16  # pixels of the event strip, at the top of the plot area
LABEL_ROW: Final = 16
LABEL_SIZE: Final = 11
LABEL_GAP: Final = 14
SYMBOLS: Final = {"coup": "star", "amnesty": "triangle-down", "execution": "x"}
OTHER_SYMBOL: Final = "diamond"
BREAK_SYMBOL: Final = "diamond-open"
ASKED: Final = {"amnesty": N_("Show amnesties")}
PADDING: Final = 0.015  # of the time shown, free at either end


def time_range(start: date, end: date) -> list[str]:
    """The ends of a time axis, with a little room for the first and last mark.

    Of a time that had not begun on the day as known on, whose end is before its start, the first day.
    """
    end = max(start, end)
    padding = max(timedelta(days=1), (end - start) * PADDING)
    ends = (datetime.combine(start, time()) - padding, datetime.combine(end, time()) + padding)
    return [moment.date().isoformat() for moment in ends]


@dataclass(frozen=True, kw_only=True)
class EventStrip:
    """What the event strip adds to a figure. `above` are the pixels that its labels take above the plot."""

    traces: list[dict[str, Any]]
    shapes: list[dict[str, Any]]
    annotations: list[dict[str, Any]]
    key: tuple[KeyEntry, ...]
    toggles: tuple[Toggle, ...]
    above: int


def event_strip_of(marks: list[Mark], *, shown: list[str], pixels: int, look: Look) -> EventStrip:
    """Marks between the ends of the time axis, over a plot so many pixels wide.

    Labels stand in one row, each where it touches no other; a mark without room for its label is explained by
    the legend. Events of a kind that comes often are hidden until a reader asks for them.
    """
    marks = [mark for mark in marks if shown[0] <= mark.day.isoformat() <= shown[1]]
    labels = _labels(marks, shown=shown, pixels=pixels, look=look)
    often = {mark.kind: mark.label for mark in marks if mark.is_often}
    return EventStrip(
        traces=_signs(marks, look=look),
        shapes=[_line(mark, look=look) for mark in marks if not mark.is_often],
        annotations=list(labels.values()),
        key=_key([mark for at, mark in enumerate(marks) if at not in labels], look=look),
        toggles=tuple(Toggle(kind=kind, words=_words_to_ask(kind, label)) for kind, label in often.items()),
        above=LABEL_ROW if labels else 0,
    )


def _words_to_ask(kind: str, label: str) -> str:
    return _(ASKED[kind]) if kind in ASKED else _("Show: {event}").format(event=label)


def _key(marks: list[Mark], *, look: Look) -> tuple[KeyEntry, ...]:
    """One entry for each kind of mark without a label; for breaks in series that of their lines."""
    colour = look.tokens.faint_text
    entries = [
        key_of_breaks(look)
        if mark.is_break
        else KeyEntry(
            words=mark.label,
            shape=SYMBOLS.get(mark.kind, OTHER_SYMBOL),
            colour=colour,
            role="event",
            kind=mark.kind if mark.is_often else "",
        )
        for mark in marks
    ]
    return tuple(dict.fromkeys(entries))


def _signs(marks: list[Mark], *, look: Look) -> list[dict[str, Any]]:
    kinds = dict.fromkeys((mark.is_break, mark.kind) for mark in marks)
    groups = [[mark for mark in marks if (mark.is_break, mark.kind) == kind] for kind in kinds]
    return [_sign(group, look=look) for group in groups]


def _sign(group: list[Mark], *, look: Look) -> dict[str, Any]:
    first = group[0]
    symbol = BREAK_SYMBOL if first.is_break else SYMBOLS.get(first.kind, OTHER_SYMBOL)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": plain(first.label),
        "showlegend": False,
        "visible": not first.is_often,
        "x": [mark.day.isoformat() for mark in group],
        "y": [0.5] * len(group),
        "yaxis": "y2",
        "marker": {"symbol": symbol, "size": 8, "color": look.tokens.faint_text},
        "hovertext": [mark.hover for mark in group],
        "hoverinfo": "text",
        "meta": {"role": "break" if first.is_break else "event", "kind": first.kind},
    }


def key_of_breaks(look: Look) -> KeyEntry:
    """The legend entry for dashed upright lines."""
    return of_line(_("break in series"), colour=look.tokens.faint_text, dash="dash", role="break")


def _line(mark: Mark, *, look: Look) -> dict[str, Any]:
    dash = {"dash": "dash", "width": 1.5} if mark.is_break else {"dash": "dot", "width": 1}
    day = mark.day.isoformat()
    return {
        "type": "line",
        "name": "break" if mark.is_break else "event",
        "xref": "x",
        "yref": "paper",
        "x0": day,
        "x1": day,
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"color": look.tokens.faint_text, **dash},
    }


def _labels(marks: list[Mark], *, shown: list[str], pixels: int, look: Look) -> dict[int, dict[str, Any]]:
    """The labels that have room in the one row, by the position of their marks; breaks come first."""
    start, end = (date.fromisoformat(day) for day in shown)
    taken: list[tuple[float, float]] = []
    labels = {}
    for at, mark in sorted(enumerate(marks), key=lambda pair: not pair[1].is_break):
        width = width_of(mark.words, size=LABEL_SIZE)
        if not mark.words or width > pixels:
            continue
        place = _free_place((mark.day - start) / (end - start) * pixels, width, taken=taken, pixels=pixels)
        if place is None:
            continue
        left, anchor = place
        taken.append((left, left + width))
        labels[at] = _label(mark, anchor=anchor, look=look)
    return labels


def _free_place(
    at: float, width: float, *, taken: list[tuple[float, float]], pixels: int
) -> tuple[float, str] | None:
    """Where a label begins: right of its line, else left of it; None where both touch another or the edge."""
    for left, anchor in ((at, "left"), (at - width, "right")):
        right = left + width
        is_free = all(left > end + LABEL_GAP or right + LABEL_GAP < start for start, end in taken)
        if left >= 0 and right <= pixels and is_free:
            return left, anchor
    return None


def _label(mark: Mark, *, anchor: str, look: Look) -> dict[str, Any]:
    return {
        "name": "break" if mark.is_break else "event",
        "text": plain(mark.words),
        "font": {"size": LABEL_SIZE, "color": look.tokens.faint_text},
        "showarrow": False,
        "xref": "x",
        "yref": "paper",
        "x": mark.day.isoformat(),
        "y": 1,
        "xanchor": anchor,
        "yanchor": "bottom",
        "xshift": 4 if anchor == "right" else -4,
    }
