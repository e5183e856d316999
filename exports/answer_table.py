"""The rows of an answer as a table to be read, in words, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final

from exports.numbers import value_of
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.language.phrasing import unbroken_day
from metrics.language.wording import N_, _
from metrics.number.sentence import Sentence
from metrics.query.query import Grain, Measure

STATUSES: Final = {
    "reported": N_("reported"),
    "derived": N_("calculated"),
    "not_reported": N_("no figure"),
    "no_longer_published": N_("no longer published"),
    "suppressed": N_("withheld"),
}


@dataclass(frozen=True, kw_only=True)
class AnswerTable:
    """Names of columns, and rows; `numeric` is the column of the numbers, which know their cards.

    shown: the rows of the answer behind them; `count` is the number of all. Of several series the first are
        shown, of one the newest.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str | Sentence, ...], ...]
    numeric: int
    shown: tuple[Row, ...]
    count: int


def answer_table(answer: Answer, *, most: int) -> AnswerTable:
    """The first `most` rows; metric and place only where several have to be told apart."""
    rows = _newest_first(answer)
    columns = _columns(answer)
    return AnswerTable(
        head=tuple(columns),
        rows=tuple(tuple(_cell(answer, row, name) for name in columns.values()) for row in rows[:most]),
        numeric=list(columns.values()).index("value"),
        shown=tuple(rows[:most]),
        count=len(rows),
    )


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


def _cell(answer: Answer, row: Row, name: str) -> str | Sentence:
    value = getattr(row, name)
    if name == "value":
        return Sentence((value_of(answer, row),))
    if name == "metric":
        return _(answer.metrics[value].label)
    if name == "place":
        return answer.places[value].name
    if name == "status":
        return _(STATUSES[value])
    if isinstance(value, date):
        return unbroken_day(value)
    return "" if value is None else str(value)
