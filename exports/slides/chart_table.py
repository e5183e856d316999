"""The table within a native chart: a workbook whose cells are numbers, days and text, and never a formula."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter.workbook import Workbook

from exports.sheets.workbook import AS_TEXT
from exports.slides.slide import NativeChart
from exports.slides.text_fit import clean
from metrics.language.wording import _

COUNT: Final = "#,##0"
RATE: Final = "#,##0.0"
DAY: Final = "d mmm yyyy"


class _Table(CategoryWorkbookWriter):
    """The usual table, and beside it each figure in words: a number leaves with its qualifier."""

    def __init__(self, data: ChartTable) -> None:
        super().__init__(data)
        self.words = data.words
        self.day = data.day

    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Iterator[tuple[Workbook, Any]]:
        book = Workbook(xlsx_file, {"in_memory": True, **AS_TEXT})
        book.set_properties({"created": datetime.combine(self.day, time(), tzinfo=UTC)})
        sheet = book.add_worksheet()
        yield book, sheet
        column = 1 + len(self._chart_data)
        sheet.set_column(0, column, 18)
        sheet.write_string(0, column, _("In words"))
        for row, words in enumerate(self.words, start=1):
            sheet.write_string(row, column, words)
        book.close()


class ChartTable(CategoryChartData):
    """What python-pptx makes a chart of."""

    def __init__(self, chart: NativeChart, *, day: date) -> None:
        super().__init__(number_format=RATE if chart.is_rate else COUNT)
        self.words = tuple(map(clean, chart.words))
        self.day = day
        self.categories = [one if isinstance(one, date) else clean(one) for one in chart.categories]
        if chart.kind == "lines":
            self.categories.number_format = DAY
        for series in chart.series:
            self.add_series(clean(series.name), series.values)

    @property
    def _workbook_writer(self) -> _Table:
        return _Table(self)
