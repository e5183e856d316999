"""What a sealed edition covers, and its digest."""

from __future__ import annotations

import hashlib
from typing import Final

import pandas as pd

from validation.models import TABLES
from validation.tables import Tables

# A citation rests on the counts, on their documents, on what we judged and on what changed in between.
SEALED: Final = ("observations", "sources", "corrections", "breaks")
UNIT: Final = "\x1f"  # ASCII's own separators: no cell holds them, so that no two rows look alike
RECORD: Final = "\x1e"


def rows_by(*, frame: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """The rows that were recorded up to the day."""
    return frame[frame["recorded"] <= day]


def digest_by(*, tables: Tables, day: pd.Timestamp) -> str:
    """SHA-256 over the rows of the sealed tables that were recorded up to the day, hexadecimal.

    It depends on what the cells say: not on how numbers are typed, on line ends, on the order of rows
    or of columns, nor on anything recorded later or on columns that came later and are empty.
    """
    total = hashlib.sha256()
    for table in SEALED:
        rows = rows_by(frame=getattr(tables, table), day=day)
        total.update(f"{table}{RECORD}".encode())
        for row in sorted(_written(table=table, rows=rows)):
            total.update(f"{row}{RECORD}".encode())
    return total.hexdigest()


def _written(*, table: str, rows: pd.DataFrame) -> list[str]:
    """Each row as the names and contents of its filled cells, so that a new empty column changes nothing."""
    written = [""] * len(rows)
    for column in sorted(TABLES[table].columns):
        cells = _as_text(rows[column])
        written = [
            f"{row}{column}{UNIT}{cell}{UNIT}" if cell else row
            for row, cell in zip(written, cells, strict=True)
        ]
    return written


def _as_text(cells: pd.Series) -> list[str]:
    if pd.api.types.is_datetime64_any_dtype(cells):
        return list(cells.dt.strftime("%Y-%m-%d").fillna(""))
    return list(cells.astype("str").where(cells.notna(), ""))
