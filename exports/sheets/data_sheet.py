"""The rows of an answer as a sheet: numbers and days as such, what is missing as an empty cell and a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from exports.answer_table import STATUSES
from exports.series_files import plain_number
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.answer.who_is_counted import label_of
from metrics.counts.typed_rows import Document, documents_by_code
from metrics.language.wording import N_, _
from metrics.query.query import Measure

QUALIFIERS: Final = {
    "exact": N_("exact"),
    "at_least": N_("at least"),
    "about": N_("about"),
    "up_to": N_("up to"),
    "between": N_("between this and the upper end"),
    "suppressed": N_("withheld (small number)"),
}
Cell = str | float | date | None


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its name, its width in letters, and the cell of a row."""

    name: str
    width: int
    cell: Callable[[Row], Cell]


def columns_of(answer: Answer) -> list[Column]:
    """Words first, for people; last the codes by which the row is found in the tables."""
    documents = documents_by_code(answer.sources)
    return [*_words(answer), *_figures(answer), *_origin(answer, documents), *_codes()]


def _words(answer: Answer) -> list[Column]:
    return [
        Column(name=_("What is counted"), width=28, cell=lambda row: label_of(answer, row.metric)),
        Column(name=_("Place"), width=20, cell=lambda row: answer.places[row.place].name),
        Column(name=_("Period"), width=12, cell=lambda row: row.bucket),
    ]


def _figures(answer: Answer) -> list[Column]:
    is_difference = answer.query.measure is Measure.NEWLY_DOCUMENTED
    first, last = ("covers_from", "covers_to") if is_difference else ("period_start", "period_end")
    names = (_("From the total on"), _("To the total on")) if is_difference else (_("From"), _("To (or on)"))
    return [
        Column(name=names[0], width=14, cell=lambda row: getattr(row, first)),
        Column(name=names[1], width=14, cell=lambda row: getattr(row, last)),
        Column(name=_("Value"), width=12, cell=lambda row: _number(row.value)),
        Column(name=_("Upper end"), width=12, cell=lambda row: _number(row.value_to)),
        Column(name=_("Qualifier"), width=14, cell=_qualifier),
        Column(name=_("Status"), width=18, cell=lambda row: _(STATUSES[row.status])),
        Column(name=_("Caveats"), width=10, cell=_caveats(answer)),
    ]


def _number(value: float | None) -> float | None:
    return None if value is None else plain_number(value)


def _caveats(answer: Answer) -> Callable[[Row], str]:
    """The numbers of the caveats that are about a row, as the sheet of checks has them."""
    numbers: dict[int, list[str]] = {}
    for number, caveat in enumerate(answer.caveats, start=1):
        for label in caveat.rows:
            numbers.setdefault(label, []).append(str(number))
    return lambda row: ", ".join(numbers.get(row.label, ()))


def _qualifier(row: Row) -> str:
    """Of a row without a value only that a small number is withheld is said."""
    has_words = row.value is not None or row.qualifier == "suppressed"
    return _(QUALIFIERS[row.qualifier]) if has_words else ""


def _origin(answer: Answer, documents: Mapping[str, Document]) -> list[Column]:
    def title(row: Row) -> str:
        return documents[row.source_id].called if row.source_id in documents else ""

    return [
        Column(name=_("Counted by"), width=28, cell=lambda _row: answer.counter),
        Column(name=_("Published"), width=14, cell=lambda row: row.published),
        Column(name=_("Source"), width=40, cell=title),
        Column(name=_("Note"), width=40, cell=lambda row: row.note),
    ]


def _codes() -> list[Column]:
    """The names of the data API, which are the same in every language."""
    return [
        Column(name=name, width=14, cell=lambda row, name=name: getattr(row, name))  # type: ignore[misc]
        for name in ("metric", "place", "source_id")
    ]
