"""The rows of an answer as a frame: for exports and tests, which want columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray
from pandas.arrays import FloatingArray

from metrics.answer.rows import Row
from metrics.query.query import Query

SERIES_COLUMNS: Final = (
    "metric",
    "place",
    "group",
    "sex",
    "age",
    "detail",
    "measure",
    "bucket",
    "period_start",
    "period_end",
    "covers_from",
    "covers_to",
    "value",
    "qualifier",
    "status",
    "counted_by",
    "source_id",
    "published",
    "note",
    "value_to",
)
# What the question fixes for all rows.
FIXED: Final = ("group", "sex", "age", "detail", "measure", "counted_by")
DAYS: Final = ("period_start", "period_end", "covers_from", "covers_to", "published")
CODES: Final = ("metric", "place", "qualifier", "source_id")
TEXT: Final = ("bucket", "status", "note")
TEXT_TYPE: Final = pd.StringDtype(na_value=np.nan)  # what pandas calls `str`


def frame_of(rows: Sequence[Row], query: Query) -> pd.DataFrame:
    """The rows as a frame with the columns SERIES_COLUMNS, numbered from 0."""
    values = {
        name: [getattr(row, name) for row in rows] for name in (*TEXT, *CODES, *DAYS, "value", "value_to")
    }
    columns: dict[str, Any] = {
        **{name: _text([str(getattr(query, name))] * len(rows)) for name in FIXED},
        **{name: _text(values[name]) for name in TEXT},
        **{name: pd.Index(values[name], dtype=object) for name in CODES},
        **{name: _days(values[name]) for name in DAYS},
        "value": _numbers(values["value"]),
        "value_to": _numbers(values["value_to"]),
    }
    return pd.DataFrame({name: columns[name] for name in SERIES_COLUMNS})


def _days(days: Sequence[date | None]) -> npt.NDArray[np.datetime64]:
    return np.array(days, dtype="datetime64[D]").astype("datetime64[us]")


def _numbers(values: Sequence[float | None]) -> ExtensionArray:
    numbers = np.array(values, dtype=float)  # None becomes NaN
    return FloatingArray(numbers, np.isnan(numbers))


def _text(cells: Sequence[str]) -> ExtensionArray:
    return pd.array(cells, dtype=TEXT_TYPE)
