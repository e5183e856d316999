"""A view as a handout: its chart, its caveats, its figures row by row, and the documents behind them."""

from __future__ import annotations

from typing import Final

from exports.answer_table import AnswerTable, answer_table
from exports.citations import cited, documents_of
from exports.paper.fitting import LETTERS, LETTERS_AT_LEAST, fitted, for_paper
from exports.paper.sheets import MARGIN, PAPERS, Paper
from exports.paper.shown import shown_over_time
from exports.paper.typesetting import Content, as_pdf
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.language.phrasing import number
from metrics.language.wording import _, language
from metrics.query.query import Query
from validation import Dataset

MOST_ROWS: Final = 60  # two pages; the file has all
CHART_HEIGHT: Final = 300


def handout_pdf(dataset: Dataset, query: Query, *, paper: Paper, address: str) -> bytes:
    """The pages about any question that Explore can show; `address` is where it can be checked."""
    content = handout_content(dataset, query, paper=paper, address=address)
    return as_pdf("handout", content, day=answer_for(dataset, query).known_on)


def handout_content(dataset: Dataset, query: Query, *, paper: Paper, address: str) -> Content:
    """What the template sets."""
    width, height = PAPERS[paper]
    answer, shown = answer_for(dataset, query), shown_over_time(dataset, query)
    chart = fitted(
        shown.drawn,
        width=width - 2 * MARGIN,
        height=CHART_HEIGHT,
        largest=LETTERS,
        smallest=LETTERS_AT_LEAST,
    )
    drawing, table = chart.drawing, answer_table(answer, most=MOST_ROWS)
    head, rows = _without_empty_columns(table)
    documents = documents_of(answer, table.shown)
    return {
        "lang": language.get(),
        "width": width,
        "height": height,
        "margin": MARGIN,
        "about": dataset.settings.title,
        "title": drawing.title,
        "subtitle": drawing.subtitle,
        "drawing": for_paper(drawing),
        "scale": chart.scale,
        "note": drawing.note,
        "credit": drawing.credit,
        "caveats_title": _("Caveats"),
        "caveats": list(shown.caveats),
        "table_title": _("The figures, row by row"),
        "head": head,
        "numeric": head.index(table.head[table.numeric]),
        "wide": [head.index(name) for name in (_("Source"), _("Note")) if name in head],
        "rows": rows,
        "table_note": _of_all(table, answer),
        "sources_title": _("Sources"),
        "sources": [{"mark": one.source_id, "words": cited(one)} for one in reversed(documents)],
        "address_title": _("Every figure with its source"),
        "address": address,
        "licence": dataset.settings.licence,
    }


def _without_empty_columns(table: AnswerTable) -> tuple[list[str], list[list[str]]]:
    """Names and rows of the columns in which anything is written."""
    rows = [[str(cell) for cell in row] for row in table.rows]
    used = [at for at in range(len(table.head)) if at == table.numeric or any(row[at] for row in rows)]
    return [table.head[at] for at in used], [[row[at] for at in used] for row in rows]


def _of_all(table: AnswerTable, answer: Answer) -> str:
    """How many of the rows are shown; empty where all are."""
    if table.count == len(table.shown):
        return ""
    words = _("The newest {shown} of {rows} rows; the address below has all of them.")
    if len(answer.query.metrics) > 1 or len(answer.query.places) > 1:
        words = _("The first {shown} of {rows} rows; the address below has all of them.")
    return words.format(shown=number(len(table.shown)), rows=number(table.count))
