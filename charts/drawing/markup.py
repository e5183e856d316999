"""The few letters of markup that charts have in their labels, read as lines of text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from charts.canvas.frame import LINE_PER_SIZE
from charts.drawing.marks import Align, Label
from metrics.language.plain_text import WORD_JOINER

TOKENS: Final = re.compile(r"(<br>|</?b>|<span[^>]*>|</span>)")
SIZE_OF_SPAN: Final = re.compile(r"font-size:(\d+)px")
# From the middle of a line of letters down to where they stand, as a part of their size.
BELOW_MIDDLE: Final = 0.36


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a label; `size` is None where it is that of the whole label."""

    text: str = ""
    is_bold: bool = False
    size: float | None = None


def lines_of(markup: str) -> list[Line]:
    """The lines of a label of Plotly's; text of the data in it is escaped and stays as it is written."""
    return [replace(line, text=line.text.replace(WORD_JOINER, "")) for line in _lines(markup)]


def _lines(markup: str) -> Iterator[Line]:
    is_bold, size, line = False, None, Line()
    for token in TOKENS.split(markup):
        if token == "<br>":  # noqa: S105 - a tag
            yield line
            line = Line(is_bold=is_bold, size=size)
        elif token in ("<b>", "</b>"):
            is_bold = token == "<b>"  # noqa: S105 - a tag
        elif token.startswith(("<span", "</span")):
            found = SIZE_OF_SPAN.search(token)
            size = float(found[1]) if found else None
        elif token:
            line = Line(text=line.text + html.unescape(token), is_bold=is_bold, size=size)
    yield line


def block(
    markup: str,
    *,
    x: float,
    y: float,
    align: Align,
    above: float,
    size: float,
    colour: str,
    halo: str = "",
) -> list[Label]:
    """The labels of a text of several lines, of which a share `above` lies above `y`: all of it for 1."""
    lines = lines_of(markup)
    heights = [(line.size or size) * LINE_PER_SIZE for line in lines]
    top = y - above * sum(heights)
    labels = []
    for line, height in zip(lines, heights, strict=True):
        own = line.size or size
        baseline = top + height / 2 + own * BELOW_MIDDLE
        top += height
        if line.text.strip():
            labels.append(
                Label(
                    text=line.text.strip(" "),
                    x=x,
                    y=baseline,
                    align=align,
                    size=own,
                    colour=colour,
                    is_bold=line.is_bold,
                    halo=halo,
                )
            )
    return labels
