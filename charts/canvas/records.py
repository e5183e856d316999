"""Rows of a frame as plain named tuples, for marks and words are made row by row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

import pandas as pd

from metrics.query.days import date_of, days_of

Record = TypeVar("Record", bound=NamedTuple)


def records(frame: pd.DataFrame, kind: type[Record], **more: Iterable[Any]) -> tuple[Record, ...]:
    """The rows, with the columns that the kind names and what else is given: see `values_of`."""
    columns = [more[name] if name in more else values_of(frame[name]) for name in kind._fields]
    return tuple(kind._make(values) for values in zip(*columns, strict=True))


def values_of(column: pd.Series) -> list[Any]:
    """The values of a column as Python knows them: days are dates, and what is missing is None."""
    if column.dtype.kind == "M":
        return [None if day is None else date_of(day) for day in days_of(column)]
    values = column.tolist()
    if not column.hasnans:
        return values
    return [None if is_missing else value for value, is_missing in zip(values, column.isna(), strict=True)]
