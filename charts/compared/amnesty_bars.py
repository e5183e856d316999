"""Amnesties, newest first: what was announced, and below it what each organisation verified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame
from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look, count_axis, family_colour
from charts.series.bar_traces import PATTERNS
from charts.series.line_traces import plain_number
from metrics.amnesty.amnesties import Amnesty, EventCount
from metrics.amnesty.amnesty_words import announced_in_words, nothing_verified, verified_in_words
from metrics.answer.derived import RELEASED
from metrics.language import phrasing
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _, ngettext

LINE: Final = 17  # pixels of one bar
OF_BAR: Final = "/"  # parts an event from the bar within it
BETWEEN: Final = 0.6  # of a line, between two amnesties
THICKNESS: Final = 0.78  # of the line's height
NAME_PIXELS: Final = 190
NAME_PIXELS_NARROW: Final = 96
AXIS: Final = 30
TITLE: Final = N_("Amnesties: people released, announced and verified")
KINDS: Final = {
    "announced": N_("announced, prisoners of every kind"),
    "verified": N_("verified, political prisoners"),
}


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One line of the chart: whose count it shows (None for none), how far down it stands, its words."""

    amnesty: Amnesty
    number: int
    kind: str
    whose: str
    at: float
    count: EventCount | None
    words: str

    @property
    def value(self) -> float | None:
        """Its length; None for a number that is held back, too."""
        one = self.count
        return None if one is None or one.count.value is None else float(one.count.value)

    @property
    def code(self) -> str:
        """What a click on it tells: the event, and whose count it is."""
        return f"{self.amnesty.event_id}{OF_BAR}{self.whose}"


def amnesty_chart(amnesties: tuple[Amnesty, ...], *, look: Look, known_on: date) -> Drawing:
    """Each announced number as a bar, below it a bar for the last verified number of each organisation.

    Where documents disagree the bar ends at the smallest number, and its words give all. Bounds and rounded
    numbers are hatched. Without a number there is no bar: words say so. As its place a bar
    carries its `code`: `count_of_bar` finds its count by that.
    """
    bars = list(_bars(amnesties))
    traces = [*(_trace(kind, bars, look=look) for kind in KINDS), _words_trace(bars, look=look)]
    traces += [_key(kind, look=look) for kind in KINDS]
    layout = _layout(amnesties, bars, look=look, known_on=known_on)
    return Drawing(
        figure=go.Figure(data=traces, layout=layout),
        title=_(TITLE),
        alt=_alternative(amnesties, known_on=known_on),
    )


def _bars(amnesties: Iterable[Amnesty]) -> Iterator[Bar]:
    at = 0.0
    for number, amnesty in enumerate(amnesties):
        for kind, whose, count, words in _lines(amnesty):
            yield Bar(
                amnesty=amnesty,
                number=number,
                kind=kind,
                whose=whose,
                at=at,
                count=count,
                words=words,
            )
            at += 1
        at += BETWEEN


def _lines(amnesty: Amnesty) -> Iterator[tuple[str, str, EventCount | None, str]]:
    yield "announced", "", _shown(amnesty.announced), str(announced_in_words(amnesty))
    for course in amnesty.courses:
        yield "verified", course.counter, course.last, str(verified_in_words(course))
    if not amnesty.courses:
        yield "verified", "", None, nothing_verified(amnesty)


def count_of_bar(amnesties: Iterable[Amnesty], code: str) -> EventCount | None:
    """The count that a bar shows whose code was clicked; None where there is none."""
    return next((bar.count for bar in _bars(amnesties) if bar.code == code), None)


def _shown(announced: tuple[EventCount, ...]) -> EventCount | None:
    """The smallest exact number; else the last bound."""
    exact = [one for one in announced if one.is_exact]
    if exact:
        return min(exact, key=lambda one: one.count.number)
    return announced[-1] if announced else None


def _pattern(one: EventCount | None) -> str:
    """A bound and a rounded number are hatched."""
    qualifier = one.count.qualifier if one is not None else ""
    return PATTERNS[qualifier][0] if qualifier in PATTERNS else ""


def _colour(kind: str, *, look: Look) -> str:
    return look.tokens.neutral if kind == "announced" else family_colour(RELEASED, "", look=look)


def _trace(kind: str, bars: list[Bar], *, look: Look) -> dict[str, Any]:
    drawn = [bar for bar in bars if bar.kind == kind and bar.value is not None]
    shapes = [_pattern(bar.count) for bar in drawn]
    colour = _colour(kind, look=look)
    return {
        "type": "bar",
        "orientation": "h",
        "showlegend": False,
        "y": [bar.at for bar in drawn],
        "x": [plain_number(bar.value or 0.0) for bar in drawn],
        "width": THICKNESS,
        "marker": {
            "color": colour,
            "line": {"color": colour, "width": 1},
            "pattern": {"shape": shapes, "fillmode": "replace", "size": 6, "solidity": 0.35},
        },
        "customdata": [bar.number for bar in drawn],
        "ids": [bar.code for bar in drawn],
        "hovertext": [_hover(bar) for bar in drawn],
        "hoverinfo": "text",
        "meta": {"role": kind},
    }


def _key(kind: str, *, look: Look) -> dict[str, Any]:
    """The legend's entry: full, whatever the first bar of its kind is."""
    return {
        "type": "bar",
        "name": frame.key_entry(_(KINDS[kind]), look=look),
        "showlegend": True,
        "x": [None],
        "y": [None],
        "marker": {"color": _colour(kind, look=look)},
        "hoverinfo": "skip",
        "meta": {"role": "key"},
    }


def _hover(bar: Bar) -> str:
    day = phrasing.day(bar.amnesty.day)
    return "<br>".join([f"<b>{plain(bar.words)}</b>", plain(_(KINDS[bar.kind])), plain(day)])


def _words_trace(bars: list[Bar], *, look: Look) -> dict[str, Any]:
    """The number in words at the end of each bar; in faint letters what stands instead of one."""
    tokens = look.tokens
    return {
        "type": "scatter",
        "mode": "text",
        "y": [bar.at for bar in bars],
        "x": [plain_number(bar.value or 0.0) for bar in bars],
        "text": [f"  {plain(_beside(bar))}" for bar in bars],
        "textposition": "middle right",
        "textfont": {
            "size": frame.TEXT_SIZE,
            "color": [tokens.faint_text if bar.value is None else tokens.text for bar in bars],
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": "words"},
    }


def _beside(bar: Bar) -> str:
    if bar.value is not None:
        return bar.words
    pattern = _("announced: {words}") if bar.kind == "announced" else _("verified: {words}")
    return pattern.format(words=bar.words)


def _layout(amnesties: tuple[Amnesty, ...], bars: list[Bar], *, look: Look, known_on: date) -> dict[str, Any]:
    names_width = NAME_PIXELS_NARROW if look.narrow else NAME_PIXELS
    depth = (bars[-1].at if bars else 0) + 1
    framing = frame.Frame(
        title=_(TITLE),
        subtitle=_("Below what was announced: the last number that each organisation verified"),
        credit=_credit(amnesties, known_on=known_on),
        marks_height=round(depth * LINE),
        left=names_width + 2 * frame.GAP,
        below=AXIS + round(frame.height_of([""], size=frame.TEXT_SIZE)),
        key=tuple(frame.key_entry(_(words), look=look) for words in KINDS.values()),
    )
    layout = frame.framed(framing, look=look) | {"barmode": "overlay"}
    layout["xaxis"] = count_axis(look) | {
        "range": [0, _end_of_axis(bars, look=look, names_width=names_width)],
        "nticks": 3 if look.narrow else 7,
        "title": {
            "text": plain(_("people released")),
            "font": {"size": frame.TEXT_SIZE, "color": look.tokens.faint_text},
            "standoff": 8,
        },
    }
    layout["yaxis"] = {
        "range": [depth - 0.5, -0.5],
        "tickvals": _middles(bars),
        "ticktext": _names(amnesties, look=look),
        "tickfont": {"size": frame.TEXT_SIZE, "color": look.tokens.text},
        "ticklabelstandoff": 6,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
    return layout


def _middles(bars: list[Bar]) -> list[float]:
    depths: dict[int, list[float]] = {}
    for bar in bars:
        depths.setdefault(bar.number, []).append(bar.at)
    return [(found[0] + found[-1]) / 2 for found in depths.values()]


def _names(amnesties: tuple[Amnesty, ...], *, look: Look) -> list[str]:
    """The day; the place too where it is not that of most."""
    usual = Counter(amnesty.place for amnesty in amnesties).most_common(1)
    said = []
    for amnesty in amnesties:
        day = phrasing.short_day(amnesty.day)
        is_usual = amnesty.place == usual[0][0]
        between = "<br>" if look.narrow else ", "
        said.append(plain(day) if is_usual else between.join([plain(day), plain(amnesty.place)]))
    return said


def _end_of_axis(bars: list[Bar], *, look: Look, names_width: int) -> float:
    """The end of the axis at which the words beside every bar still fit."""
    width = look.width - names_width - frame.RIGHT - 2 * frame.GAP
    needed = [
        (bar.value or 0) * width / max(width - frame.width_of(_beside(bar)) - 2 * frame.GAP, width / 8)
        for bar in bars
    ]
    return round(max(needed, default=0.0), 4) or 1.0


def _credit(amnesties: tuple[Amnesty, ...], *, known_on: date) -> str:
    """In how many documents, as known on which day."""
    shown = [one for amnesty in amnesties for one in amnesty.announced]
    shown += [one for amnesty in amnesties for course in amnesty.courses for one in course.counts]
    count = len({one.document.source_id for one in shown})
    documents = ngettext("{count} document", "{count} documents", count).format(count=phrasing.number(count))
    return _(
        "Source: {documents}. As known on {day}. Announced is not verified: prisoners of every kind are"
        " announced, political prisoners verified, and verification takes weeks."
    ).format(documents=documents, day=phrasing.day(known_on))


def _alternative(amnesties: tuple[Amnesty, ...], *, known_on: date) -> str:
    said = [_in_words(amnesty) for amnesty in amnesties]
    title = _(TITLE)
    return "\n\n".join([f"{title}.", *said, _credit(amnesties, known_on=known_on)])


def _in_words(amnesty: Amnesty) -> str:
    verified = [str(verified_in_words(course)) for course in amnesty.courses] or [nothing_verified(amnesty)]
    return _("{day}, {place}: announced: {announced}; verified: {verified}.").format(
        day=phrasing.day(amnesty.day),
        place=amnesty.place,
        announced=announced_in_words(amnesty),
        verified="; ".join(verified),
    )
