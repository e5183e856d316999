"""A drawn chart: the figure, its title, and the same content in words."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go


@dataclass(frozen=True, eq=False, kw_only=True)
class Drawing:
    """What a chart function returns.

    figure: plain Plotly JSON. The mark of a row of the Answer has the row's label in `customdata`; other
        marks have none. `trace.meta["role"]` says what a trace is.
    title: the title as plain text.
    alt: the content of the figure in words, plain text, paragraphs parted by a blank line. Plain text
        is not escaped: what shows it as Markdown passes it through `metrics.language.plain_text.plain`.
    """

    figure: go.Figure
    title: str
    alt: str

    @property
    def height(self) -> int:
        """Pixels from the title's top to the credit's end, as laid out for the width it was drawn for."""
        return int(self.figure.layout.height)

    def as_json(self) -> bytes:
        """The figure as plotly.js takes it."""
        return str(self.figure.to_json(validate=False)).encode()
