"""An answer as a workbook: its rows with a chart, its documents, its definitions, and what the checks say.

Every cell is written as what it is: text never becomes a formula, whatever it begins with, nor a link unless
it is an address of a document. The same question and edition give the same bytes on the same day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from math import ceil
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from charts import Look
from exports.citations import cited
from exports.paper.shown import shown_over_time
from exports.question_in_words import pinned_address, question_in_words
from exports.sheets.data_sheet import Cell, columns_of
from exports.sheets.native_chart import as_text, native_chart
from metrics.answer.answer import Answer, Caveat
from metrics.language.phrasing import day
from metrics.language.wording import _, ngettext
from metrics.query.query import Measure
from metrics.question.address import address_of
from validation import Dataset

LINE: Final = 15  # points
MOST_LINES: Final = 27  # Excel takes no row of more than 409 points
LONGEST_TEXT: Final = 32_767  # characters of a cell
LONGEST_LINK: Final = 2000  # characters: Excel takes no longer ones
AS_TEXT: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
DAY: Final = "d mmm yyyy"
COUNT: Final = "#,##0"
RATE: Final = "#,##0.0###"


class _Book:
    """A workbook in memory, with the few formats that its sheets share."""

    def __init__(self, *, title: str, author: str, made: date) -> None:
        self.content = BytesIO()
        self.book = Workbook(self.content, {"in_memory": True, **AS_TEXT})
        self.book.set_properties(
            {"title": title, "author": author, "created": datetime.combine(made, time(), tzinfo=UTC)}
        )
        self.head = self.book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"})
        self.words = self.book.add_format({"text_wrap": True, "valign": "top"})
        self.bold = self.book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        self.day = self.book.add_format({"num_format": DAY, "valign": "top", "align": "left"})
        self.link = self.book.add_format(
            {"font_color": "#0b5394", "underline": 1, "valign": "top", "text_wrap": True}
        )

    def bytes(self) -> bytes:
        self.book.close()
        return self.content.getvalue()

    def table(
        self, name: str, head: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]], value: Format
    ) -> Worksheet:
        """A sheet with its names in sight, filters, and a cell for each value."""
        sheet = self.book.add_worksheet(name)
        for column, (words, width) in enumerate(head):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, words, self.head)
        sheet.set_row(0, _height([words for words, _width in head], [width for _words, width in head]))
        last, widths = 0, [width for _words, width in head]
        for last, cells in enumerate(rows, start=1):
            sheet.set_row(last, _height(cells, widths))
            for column, cell in enumerate(cells):
                self.write(sheet, last, column, cell, number=value)
        sheet.freeze_panes(1, 0)
        if last:
            sheet.autofilter(0, 0, last, len(head) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def write(self, sheet: Worksheet, row: int, column: int, cell: Cell, *, number: Format) -> None:
        if isinstance(cell, date):
            sheet.write_datetime(row, column, datetime.combine(cell, time()), self.day)
        elif isinstance(cell, int | float):
            sheet.write_number(row, column, cell, number)
        elif cell and cell.startswith(("http://", "https://")) and len(cell) <= LONGEST_LINK:
            sheet.write_url(row, column, cell, self.link, cell)
        elif cell:
            sheet.write_string(row, column, _fitting(cell), self.words)


def _fitting(text: str) -> str:
    """The text; one that is too long for a cell ends with words that say so, and is not cut in silence."""
    if len(text) <= LONGEST_TEXT:
        return text
    end = _("… (Excel takes no longer text; the CSV has all of it)")
    return text[: LONGEST_TEXT - len(end)] + end


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> float:
    """Points for the lines into which the longest text wraps: not every program finds them by itself."""
    lines = [
        sum(ceil(max(len(line), 1) / width) for line in cell.split("\n"))
        for cell, width in zip(cells, widths, strict=True)
        if isinstance(cell, str)
    ]
    return LINE * min(max(lines, default=1), MOST_LINES)


def workbook(dataset: Dataset, answer: Answer, *, host: str, made: date) -> bytes:
    """The answer as the bytes of an .xlsx file; `host`, with its slash, is where its addresses begin."""
    title = _title(dataset, answer)
    book = _Book(title=title, author=answer.counter, made=made)
    number = book.book.add_format(
        {"num_format": RATE if answer.query.measure is Measure.PER_100K else COUNT, "valign": "top"}
    )
    _data(book, answer, number, title=title)
    _sources(book, answer, number)
    _definitions(book, answer, number)
    _checks(book, answer, number)
    _about(book, dataset, answer, title=title, host=host, made=made)
    return book.bytes()


def _title(dataset: Dataset, answer: Answer) -> str:
    """What the chart of the page is titled: what was found, else what is shown."""
    return shown_over_time(dataset, answer.query).drawn(Look()).title


def _data(book: _Book, answer: Answer, number: Format, *, title: str) -> None:
    columns = columns_of(answer)
    names = [column.name for column in columns]
    name = _("Data")
    rows = ([column.cell(row) for column in columns] for row in answer.rows)
    sheet = book.table(name, [(column.name, column.width) for column in columns], rows, number)
    ends = [_("To (or on)"), _("To the total on")]
    chart = native_chart(
        book.book,
        answer,
        sheet=name,
        days=next(names.index(one) for one in ends if one in names),
        buckets=names.index(_("Period")),
        values=names.index(_("Value")),
    )
    if chart is None:
        return
    chart.set_title({"name": as_text(title), "name_font": {"size": 14}, "overlay": False})
    drawn = book.book.add_chartsheet(_("Chart"))
    drawn.set_chart(chart)
    drawn.set_landscape()
    sheet.activate()


def _sources(book: _Book, answer: Answer, number: Format) -> None:
    head = [
        (_("Published"), 14),
        (_("Publisher"), 30),
        (_("Title"), 60),
        (_("Address"), 60),
        ("source_id", 24),
    ]
    rows = (
        (one.published, one.publisher_name, one.title, one.url, one.source_id)
        for one in sorted(answer.sources, key=lambda one: one.published, reverse=True)
    )
    book.table(_("Sources"), head, rows, number)


def _definitions(book: _Book, answer: Answer, number: Format) -> None:
    head = [
        (_("What is counted"), 26),
        (_("Definition"), 60),
        (_("Not counted"), 50),
        (_("How it is confirmed"), 50),
        (_("Notes"), 50),
        (_("Documents"), 60),
    ]
    rows = (
        (
            _(answer.metrics[code].label),
            found.definition or found.what_it_counts,
            found.not_counted,
            found.how_verified,
            str(found.caution) if found.caution else "",
            "\n".join(cited(document) for document in found.documents),
        )
        for code, found in answer.definitions.items()
    )
    book.table(_("Definitions"), head, rows, number)


def _checks(book: _Book, answer: Answer, number: Format) -> None:
    """What must be said with the figures, of which of them; and what the checks found.

    The rows of a caveat carry its number: a list of thousands of rows would not fit into a cell.
    """
    head = [(_("Number"), 10), (_("Kind"), 22), (_("What is said"), 100), (_("Of which figures"), 30)]
    said = [
        (label, _("Caveat"), str(one.message), _of_which(one))
        for label, one in enumerate(answer.caveats, start=1)
    ]
    found = [
        (label, _("Check: {rule}").format(rule=one.rule), one.message, "")
        for label, one in enumerate(answer.findings, start=len(said) + 1)
    ]
    book.table(_("Checks"), head, [*said, *found], number)


def _of_which(caveat: Caveat) -> str:
    if not caveat.rows:
        return _("all")
    count = len(caveat.rows)
    words = ngettext(
        "{count} figure: its row of the sheet Data has this number",
        "{count} figures: their rows of the sheet Data have this number",
        count,
    )
    return words.format(count=count)


def _about(book: _Book, dataset: Dataset, answer: Answer, *, title: str, host: str, made: date) -> None:
    settings = dataset.settings
    sheet = book.book.add_worksheet(_("About"))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 110)
    facts = [
        (_("What this is"), settings.title),
        (_("Figures"), title),
        *question_in_words(answer),
        (_("Made on"), day(made)),
        (_("The same figures, for ever"), pinned_address(answer, host=host)),
        (_("The newest figures"), f"{host}explore?{address_of(answer.query)}"),
        (_("How to cite"), settings.citation),
        (_("Licence"), settings.licence),
        (
            _("How to read it"),
            _("An empty value is a missing figure, not zero. Read the qualifier with each value."),
        ),
    ]
    for row, (name, words) in enumerate(facts):
        sheet.set_row(row, _height([words], [110]))
        if words.startswith(host):
            # The address itself stays text, which wraps: LibreOffice cuts a link off on paper.
            sheet.write_url(row, 0, words, book.link, name)
            sheet.write_string(row, 1, words, book.words)
        else:
            sheet.write_string(row, 0, name, book.bold)
            book.write(sheet, row, 1, words, number=book.words)
