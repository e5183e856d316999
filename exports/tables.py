"""Answers and tables as CSV and as records for JSON: plain text, plain numbers, ISO days."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from metrics.answer import Answer

# A cell that starts like this is run as a formula by spreadsheets when a person opens the file.
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
ISO_DAY: Final = "%Y-%m-%d"


def series_csv(answer: Answer) -> bytes:
    """The rows of an answer as CSV (UTF-8), one line for each row, the columns in the order of the API."""
    return table_csv(answer.rows)


def series_records(answer: Answer) -> list[dict[str, Any]]:
    """The rows of an answer for JSON: what is missing is null, counts are whole numbers."""
    written = _with_iso_days(answer.rows)
    records = []
    for row in written.to_dict("records"):
        value = row["value"]
        records.append({**row, "value": None if pd.isna(value) else _plain_number(value)})
    return [{name: cell if cell != "" else None for name, cell in row.items()} for row in records]


def table_csv(frame: pd.DataFrame) -> bytes:
    """A table as CSV (UTF-8, LF).

    Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    written = _with_iso_days(frame)
    for column in written.columns:
        if pd.api.types.is_float_dtype(written[column]):
            written[column] = [_number_cell(value) for value in written[column]]
        elif not pd.api.types.is_numeric_dtype(written[column]):
            written[column] = [_safe_text(cell) for cell in written[column]]
    return written.to_csv(index=False, lineterminator="\n").encode()


def _with_iso_days(frame: pd.DataFrame) -> pd.DataFrame:
    written = frame.copy()
    for column in frame.columns:
        if pd.api.types.is_datetime64_any_dtype(frame[column]):
            written[column] = frame[column].dt.strftime(ISO_DAY).fillna("").astype(object)
    return written


def _plain_number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else float(value)


def _number_cell(value: float) -> str:
    return "" if pd.isna(value) else str(_plain_number(value))


def _safe_text(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
