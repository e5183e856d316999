"""Which chart shows an Answer over time."""

from __future__ import annotations

from typing import Final

from charts.bars import bar_chart
from charts.drawing import Drawing
from charts.line import line_chart
from charts.multiples import FLOWS, small_multiples
from charts.theme import Look
from metrics.answer import Answer

MOST_LINES: Final = 6  # as many as there are colours that can be told apart


def draw(answer: Answer, *, look: Look | None = None) -> Drawing:
    """Lines for levels, totals and rates, bars for what is counted by period; panels where they are many.

    Bars of two series would hide each other, and more than MOST_LINES lines cannot be told apart: those
    go into small multiples.
    """
    count = len(answer.rows[["metric", "place"]].drop_duplicates())
    is_flow = answer.query.measure in FLOWS
    if count > (1 if is_flow else MOST_LINES):
        return small_multiples(answer, look=look)
    return bar_chart(answer, look=look) if is_flow else line_chart(answer, look=look)
