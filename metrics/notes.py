"""The note of each row: how a value was derived, what it covers, and what else was printed.

Notes go into exports and the API, so they are in English whatever the reader's language.
"""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from metrics.phrasing import number
from metrics.query import Grain, Measure, Query
from metrics.records import rows_of
from metrics.winners import rival_values

# A difference whose time is longer or shorter than its bucket by more than this is no measure of the bucket.
TOLERATED_DAYS: Final = 31

NOTED: Final = [
    "formula",
    "note",
    "inputs",
    "is_revision",
    "is_uneven",
    "buckets_between",
    "covers_from",
    "covers_to",
]
REVISION: Final = "revision: the running total was lowered, this is no negative event"


def with_notes(rows: pd.DataFrame, *, query: Query, weighed: pd.DataFrame) -> pd.DataFrame:
    """The rows with `note` (parts joined by `; `), `is_revision`, `is_uneven` and `has_rival`."""
    rivals = rival_values(weighed)
    skipped = rows.get("buckets_between", pd.Series(0, index=rows.index))
    marked = rows.assign(
        buckets_between=skipped.fillna(0),
        is_revision=(query.measure is Measure.NEWLY_DOCUMENTED)
        & (rows["value"] < 0).fillna(False).astype(bool),
        is_uneven=_is_uneven(rows, query),
        has_rival=[any(line in rivals for line in lines) for lines in rows["inputs"]],
    )
    return marked.assign(note=[_note(row, query, rivals) for row in rows_of(marked[NOTED])])


def _note(row: Any, query: Query, rivals: dict[int, list[tuple[int, str]]]) -> str:
    parts = [row.formula, row.note]
    if row.is_revision:
        parts.append(REVISION)
    if row.buckets_between:
        parts.append(f"periods before without an exact total: {row.buckets_between:.0f}")
    if row.is_uneven:
        parts.append(f"covers {days_covered(row)} days, not one {query.grain.replace('_', ' ')}")
    for line in row.inputs:
        parts += [
            f"{source} prints {number(value)} for the same period" for value, source in rivals.get(line, [])
        ]
    return "; ".join(part for part in parts if part)


def days_covered(row: Any) -> int:
    """The days from one running total to the next."""
    return int((row.covers_to - row.covers_from).days)


def _is_uneven(rows: pd.DataFrame, query: Query) -> pd.Series:
    """Whether a difference stands for a time that differs from its bucket by more than a month."""
    if query.measure is not Measure.NEWLY_DOCUMENTED or query.grain is Grain.AS_PUBLISHED:
        return pd.Series(False, index=rows.index)
    covered = (rows["covers_to"] - rows["covers_from"]).dt.days
    return ((covered - rows["bucket_days"]).abs() > TOLERATED_DAYS).fillna(False).astype(bool)
