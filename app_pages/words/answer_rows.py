"""The rows of an answer as a table to be read; each number opens its card."""

from __future__ import annotations

from typing import Final

from app_pages.words.words import Line, Table, Words
from exports.answer_table import answer_table
from metrics.answer.answer import Answer
from metrics.language.phrasing import number
from metrics.language.wording import _
from metrics.query.caching import cached_words

# More are read by nobody on a page, and slow a telephone down; the files have all.
MOST_ROWS: Final = 600


@cached_words
def rows_in_words(answer: Answer) -> Words:
    """The rows in words, the newest first."""
    made = answer_table(answer, most=MOST_ROWS)
    label = _("The figures, row by row")
    table = Table(label=label, head=made.head, rows=made.rows, numeric=(made.numeric,))
    if made.count <= MOST_ROWS:
        return Words((table,))
    words = _("The newest {shown} of {rows} rows; the files below have all of them.")
    if len(answer.query.metrics) > 1 or len(answer.query.places) > 1:
        words = _("The first {shown} of {rows} rows; the files below have all of them.")
    line = Line(text=words.format(shown=number(MOST_ROWS), rows=number(made.count)), look="caption")
    return Words((line, table))
