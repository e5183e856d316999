"""The legend as text: signs with their words, only for marks that are there.

It is no part of the plot, so that it wraps at any width, and a screen reader reads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

OPEN: Final = "-open"


@dataclass(frozen=True, kw_only=True)
class KeyEntry:
    """One sign with its words, as plain text.

    shape: how the sign looks: "line", "bar", or the name of one of Plotly's symbols.
    outline: the colour of a bar's outline, where it is not the bar's own.
    dash, pattern: of a line, and of a bar, as Plotly names them.
    role: of the traces that it explains; a legend of a part of them leaves out the others.
    kind: of the events that it explains; it is shown while these are.
    """

    words: str
    shape: str
    colour: str
    outline: str = ""
    dash: str = ""
    pattern: str = ""
    role: str = ""
    kind: str = ""


def of_marker(words: str, marker: dict[str, Any], *, role: str = "") -> KeyEntry:
    """The entry for points that look like this marker of Plotly's."""
    return KeyEntry(words=words, shape=marker["symbol"], colour=marker["color"], role=role)


def of_line(words: str, *, colour: str, dash: str = "", role: str = "") -> KeyEntry:
    """The entry for lines."""
    return KeyEntry(words=words, shape="line", colour=colour, dash=dash, role=role)


def of_bar(words: str, *, colour: str, pattern: str = "", outline: str = "", role: str = "") -> KeyEntry:
    """The entry for bars and areas; those with a pattern are hatched in their colour."""
    return KeyEntry(words=words, shape="bar", colour=colour, pattern=pattern, outline=outline, role=role)


def roles_of(traces: Iterable[dict[str, Any]]) -> set[str]:
    """The roles of traces."""
    return {trace["meta"]["role"] for trace in traces}
