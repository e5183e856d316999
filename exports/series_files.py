"""Answers and tables as CSV and as records for JSON: plain text, plain numbers, ISO days."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from math import isnan
from typing import Any, Final

import numpy as np
import pandas as pd

from metrics.answer.answer import Answer
from metrics.counts.typed_rows import Document

# A cell that starts like this is run as a formula by spreadsheets when a person opens the file; in some
# languages they take the wide signs of East Asian letters for the narrow ones.
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
DECIMALS: Final = 4  # of a rate: a count has five digits, and one in fifty million is 0.002 per 100,000
DAY: Final = "D"
NO_DAY: Final = "NaT"  # as numpy writes it


def series_csv(answer: Answer, *, with_mark: bool = False) -> bytes:
    """The rows of an answer as CSV (UTF-8), one line for each row, the columns in the order of the API.

    `with_mark` puts a byte order mark before them: without one, Excel takes Burmese for something else.
    """
    return (BOM_UTF8 if with_mark else b"") + table_csv(answer.to_frame())


def series_records(answer: Answer) -> list[dict[str, Any]]:
    """The rows of an answer for JSON: what is missing is null, counts are whole numbers."""
    return _records({name: _null_for_empty(cells) for name, cells in _columns(answer.to_frame()).items()})


def table_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table for JSON: days in ISO form, text that is not given stays empty."""
    return _records(_columns(frame))


def document_records(documents: Iterable[Document]) -> list[dict[str, Any]]:
    """Documents for JSON, in the columns of sources.csv, with the publisher's name and who it is."""
    return [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(one).items()}
        for one in documents
    ]


def table_csv(frame: pd.DataFrame) -> bytes:
    """A table as CSV (UTF-8, LF).

    Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    columns = _columns(frame)
    lines = _Lines()
    writer = csv.writer(lines, lineterminator=lines.end)
    writer.writerow(columns)
    writer.writerows(zip(*map(_safe, columns.values()), strict=True))
    return "".join(lines.written).encode()


class _Lines:
    """Lines that end with LF, while the writer believes in CR LF.

    It is sure to put marks round a text only where that has a character of the line's end: else one with CR
    breaks its row, and what comes after may be a formula.
    """

    end: Final = "\r\n"

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, line: str) -> None:
        self.written.append(f"{line.removesuffix(self.end)}\n")


def _records(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _columns(frame: pd.DataFrame) -> dict[str, list[Any]]:
    return {str(name): _cells(column) for name, column in frame.items()}


def _cells(column: pd.Series) -> list[Any]:
    """The cells as plain text and numbers, None where one is missing."""
    if column.dtype.kind == "M":
        days = np.datetime_as_string(column.to_numpy(), unit=DAY).tolist()
        return [None if day == NO_DAY else day for day in days]
    if column.dtype.kind == "f":
        numbers = column.to_numpy(dtype=float, na_value=np.nan).tolist()
        return [None if isnan(number) else plain_number(number) for number in numbers]
    cells = column.tolist()
    if column.dtype.kind == "O":  # text: what is missing is None or NaN, which is not equal to itself
        return [None if cell is None or cell != cell else cell for cell in cells]  # noqa: PLR0124
    return [None if pd.isna(cell) else cell for cell in cells] if column.hasnans else cells


def plain_number(value: float) -> int | float:
    """A number with the digits that its figures carry: a count is whole, a rate has four decimals."""
    return int(value) if value.is_integer() else round(value, DECIMALS)


def _null_for_empty(cells: Sequence[Any]) -> list[Any]:
    return [None if cell == "" else cell for cell in cells]


def _safe(cells: Sequence[Any]) -> list[Any]:
    risky = {cell for cell in set(cells) if isinstance(cell, str) and cell.startswith(FORMULA_STARTS)}
    return [f"'{cell}" if cell in risky else cell for cell in cells] if risky else list(cells)
