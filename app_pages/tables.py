"""Tables on pages: columns in words, numbers that line up, text as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd
import streamlit as st

from metrics.plain_text import plain

DAY: Final = "D MMM YYYY"


def escaped(columns: Mapping[str, Iterable[object]]) -> pd.DataFrame:
    """A table's cells for `st.table`, which reads markup."""
    return pd.DataFrame({name: [plain(str(cell)) for cell in column] for name, column in columns.items()})


def text_table(cells: pd.DataFrame) -> None:
    """A table to be read, escaped before: all its words in sight, for a screen reader and on paper too."""
    st.table(cells, hide_index=True)
