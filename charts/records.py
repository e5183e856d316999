"""Rows of a frame as plain records, for marks and words are made row by row."""

from __future__ import annotations

from typing import Any

import pandas as pd

Row = dict[str, Any]


def records(frame: pd.DataFrame) -> list[Row]:
    """The rows by column; `label` is the row's label in the frame."""
    labels = [int(label) for label in frame.index]
    columns = {str(name): frame[name].tolist() for name in frame.columns}
    names = [*columns, "label"]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns.values(), labels, strict=True)]
