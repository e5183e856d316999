"""Title, subtitle, axis title and credit around the marks, with room for all of their lines.

Plotly neither wraps nor makes room for texts. Here every text is wrapped by an estimate of its width
and the margins are counted from the lines, so that nothing is cut off. The figure's height grows with
the texts; the marks keep theirs.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from charts.canvas.theme import Look, base_layout
from metrics.language.plain_text import plain

GLYPH_PER_SIZE: Final = 0.54  # mean width of a letter over the size of its type, on the safe side
BOLD: Final = 1.12  # a bold letter is wider by this
LINE_PER_SIZE: Final = 1.35
TITLE_SIZE: Final = 18
TITLE_SIZE_NARROW: Final = 16
SUBTITLE_SIZE: Final = 13
TEXT_SIZE: Final = 12
CREDIT_SIZE: Final = 11
KEY_ROW: Final = 22  # pixels of one row of the legend
KEY_SIGN: Final = 48  # pixels of a legend entry beside its words
GAP: Final = 10
TICKS: Final = 34  # pixels below the marks for two lines of dates
RIGHT: Final = 24
# The same names, events and credits come back in figure after figure.


def wrapped(text: str, *, pixels: float, size: int) -> list[str]:
    """The text in lines that fit into the width, words whole where they can be; not escaped yet."""
    letters = max(8, int(pixels / (size * GLYPH_PER_SIZE)))
    return textwrap.wrap(" ".join(text.split()), width=letters) or [""]


def in_lines(lines: list[str]) -> str:
    """Lines as Plotly reads them, every line escaped."""
    return "<br>".join(plain(line) for line in lines)


def width_of(text: str, *, size: int = TEXT_SIZE) -> float:
    """Pixels that a text takes, estimated."""
    return len(text) * size * GLYPH_PER_SIZE


def height_of(lines: list[str], *, size: int) -> float:
    """Pixels that lines take."""
    return len(lines) * size * LINE_PER_SIZE


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The texts around the marks.

    `marks_height` is the height of the plot area, `left` its distance from the left edge, `below` the
    room for ticks; `key` are the legend's entries, `above` the room for labels over the plot area.
    """

    title: str
    subtitle: str
    credit: str
    marks_height: int
    left: int
    below: int = TICKS
    above: int = 0
    key: tuple[str, ...] = ()


def framed(frame: Frame, *, look: Look) -> dict[str, Any]:
    """The layout that all families share: texts, margins, height."""
    credit = wrapped(frame.credit, pixels=look.width, size=CREDIT_SIZE)
    notes, heading = _above(frame, look=look)
    top = round(heading + key_height(frame.key, look=look) + frame.above + GAP)
    bottom = round(frame.below + height_of(credit, size=CREDIT_SIZE) + 2 * GAP)
    for note in notes:
        note["yshift"] += top
    notes.append(_below(credit, frame=frame, look=look))
    height = top + frame.marks_height + bottom
    layout = base_layout(look) | {
        "annotations": [_note(note, frame=frame) for note in notes],
        "margin": {"l": frame.left, "r": RIGHT, "t": top, "b": bottom, "pad": 0},
        "height": height,
    }
    return layout | (_key(look=look, y=1 - heading / height) if frame.key else {})


def _above(frame: Frame, *, look: Look) -> tuple[list[dict[str, Any]], float]:
    """Title and subtitle as notes over the plot area: `layout.title` cuts the first of several lines."""
    size = TITLE_SIZE_NARROW if look.narrow else TITLE_SIZE
    title = wrapped(frame.title, pixels=look.width / BOLD, size=size)
    subtitle = wrapped(frame.subtitle, pixels=look.width, size=SUBTITLE_SIZE)
    for_title, for_subtitle = height_of(title, size=size), height_of(subtitle, size=SUBTITLE_SIZE)
    texts = [("title", f"<b>{in_lines(title)}</b>", size, look.tokens.text, 0.0)]
    texts.append(("subtitle", in_lines(subtitle), SUBTITLE_SIZE, look.tokens.faint_text, for_title))
    notes = [
        {"name": name, "text": text, "font": {"size": points, "color": colour}, "y": 1, "yshift": -down}
        for name, text, points, colour, down in texts
    ]
    return notes, for_title + for_subtitle + GAP


def _note(note: dict[str, Any], *, frame: Frame) -> dict[str, Any]:
    """A text that begins at the figure's left edge and runs downwards from where it is put."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": GAP - frame.left, "yref": "paper"}
    return {"showarrow": False, "align": "left", "yanchor": "top", **place, **note}


def _below(lines: list[str], *, frame: Frame, look: Look) -> dict[str, Any]:
    font = {"size": CREDIT_SIZE, "color": look.tokens.faint_text}
    return {"name": "credit", "text": in_lines(lines), "font": font, "y": 0, "yshift": -(frame.below + GAP)}


def key_entry(words: str, *, look: Look) -> str:
    """The words of a legend entry, wrapped to the width and escaped."""
    return in_lines(wrapped(words, pixels=look.width - KEY_SIGN, size=TEXT_SIZE))


def key_height(entries: tuple[str, ...], *, look: Look) -> float:
    """Pixels that the legend takes; Plotly gives every entry the width of the widest."""
    if not entries:
        return 0
    texts = [[unescape(line) for line in entry.split("<br>")] for entry in entries]
    widest = max(width_of(line) for lines in texts for line in lines) + KEY_SIGN
    columns = max(1, int(look.width // widest))
    rows = [texts[at : at + columns] for at in range(0, len(texts), columns)]
    return sum(KEY_ROW + (max(map(len, row)) - 1) * TEXT_SIZE * LINE_PER_SIZE for row in rows)


def _key(*, look: Look, y: float) -> dict[str, Any]:
    return {
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": y,
            "yref": "container",
            "yanchor": "top",
            "font": {"size": TEXT_SIZE, "color": look.tokens.text},
            "bgcolor": "rgba(0,0,0,0)",
            "itemclick": False,
            "itemdoubleclick": False,
            "itemsizing": "trace",
            "traceorder": "normal",
        },
    }


def left_margin(*, largest: float, axis_title: str, marks_height: int) -> int:
    """Room for the widest number on the axis and for the axis title in its lines."""
    numbers = width_of(f"{largest:,.0f}", size=13)
    lines = wrapped(axis_title, pixels=marks_height, size=TEXT_SIZE)
    return round(numbers + height_of(lines, size=TEXT_SIZE) + 2 * GAP)


def upright_title(text: str, *, marks_height: int, look: Look) -> dict[str, Any]:
    """The title of a count axis, wrapped to the height that it runs along."""
    lines = wrapped(text, pixels=marks_height, size=TEXT_SIZE)
    return {
        "text": in_lines(lines),
        "font": {"size": TEXT_SIZE, "color": look.tokens.faint_text},
        "standoff": 6,
    }
