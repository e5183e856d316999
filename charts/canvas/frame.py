"""The room around the marks: margins counted from the texts that stand there, so that nothing is cut off.

Title, subtitle, legend, axis title and credit are no part of the plot: they are text of the page, which
wraps by itself (app_pages/assets/browser/texts.js). What stays beside the marks is short, and is measured
here by an estimate of its width, since Plotly neither wraps nor makes room.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from dataclasses import dataclass
from typing import Any, Final

from charts.canvas.theme import Look, base_layout
from metrics.language.plain_text import plain

BURMESE: Final = re.compile("[\u1000-\u109f]")
# Before a consonant or a vowel that begins a syllable: it bears no asat, and is not stacked with another.
SYLLABLE_ENDS: Final = re.compile(
    "(?<![\u1039(“])(?=[\u1000-\u102a\u103f\u104c-\u104f](?![\u1039\u103a]|\u1037\u103a))"
)
GLYPH_PER_SIZE: Final = 0.6  # mean width of a letter over the size of its type, on the safe side
BOLD: Final = 1.2  # a bold letter is wider by this
LINE_PER_SIZE: Final = 1.35
TEXT_SIZE: Final = 12
SMALL_SIZE: Final = 11
GAP: Final = 10
TICKS: Final = 40  # pixels below the marks for two lines of dates
RIGHT: Final = 24  # half of a date at the end of the axis has room
LEFT: Final = 30  # the same at its beginning


def wrapped(text: str, *, pixels: float, size: int) -> list[str]:
    """The text in lines that fit into the width, words whole where they can be; not escaped yet."""
    letters = max(8, int(pixels / (size * GLYPH_PER_SIZE)))
    # Only at spaces: a day whose spaces are no-break ones stays in one line.
    on_one_line = re.sub(r"[ \t\r\n]+", " ", text).strip()
    if BURMESE.search(text):
        return _wrapped_by_syllables(on_one_line, letters)
    return textwrap.wrap(on_one_line, width=letters) or [""]


def _wrapped_by_syllables(text: str, letters: int) -> list[str]:
    """Spaces part phrases in Burmese, not words: a phrase longer than a line is broken after a syllable."""
    lines = [""]
    for phrase in text.split(" "):
        pieces = [phrase] if letters_in(phrase) <= letters else SYLLABLE_ENDS.split(phrase)
        for number, piece in enumerate(pieces):
            longer = f"{lines[-1]}{'' if number else ' '}{piece}".lstrip(" ")
            if lines[-1] and letters_in(longer) > letters:
                lines.append(piece)
            else:
                lines[-1] = longer
    return lines


def letters_in(text: str) -> int:
    """Letters that stand beside one another: signs above, below or within a letter take no room."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def in_lines(lines: list[str]) -> str:
    """Lines as Plotly reads them, every line escaped."""
    return "<br>".join(plain(line) for line in lines)


def width_of(text: str, *, size: float = TEXT_SIZE) -> float:
    """Pixels that a text takes, estimated."""
    return letters_in(text) * size * GLYPH_PER_SIZE


def height_of(lines: list[str], *, size: int) -> float:
    """Pixels that lines take."""
    return len(lines) * size * LINE_PER_SIZE


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The room around the marks, in pixels.

    `marks_height` is the height of the plot area, `left` and `right` its distance from the edges, `below` the
    room for ticks, `above` the room for labels over the plot area.
    """

    marks_height: int
    left: int
    right: int = RIGHT
    below: int = TICKS
    above: int = 0


def framed(frame: Frame, *, look: Look) -> dict[str, Any]:
    """The layout that all families share: margins and height."""
    top = frame.above + GAP
    margin = {"l": frame.left, "r": frame.right, "t": top, "b": frame.below, "pad": 0}
    height = top + frame.marks_height + frame.below
    return base_layout(look) | {"annotations": [], "margin": margin, "height": height}


def left_margin(largest: float) -> int:
    """Room for the widest number on an axis of counts."""
    return max(LEFT, round(width_of(f"{largest:,.0f}", size=TEXT_SIZE) + GAP))
