"""Published counts as the tables list them, each with its document."""

from __future__ import annotations

from typing import Final

from app_pages.words.names import STANDINGS, metric_names, part_name, place_names
from app_pages.words.words import Cell, Table, Words
from exports.numbers import count_of
from metrics.counts.listings import Standing
from metrics.counts.typed_rows import PublishedCount, typed_rows
from metrics.language.phrasing import unbroken_day
from metrics.language.wording import N_, _
from metrics.number.sentence import Sentence
from metrics.query.caching import ByIdentity, cached_words
from metrics.query.query import Query
from validation import Dataset
from validation.models.vocabularies import ALL

COLUMNS: Final = {
    "metric": N_("What is counted"),
    "place": N_("Place"),
    "value": N_("Figure"),
    "period_start": N_("From"),
    "period_end": N_("To (or on)"),
    "part": N_("Of which"),
    "counted_by": N_("Counted by"),
    "standing": N_("Use"),
    "reason": N_("Why it is left out"),
    "source_id": N_("Document"),
    "locator": N_("Look for"),
    "note": N_("Note"),
}
PARTS: Final = ("group", "sex", "age", "detail", "event_id")
MAY_BE_LEFT_OUT: Final = ("period_start", "part", "reason", "note")


@cached_words
def counts_table(dataset: Dataset, counts: ByIdentity, query: Query) -> Words:
    """Published counts (a frame of `listings`) with their documents and where in them they are found.

    The numbers open their cards, by the clocks of the question. Columns that say nothing of any of them are
    left out.
    """
    rows = [_in_words(dataset, row, query) for row in typed_rows(counts.value, PublishedCount)]
    names = [name for name in COLUMNS if name not in MAY_BE_LEFT_OUT or any(row[name] for row in rows)]
    table = Table(
        label=_("Published figures"),
        head=tuple(_(COLUMNS[name]) for name in names),
        rows=tuple(tuple(row[name] for name in names) for row in rows),
        numeric=(names.index("value"),),
    )
    return Words((table,))


def _in_words(dataset: Dataset, row: PublishedCount, query: Query) -> dict[str, Cell]:
    as_written = {name: str(getattr(row, name)) for name in COLUMNS if name != "part"}
    return {
        **as_written,
        "metric": metric_names(dataset)[row.metric],
        "place": place_names(dataset)[row.place],
        "value": _count(row, query),
        "period_start": unbroken_day(row.period_start),
        "period_end": unbroken_day(row.period_end),
        "part": part_in_words(dataset, **{part: getattr(row, part) for part in PARTS}),
        "standing": _(STANDINGS[row.standing]),
    }


def _count(row: PublishedCount, query: Query) -> Cell:
    return Sentence((count_of(row, query, stands=row.standing == Standing.STANDS),))


def part_in_words(dataset: Dataset, **count: str) -> str:
    """Of whom a count is, by any of its group, sex, age, detail and event_id; empty where it is of all."""
    usual = {"group": dataset.settings.defaults.group, "sex": ALL, "age": ALL}
    named = {name: code for name, code in count.items() if code != usual.get(name, "")}
    in_words = {name: part_name(dataset, code) if name in usual else code for name, code in named.items()}
    return "; ".join(in_words[name] for name in PARTS if name in in_words)
