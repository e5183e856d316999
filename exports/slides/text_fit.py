"""How many lines a text takes on a slide, estimated on the safe side: nothing measures letters here.

The program that opens a deck has its own letters, and does not always shrink a text that is too long.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from math import ceil
from typing import Final

WIDTH: Final = 0.54  # of most letters of Arial, over the size of its type, rounded up
NARROW: Final = dict.fromkeys("iljtfrI.,:;'|!()[]/- \u00a0", 0.34)
WIDE: Final = dict.fromkeys("mwMW@%", 0.9)
LETTERS: Final = NARROW | WIDE
WIDTH_CAPITAL: Final = 0.7
BOLD: Final = 1.07
WIDTH_TALL: Final = 0.85  # of a Burmese letter
WIDTH_FULL: Final = 1.0  # of an ideograph
LINE: Final = 1.2
LINE_TALL: Final = 1.9  # signs above and below
MYANMAR: Final = (range(0x1000, 0x10A0), range(0xA9E0, 0xAA00), range(0xAA60, 0xAA80))
BLANK: Final = "\N{SPACE}"
END_OF_PLANE: Final = 0xFFFE
CUT: Final = "…"


def is_burmese(text: str) -> bool:
    """Whether any letter is of the Myanmar script."""
    return any(ord(letter) in block for letter in text for block in MYANMAR)


def clean(text: str) -> str:
    """The text on one line, without characters that XML refuses."""
    return " ".join("".join(letter if _is_allowed(letter) else BLANK for letter in text).split())


def _is_allowed(letter: str) -> bool:
    """No control character, no half of a pair, and none of the two that end every plane."""
    return unicodedata.category(letter) not in ("Cc", "Cs") and ord(letter) & END_OF_PLANE != END_OF_PLANE


def height_of(text: str, *, size: float, width: float, bold: bool = False) -> float:
    """Points down that a text takes in a box so many points wide."""
    return (
        lines_of(text, size=size, width=width, bold=bold) * size * (LINE_TALL if is_burmese(text) else LINE)
    )


def lines_of(text: str, *, size: float, width: float, bold: bool = False) -> int:
    """The lines into which a text wraps; a word longer than a line is broken."""
    lines, at = 1, 0.0
    for word in text.split(BLANK):
        long = _length(word, bold=bold) * size
        if at and at + long > width:
            lines, at = lines + 1, 0.0
        lines += max(0, ceil(long / width) - 1)
        at += (long % width if long > width else long) + NARROW[BLANK] * size
    return lines


def _length(word: str, *, bold: bool) -> float:
    return sum(_letter(one, bold=bold) for one in word)


def _letter(letter: str, *, bold: bool) -> float:
    if unicodedata.category(letter) in ("Mn", "Cf"):
        return 0.0
    if is_burmese(letter):
        return WIDTH_TALL
    if unicodedata.east_asian_width(letter) in "WF":
        return WIDTH_FULL
    usual = WIDTH_CAPITAL if letter.isupper() else WIDTH
    return LETTERS.get(letter, usual) * (BOLD if bold else 1)


def fitting_size(
    texts: Iterable[str], *, sizes: Iterable[float], width: float, height: float, bold: bool = False
) -> float | None:
    """The first of the sizes at which all texts fit into a box, one below the other; None if none does."""
    held = tuple(texts)
    for size in sizes:
        if sum(height_of(text, size=size, width=width, bold=bold) for text in held) <= height:
            return size
    return None


def cut(text: str, *, size: float, width: float, height: float, bold: bool = False) -> str:
    """The text; where it is too long for the box, its beginning with a sign that it goes on."""
    if height_of(text, size=size, width=width, bold=bold) <= height:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        is_short = height_of(text[:middle] + CUT, size=size, width=width, bold=bold) <= height
        low, high = (middle, high) if is_short else (low, middle - 1)
    return text[:low].rstrip() + CUT
