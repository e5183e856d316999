"""A chart that the spreadsheet draws from the cells of the data sheet: it follows what is changed there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from charts import DrawnSeries, Look, series_of
from metrics.answer.answer import Answer
from metrics.query.query import Measure

MOST_SERIES: Final = 8  # more cannot be told apart
# What happened, or was added, between two days is not joined by a line to the next.
APART: Final = (Measure.NEWLY_DOCUMENTED, Measure.HAPPENED)
LINES: Final = {"type": "scatter", "subtype": "straight_with_markers"}  # over real days, however far apart
COLUMNS: Final = {"type": "column"}


def native_chart(
    book: Workbook, answer: Answer, *, sheet: str, days: int, buckets: int, values: int
) -> Chart | None:
    """Lines over days, or columns by period; None without a value, or with too many series to tell apart.

    The numbers are the columns of the sheet `sheet`, whose rows are those of the answer below one of names.
    """
    drawn = [one for one in series_of(answer, look=Look()) if one.counted]
    if not drawn or len(drawn) > MOST_SERIES:
        return None
    is_apart = answer.query.measure in APART
    chart = book.add_chart(COLUMNS if is_apart else LINES)
    time = buckets if is_apart else days
    for one in drawn:
        first, last = one.rows[0].label + 1, one.rows[-1].label + 1
        chart.add_series(
            {
                "name": as_text(one.name),
                "categories": [sheet, first, time, last, time],
                "values": [sheet, first, values, last, values],
                **_looks(one, is_apart=is_apart),
            }
        )
    chart.show_blanks_as("gap")
    _lay_out(chart, answer, drawn, is_apart=is_apart)
    return chart


def as_text(name: str) -> str:
    """The name, with a space where it has an exclamation mark: XlsxWriter takes `Total!A1` for a cell."""
    return name.replace("!", "! ")


def _looks(series: DrawnSeries, *, is_apart: bool) -> dict[str, Any]:
    colour = {"color": series.colour}
    if is_apart:
        return {"fill": colour, "gap": 60}
    marker = {"type": "circle", "size": 4, "fill": colour, "border": colour}
    return {"line": {"width": 1.75, **colour}, "marker": marker}


def _lay_out(chart: Chart, answer: Answer, drawn: Sequence[DrawnSeries], *, is_apart: bool) -> None:
    colours = Look().tokens
    font, line = {"size": 11, "color": colours.text}, {"color": colours.axis}
    if is_apart:
        chart.set_x_axis({"num_font": font, "line": line})
    else:
        chart.set_x_axis(
            {"num_font": font, "line": line, "num_format": "mmm yyyy", "major_gridlines": {"visible": False}}
        )
    number = "#,##0.0" if answer.query.measure is Measure.PER_100K else "#,##0"
    grid = {"visible": True, "line": {"color": "#dde0e4", "width": 0.75}}
    chart.set_y_axis(
        {"num_font": font, "num_format": number, "min": 0, "line": {"none": True}, "major_gridlines": grid}
    )
    chart.set_legend({"position": "top", "font": font} if len(drawn) > 1 else {"none": True})
