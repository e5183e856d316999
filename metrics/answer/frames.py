"""The one frame that is made of an answer's rows, at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray
from pandas.arrays import FloatingArray

from metrics.answer.answer import SERIES_COLUMNS
from metrics.answer.rows import Row
from metrics.query.days import column_of_days
from metrics.query.query import Query

# What the question fixes for all rows.
FIXED: Final = ("group", "sex", "age", "detail", "measure", "counted_by")
DAYS: Final = ("period_start", "period_end", "covers_from", "covers_to", "published")
CODES: Final = ("metric", "place", "qualifier", "source_id")
TEXT: Final = ("bucket", "status", "note")
TEXT_TYPE: Final = pd.StringDtype(na_value=np.nan)  # what pandas calls `str`


def frame_of(rows: Sequence[Row], query: Query) -> pd.DataFrame:
    """The rows as a frame with the columns SERIES_COLUMNS, numbered from 0."""
    values: dict[str, Sequence[Any]] = dict.fromkeys(Row._fields, ())
    values |= zip(Row._fields, zip(*rows, strict=True), strict=bool(rows))
    columns: dict[str, Any] = {
        **{name: _text([str(getattr(query, name))] * len(rows)) for name in FIXED},
        **{name: _text(values[name]) for name in TEXT},
        **{name: pd.Index(values[name], dtype=object) for name in CODES},
        **{name: column_of_days(values[name]) for name in DAYS},
        "value": _numbers(values["value"]),
    }
    return pd.DataFrame({name: columns[name] for name in SERIES_COLUMNS})


def _numbers(values: Sequence[float]) -> ExtensionArray:
    numbers = np.array(values, dtype=float)
    return FloatingArray(numbers, np.isnan(numbers))


def _text(cells: Sequence[str]) -> ExtensionArray:
    return pd.array(cells, dtype=TEXT_TYPE)
