"""Which chart shows an Answer over time."""

from __future__ import annotations

from datetime import date

from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look
from charts.over_time.bars import bar_chart
from charts.over_time.few import few_bars, has_few
from charts.over_time.line import line_chart
from charts.over_time.multiples import small_multiples
from charts.series.drawn_series import FLOWS
from metrics.answer.answer import Answer


def draw(answer: Answer, *, look: Look | None = None, open_since: date | None = None) -> Drawing:
    """Lines for levels, totals and rates, bars for what is counted by period; panels where there are several.

    Few values are bars with their days, since points without a number say little. Several metrics or places
    go into small multiples on one scale: bars would hide each other, and lines that cross make the reader
    look from the key to the line and back. `open_since` is the day from which on
    the counts of one series are still open, where that was measured.
    """
    if has_few(answer) and open_since is None:
        return few_bars(answer, look=look)
    if len({(row.metric, row.place) for row in answer.rows}) > 1:
        return small_multiples(answer, look=look)
    return (bar_chart if answer.query.measure in FLOWS else line_chart)(
        answer, look=look, open_since=open_since
    )
