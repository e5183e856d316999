"""The rows of a frame one after the other, where a sentence is made of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """Each row as a named tuple; `Index` is its label."""
    yield from frame.itertuples()
