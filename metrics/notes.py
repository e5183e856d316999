"""The note of each row: how a value was derived, what it covers, and what else was printed.

Notes go into exports and the API, so they are in English whatever the reader's language.
"""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from metrics.answer import Status
from metrics.phrasing import number
from metrics.query import Grain, Measure, Query
from metrics.records import rows_of
from metrics.winners import rival_values

# A difference whose ends lie farther from those of its bucket than this is no measure of the bucket.
TOLERATED_DAYS: Final = 31

WITH_VALUE: Final = (str(Status.REPORTED), str(Status.DERIVED))
NOTED: Final = [
    "metric",
    "formula",
    "note",
    "inputs",
    "is_revision",
    "is_uneven",
    "buckets_between",
    "covers_from",
    "covers_to",
    "left_out",
]
REVISION: Final = "revision: the running total was lowered, this is no negative event"


def with_notes(
    rows: pd.DataFrame, *, query: Query, weighed: pd.DataFrame, excluded: pd.DataFrame
) -> pd.DataFrame:
    """The rows with `note` (parts joined by `; `), `is_revision`, `is_uneven` and `has_rival`."""
    rivals = rival_values(weighed)
    skipped = rows.get("buckets_between", pd.Series(0, index=rows.index))
    marked = rows.assign(
        buckets_between=skipped.fillna(0),
        is_revision=(query.measure is Measure.NEWLY_DOCUMENTED)
        & (rows["value"] < 0).fillna(False).astype(bool),
        is_uneven=_is_uneven(rows, query),
        has_rival=[any(line in rivals for line in lines) for lines in rows["inputs"]],
        left_out=_left_out(rows, excluded),
    )
    notes = [_note(row, query, rivals) for row in rows_of(marked[NOTED])]
    return marked.assign(note=pd.Series(notes, index=marked.index, dtype=str))


def _note(row: Any, query: Query, rivals: dict[int, list[tuple[int, str, str]]]) -> str:
    parts = [row.formula, row.note]
    if row.left_out:
        parts.append(f"counts of this period that corrections leave out: {row.left_out}")
    if row.is_revision:
        parts.append(REVISION)
    if row.buckets_between:
        parts.append(f"periods before without an exact total: {row.buckets_between:.0f}")
    if row.is_uneven:
        parts.append(f"covers {days_covered(row)} days, not one {query.grain.replace('_', ' ')}")
    for line in row.inputs:
        parts += [
            f"{source} prints {number(value)}{_of_part(row, metric)} for the same period"
            for value, metric, source in rivals.get(line, [])
        ]
    return "; ".join(part for part in parts if part)


def _of_part(row: Any, metric: str) -> str:
    """Which part of a derived value is meant; nothing where the count is of the row's own metric."""
    return "" if metric == row.metric else f" {metric}"


def days_covered(row: Any) -> int:
    """The days from one running total to the next."""
    return int((row.covers_to - row.covers_from).days)


def _is_uneven(rows: pd.DataFrame, query: Query) -> pd.Series:
    """Whether a difference covers another time than its bucket: its days off at both ends, added up."""
    if query.measure is not Measure.NEWLY_DOCUMENTED or query.grain is Grain.AS_PUBLISHED:
        return pd.Series(False, index=rows.index)
    day_before = rows["bucket_start"] - pd.Timedelta(days=1)
    early_or_late = (rows["covers_from"] - day_before).dt.days.abs()
    early_or_late += (rows["covers_to"] - rows["bucket_end"]).dt.days.abs()
    return (early_or_late > TOLERATED_DAYS).fillna(False).astype(bool)


def _left_out(rows: pd.DataFrame, excluded: pd.DataFrame) -> list[int]:
    """For each bucket without a value, how many of its published counts a correction takes out."""
    if excluded.empty or "bucket_end" not in rows:
        return [0] * len(rows)
    days = list(zip(excluded["metric"], excluded["place"], excluded["period_end"], strict=True))
    return [
        0
        if row.status in WITH_VALUE
        else sum(
            (metric, place) == (row.metric, row.place) and row.bucket_start <= day <= row.bucket_end
            for metric, place, day in days
        )
        for row in rows_of(rows[["metric", "place", "status", "bucket_start", "bucket_end"]])
    ]
