"""A drawn chart: the figure, the texts around it, and the same content in words."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from charts.canvas.key import KeyEntry
from charts.canvas.theme import WIDE


@dataclass(frozen=True, kw_only=True)
class Toggle:
    """Marks of events of one kind that are hidden until a reader asks for them, and the words to ask with."""

    kind: str
    words: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Drawing:
    """What a chart function returns.

    figure: plain Plotly JSON: marks, axes and labels beside the marks, no other text. The mark of a row of
        the Answer has the row's label in `customdata`; other marks have none. `trace.meta["role"]` says what
        a trace is.
    title, subtitle: the statistic, and whose count of whom it is.
    axis: what the height, or the length, of a mark is; for the top of the axis.
    note: what is missing in the figure, such as places without a count.
    credit: source and days.
    key: the legend.
    toggles: events that are shown on demand.
    width: the least width in pixels that the figure is laid out for.
    takes_finding: whether it shows the course of one Answer, so that its newest number can be the title.
    alt: the content of the figure in words, paragraphs parted by a blank line.

    All texts are plain, not escaped: what shows them as Markdown passes them through
    `metrics.language.plain_text.plain`.
    """

    figure: go.Figure
    title: str
    alt: str
    subtitle: str = ""
    axis: str = ""
    note: str = ""
    credit: str = ""
    key: tuple[KeyEntry, ...] = ()
    toggles: tuple[Toggle, ...] = ()
    width: int = WIDE
    takes_finding: bool = False

    @property
    def height(self) -> int:
        """Pixels of the plot, without the texts around it."""
        return int(self.figure.layout.height)

    def as_json(self) -> bytes:
        """The figure as plotly.js takes it."""
        return str(self.figure.to_json(validate=False)).encode()
