"""A chart as a picture for slides, chats and previews of links, with all that must be said beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from charts import Drawing, Look
from exports.paper.fitting import TRIED, Fitted, fitted, for_paper
from exports.paper.shown import Shown
from exports.paper.typesetting import as_png, as_svg, measured
from metrics.language.wording import language

# Parts of the sizes of the title and of all other letters, tried in turn where there is much to say.
LETTERS: Final = ((1.0, 1.0), (0.88, 1.0), (0.76, 1.0), (0.76, 0.9), (0.7, 0.8), (0.6, 0.7), (0.5, 0.6))
LEAST_SCALE: Final = 0.7  # of the size of the letters in a chart
MOST_OF_HEAD: Final = 0.27  # of a picture's height, of title and statistic
MOST_BESIDE: Final = 0.45  # the same beside a high chart
LETTERS_OF_HIGH: Final = 0.8  # of the usual size, in lists and maps: smaller letters, more of them
BESIDE: Final = 0.52  # of a picture's width, of the words beside a high chart


@dataclass(frozen=True, kw_only=True)
class Size:
    """A picture's points across and down, the pixels of a point, and the sizes of its letters in points.

    `large` is of the title, `middle` of the statistic, `small` of the caveat, `least` of the source.
    """

    width: int
    height: int
    scale: float
    large: float
    middle: float
    small: float
    least: float
    edge: int = 22
    gap: int = 8

    def letters(self, share: float) -> dict[str, float]:
        """The sizes of all letters but the title's, made smaller."""
        return {"middle": self.middle * share, "small": self.small * share, "least": self.least * share}

    @property
    def inner(self) -> int:
        """Points between its edges, across."""
        return self.width - 2 * self.edge

    @property
    def inner_height(self) -> int:
        """Points between its edges, down."""
        return self.height - 2 * self.edge


SIZES: Final[Mapping[str, Size]] = {
    "wide": Size(width=640, height=360, scale=2.5, large=19, middle=12, small=10.5, least=9.5),
    "square": Size(width=540, height=540, scale=2, large=22, middle=13.5, small=12, least=11),
    "share": Size(width=600, height=315, scale=2, large=21, middle=12.5, small=11, least=10, edge=20),
}


def picture_png(shown: Shown, size: Size) -> bytes:
    """The picture in pixels."""
    return as_png("picture", picture_content(shown, size), scale=size.scale)


def picture_svg(shown: Shown, size: Size) -> bytes:
    """The picture in outlines, for any size, with its chart in words for who hears it."""
    content = picture_content(shown, size)
    return as_svg("picture", content, words=content["drawing"]["alt"])


def picture_content(shown: Shown, size: Size) -> dict[str, Any]:
    """What the template sets: first it measures the words, and then the chart gets what they leave.

    Where that is little, the letters of the words are made smaller, step by step, until chart and words both
    can be read.
    """
    is_beside = _is_beside(shown, size)
    words = _words(shown, size, is_beside=is_beside)
    for title, others in LETTERS:
        words |= {"large": size.large * title, **size.letters(others)}
        room, chart = _placed(shown, words, size, is_beside=is_beside)
        below = {"credit": chart.drawing.credit, "notes": _notes(chart.drawing.note, shown)}
        if below != {name: words[name] for name in below}:
            # How much of a list is shown depends on the room, and the words that say so take room.
            words |= below
            room, chart = _placed(shown, words, size, is_beside=is_beside)
        if room.is_enough and chart.scale >= LEAST_SCALE:
            break
    drawing, scale = chart.drawing, chart.scale
    return {
        **words,
        "credit": drawing.credit,
        "notes": _notes(drawing.note, shown),
        "drawing": for_paper(drawing),
        "scale": scale,
        "left": room.left + (room.width - drawing.width * scale) / 2,
        "top": room.top + (room.height - drawing.height * scale) / 2,
    }


def _placed(shown: Shown, words: Mapping[str, Any], size: Size, *, is_beside: bool) -> tuple[Room, Fitted]:
    """What the words leave, and the chart in it."""
    room = _room(words, size, is_beside=is_beside)
    chart = fitted(
        partial(_chart, shown, without_axis=is_beside),
        width=room.width,
        height=max(room.height, 1),
        largest=1 if shown.shape == "wide" else LETTERS_OF_HIGH,
    )
    return room, chart


@dataclass(frozen=True, kw_only=True)
class Room:
    """What the words leave for the chart, in points; not enough where they take too much."""

    left: float
    top: float
    width: float
    height: float
    is_enough: bool


def _is_beside(shown: Shown, size: Size) -> bool:
    """Whether the words stand beside the chart."""
    return shown.shape == "map" or (shown.shape == "list" and size.width > size.height)


def _room(words: Mapping[str, Any], size: Size, *, is_beside: bool) -> Room:
    taken = measured("picture", {**words, "drawing": None}, "room")
    head, left = taken["head"], size.inner_height - taken["head"] - taken["foot"] - size.gap
    if is_beside:
        beside = words["words"] + 2 * size.gap
        return Room(
            left=beside,
            top=0,
            width=size.inner - beside,
            height=size.inner_height,
            is_enough=head <= size.height * MOST_BESIDE and left >= 0,
        )
    return Room(
        left=0,
        top=head + size.gap,
        width=size.inner,
        height=left - size.gap,
        is_enough=head <= size.height * MOST_OF_HEAD,
    )


def _chart(shown: Shown, look: Look, *, without_axis: bool = False) -> Drawing:
    """The chart; without the title of its axis where that stands among the words."""
    chart = shown.drawn(look)
    return replace(chart, axis="") if without_axis else chart


def _words(shown: Shown, size: Size, *, is_beside: bool) -> dict[str, Any]:
    """The words around the chart."""
    chart = shown.drawn(Look(pixels=size.inner, marks=TRIED))
    return {
        "lang": language.get(),
        "width": size.width,
        "height": size.height,
        "edge": size.edge,
        "words": size.inner * (BESIDE if is_beside else 1),
        "axis": chart.axis if is_beside else "",
        "title": chart.title,
        "subtitle": chart.subtitle,
        "notes": _notes(chart.note, shown),
        "credit": chart.credit,
        "project": shown.about,
    }


def _notes(note: str, shown: Shown) -> list[str]:
    """What is missing in the chart, and the first caveat."""
    return [line for line in (note, *shown.caveats[:1]) if line]
