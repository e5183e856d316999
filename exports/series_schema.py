"""The columns of a series: their types, and what is in them, in the words of Table Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from metrics.answer.frames import SERIES_COLUMNS
from metrics.query.query import Status
from validation.models.vocabularies import QUALIFIERS


class Field(NamedTuple):
    """The type of a column, and what its cells say."""

    type: str
    description: str


FIELDS: Final[Mapping[str, Field]] = {
    "metric": Field("string", "What is counted: a code of metrics.csv."),
    "place": Field("string", "Where: a code of places.csv."),
    "group": Field("string", "Which people: political, all_prisoners, or a word of the data set's own."),
    "sex": Field("string", "Of which sex: all, or a part."),
    "age": Field("string", "Of which age: all, or a part."),
    "detail": Field("string", "What else narrows the count, as `cause: airstrike`; empty for the whole."),
    "measure": Field("string", "What kind of number: level, total, newly_documented, happened, per_100k."),
    "bucket": Field("string", "The period of the question: a day, a month, a quarter, a year."),
    "period_start": Field("date", "The first day of the count's own period; empty for a stock."),
    "period_end": Field("date", "The last day of the count's own period, or the day of a stock."),
    "covers_from": Field("date", "Of a difference: the day of the earlier total."),
    "covers_to": Field("date", "Of a difference: the day of the later total."),
    "value": Field("number", "The number; empty where there is none: read `status` first."),
    "qualifier": Field("string", "Whether the number is exact, a lower or upper limit, rounded, or a range."),
    "status": Field("string", "Whether it is published, calculated, or why there is none."),
    "counted_by": Field("string", "Who counted: a code of organisations.csv."),
    "source_id": Field(
        "string", "The document: a code of sources.csv; of a difference, that of the later total."
    ),
    "published": Field("date", "The day of that document."),
    "note": Field("string", "The formula, what is covered, what else was published; in English."),
    "value_to": Field("number", "The upper end of a range; else empty."),
}
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "qualifier": QUALIFIERS,
    "status": tuple(map(str, Status)),
}


def series_schema() -> dict[str, Any]:
    """The Table Schema of a series; a row is known by its metric, its place and its bucket."""
    return {
        "fields": [_field(name, FIELDS[name]) for name in SERIES_COLUMNS],
        "missingValues": [""],
        "primaryKey": ["metric", "place", "bucket"],
    }


def _field(name: str, field: Field) -> dict[str, Any]:
    constraints = {"enum": list(WORDS[name])} if name in WORDS else {}
    return {"name": name, **field._asdict(), **({"constraints": constraints} if constraints else {})}
