"""The rows of an answer as a table to be read; each number opens its card."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Final

from app_pages.words.names import STATUSES
from app_pages.words.words import Cell, Line, Table, Words
from exports.numbers import value_of
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.language.phrasing import number, unbroken_day
from metrics.language.wording import _
from metrics.number.sentence import Sentence
from metrics.query.caching import cached_words
from metrics.query.query import Grain, Measure

# More are read by nobody on a page, and slow a telephone down; the files have all.
MOST_ROWS: Final = 600


@cached_words
def rows_in_words(answer: Answer) -> Words:
    """The rows in words, the newest first; metric and place only where several have to be told apart."""
    rows = _newest_first(answer)
    columns = _columns(answer)
    table = Table(
        label=_("The figures, row by row"),
        head=tuple(columns),
        rows=tuple(tuple(_cell(answer, row, name) for name in columns.values()) for row in rows[:MOST_ROWS]),
        numeric=(list(columns.values()).index("value"),),
    )
    if len(rows) <= MOST_ROWS:
        return Words((table,))
    words = _("The newest {shown} of {rows} rows; the files below have all of them.")
    if len(answer.query.metrics) > 1 or len(answer.query.places) > 1:
        words = _("The first {shown} of {rows} rows; the files below have all of them.")
    line = Line(text=words.format(shown=number(MOST_ROWS), rows=number(len(rows))), look="caption")
    return Words((line, table))


def _newest_first(answer: Answer) -> list[Row]:
    """The rows by metric and place in the order of the question, and of each the newest first."""
    series = {
        (metric, place): number
        for number, (metric, place) in enumerate(product(answer.query.metrics, answer.query.places))
    }
    newest = sorted(answer.rows, key=lambda row: row.label, reverse=True)
    return sorted(newest, key=lambda row: series[row.metric, row.place])


def _columns(answer: Answer) -> dict[str, str]:
    """The names of the columns, and what each shows."""
    columns: dict[str, str] = {}
    if len(answer.query.metrics) > 1:
        columns[_("What is counted")] = "metric"
    if len(answer.query.places) > 1:
        columns[_("Place")] = "place"
    if answer.query.grain is not Grain.AS_PUBLISHED:
        columns[_("Period")] = "bucket"
    columns[_("Value")] = "value"
    columns |= _days(answer)
    columns |= {
        _("Status"): "status",
        _("Published"): "published",
        _("Source"): "source_id",
    }
    return columns | {_("Note"): "note"}


def _days(answer: Answer) -> dict[str, str]:
    """The days of a row: of a difference, those of the two totals; else its own period."""
    if answer.query.measure is Measure.NEWLY_DOCUMENTED:
        return {_("From the total on"): "covers_from", _("To the total on"): "covers_to"}
    first = {_("From"): "period_start"} if any(row.period_start for row in answer.rows) else {}
    return {**first, _("To (or on)"): "period_end"}


def _cell(answer: Answer, row: Row, name: str) -> Cell:
    value = getattr(row, name)
    if name == "value":
        return Sentence((value_of(answer, row),))
    if name == "metric":
        return answer.metrics[value].label
    if name == "place":
        return answer.places[value].name
    if name == "status":
        return _(STATUSES[value])
    if isinstance(value, date):
        return unbroken_day(value)
    return "" if value is None else str(value)
