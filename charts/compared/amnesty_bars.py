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
from charts.canvas.key import of_bar
from charts.canvas.theme import Look, family_colour
from charts.series.labelled_bars import (
    LabelledBar,
    axis_of_lying_bars,
    band_axis,
    bars_trace,
    shape_of,
    words_at_ends,
)
from metrics.amnesty.amnesties import Amnesty, EventCount
from metrics.amnesty.amnesty_words import announced_in_words, nothing_verified, verified_in_words
from metrics.answer.derived import RELEASED
from metrics.language import phrasing
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _, ngettext

LINE: Final = 17  # pixels of one bar
OF_BAR: Final = "/"  # between the event and the counter in the code of a bar
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
class AmnestyBar:
    """One line of the chart: its position from the top, its words, and the count that it shows, if any.

    number: the position of its amnesty among all.
    counter: the organisation that verified the count; empty for what was announced.
    """

    amnesty: Amnesty
    number: int
    kind: str
    counter: str
    at: float
    count: EventCount | None
    words: str

    @property
    def value(self) -> float | None:
        """Its length; None without a count, and for a number that is held back."""
        one = self.count
        return None if one is None or one.count.value is None else float(one.count.value)

    @property
    def code(self) -> str:
        """What the browser sends where it is clicked: the event, and who verified."""
        return f"{self.amnesty.event_id}{OF_BAR}{self.counter}"


def amnesty_chart(amnesties: tuple[Amnesty, ...], *, look: Look, known_on: date) -> Drawing:
    """Each announced number as a bar, below it a bar for the last verified number of each organisation.

    Where documents disagree the bar ends at the smallest number, and its words give all. Bounds and rounded
    numbers are hatched. Where there is no number, words say so in place of a bar. Each bar carries its `code`
    as its place: `count_of_bar` finds its count by that. Where the height is given, the latest amnesties are
    shown that fit into it.
    """
    known, amnesties = len(amnesties), _that_fit(amnesties, look=look)
    bars = list(_bars(amnesties))
    labelled = [_labelled(bar) for bar in bars]
    return Drawing(
        figure=go.Figure(
            data=_traces(bars, labelled, look=look),
            layout=_layout(amnesties, bars, labelled, look=look),
        ),
        title=_(TITLE),
        subtitle=_("Below the announced figure: the latest figure that each organisation verified"),
        axis=_("People released"),
        credit=" ".join([*_left_out(len(amnesties), known), _credit(amnesties, known_on=known_on)]),
        key=tuple(
            of_bar(_(words), colour=_colour(kind, look=look), role=kind) for kind, words in KINDS.items()
        ),
        width=look.width,
        alt=_alternative(amnesties, known_on=known_on),
    )


def _that_fit(amnesties: tuple[Amnesty, ...], *, look: Look) -> tuple[Amnesty, ...]:
    """All; where the height is given, the latest whose bars have room in it, at least one."""
    if not look.marks:
        return amnesties
    beyond = [bar.number for bar in _bars(amnesties) if (bar.at + 1) * LINE > look.marks]
    return amnesties[: max(1, beyond[0])] if beyond else amnesties


def _left_out(shown: int, known: int) -> list[str]:
    if shown == known:
        return []
    words = _("Shown: the latest {shown} of {all} amnesties.")
    return [words.format(shown=phrasing.number(shown), all=phrasing.number(known))]


def count_of_bar(amnesties: Iterable[Amnesty], code: str) -> EventCount | None:
    """The count of the bar with this code; None where it has none."""
    return next((bar.count for bar in _bars(amnesties) if bar.code == code), None)


def _bars(amnesties: Iterable[Amnesty]) -> Iterator[AmnestyBar]:
    at = 0.0
    for number, amnesty in enumerate(amnesties):
        for kind, counter, count, words in _lines(amnesty):
            yield AmnestyBar(
                amnesty=amnesty, number=number, kind=kind, counter=counter, at=at, count=count, words=words
            )
            at += 1
        at += BETWEEN


def _lines(amnesty: Amnesty) -> Iterator[tuple[str, str, EventCount | None, str]]:
    """Kind, counter, count and words of each bar of an amnesty."""
    yield "announced", "", _announced_count(amnesty.announced), str(announced_in_words(amnesty))
    for course in amnesty.courses:
        yield "verified", course.counter, course.last, str(verified_in_words(course))
    if not amnesty.courses:
        yield "verified", "", None, nothing_verified(amnesty)


def _announced_count(announced: tuple[EventCount, ...]) -> EventCount | None:
    """The smallest exact number; without one, the last bound."""
    exact = [one for one in announced if one.is_exact]
    if exact:
        return min(exact, key=lambda one: one.count.number)
    return announced[-1] if announced else None


def _labelled(bar: AmnestyBar) -> LabelledBar:
    """Its hatching, hover and words; a bound and a rounded number are hatched."""
    day = phrasing.day(bar.amnesty.day)
    return LabelledBar(
        at=bar.at,
        value=bar.value,
        shape=shape_of(bar.count.count.qualifier if bar.count is not None else ""),
        row=bar.number,
        id=bar.code,
        hover="<br>".join([f"<b>{plain(bar.words)}</b>", plain(_(KINDS[bar.kind])), plain(day)]),
        words=(_words_beside(bar),),
    )


def _words_beside(bar: AmnestyBar) -> str:
    if bar.value is not None:
        return bar.words
    pattern = _("announced: {words}") if bar.kind == "announced" else _("verified: {words}")
    return pattern.format(words=bar.words)


def _traces(bars: list[AmnestyBar], labelled: list[LabelledBar], *, look: Look) -> list[dict[str, Any]]:
    """The bars of each kind, and the words beside them."""
    traces = []
    for kind in KINDS:
        of_kind = [one for bar, one in zip(bars, labelled, strict=True) if bar.kind == kind]
        trace = bars_trace(
            of_kind, thickness=THICKNESS, colour=_colour(kind, look=look), is_lying=True, role=kind
        )
        traces.append(trace | {"showlegend": False})
    traces.append(words_at_ends(labelled, look=look))
    return traces


def _colour(kind: str, *, look: Look) -> str:
    return look.tokens.neutral if kind == "announced" else family_colour(RELEASED, "", look=look)


def _layout(
    amnesties: tuple[Amnesty, ...],
    bars: list[AmnestyBar],
    labelled: list[LabelledBar],
    *,
    look: Look,
) -> dict[str, Any]:
    names_width = NAME_PIXELS_NARROW if look.narrow else NAME_PIXELS
    depth = (bars[-1].at if bars else 0) + 1
    framing = frame.Frame(
        marks_height=round(depth * LINE),
        left=names_width + 2 * frame.GAP,
        below=AXIS,
    )
    layout = frame.framed(framing, look=look) | {"barmode": "overlay", "meta": {"nearest": "y"}}
    layout["xaxis"] = axis_of_lying_bars(
        labelled,
        width=look.width - names_width - frame.RIGHT - 2 * frame.GAP,
        most_ticks=3 if look.narrow else 7,
        look=look,
    )
    layout["yaxis"] = band_axis(
        _names(amnesties, look=look),
        places=_middles(bars),
        ends=(depth - 0.5, -0.5),
        colour=look.tokens.text,
    )
    return layout


def _middles(bars: list[AmnestyBar]) -> list[float]:
    """The middle of the bars of each amnesty, where its name is written."""
    depths: dict[int, list[float]] = {}
    for bar in bars:
        depths.setdefault(bar.number, []).append(bar.at)
    return [(places[0] + places[-1]) / 2 for places in depths.values()]


def _names(amnesties: tuple[Amnesty, ...], *, look: Look) -> list[str]:
    """The day of each amnesty, and its place where that is not the place of most."""
    usual = Counter(amnesty.place for amnesty in amnesties).most_common(1)
    names = []
    for amnesty in amnesties:
        day = phrasing.short_day(amnesty.day)
        is_usual = amnesty.place == usual[0][0]
        between = "<br>" if look.narrow else ", "
        names.append(plain(day) if is_usual else between.join([plain(day), plain(amnesty.place)]))
    return names


def _credit(amnesties: tuple[Amnesty, ...], *, known_on: date) -> str:
    """The number of documents, and the day of knowledge."""
    shown = [one for amnesty in amnesties for one in amnesty.announced]
    shown += [one for amnesty in amnesties for course in amnesty.courses for one in course.counts]
    count = len({one.document.source_id for one in shown})
    documents = ngettext("{count} document", "{count} documents", count).format(count=phrasing.number(count))
    return _(
        "Source: {documents}. As known on {day}. Announced is not verified: announced figures count"
        " prisoners of every kind, verified figures only political prisoners, and verification takes"
        " weeks."
    ).format(documents=documents, day=phrasing.day(known_on))


def _alternative(amnesties: tuple[Amnesty, ...], *, known_on: date) -> str:
    title = _(TITLE)
    lines = [_in_words(amnesty) for amnesty in amnesties]
    return "\n\n".join([f"{title}.", *lines, _credit(amnesties, known_on=known_on)])


def _in_words(amnesty: Amnesty) -> str:
    verified = [str(verified_in_words(course)) for course in amnesty.courses] or [nothing_verified(amnesty)]
    return _("{day}, {place}: announced: {announced}; verified: {verified}.").format(
        day=phrasing.day(amnesty.day),
        place=amnesty.place,
        announced=announced_in_words(amnesty),
        verified="; ".join(verified),
    )
