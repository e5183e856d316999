"""Rows selected in a table are known by their code: Streamlit knows them by position only.

    drawn = st.dataframe(..., key=rows_key("documents", codes), on_select="rerun", ...)
    selected_codes(drawn, codes)

A position outlives the row that it was of, where the table gets other rows under the same key: by another
day of knowledge, or by an update of the tables. So other rows are another table to Streamlit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any


def rows_key(name: str, codes: Sequence[str]) -> str:
    """The key of the table that has these rows in this order; with other rows it has another key."""
    return f"{name}-{hashlib.sha256(chr(0).join(codes).encode()).hexdigest()[:12]}"


def row_selected(code: str, codes: Sequence[str]) -> Any:  # Streamlit's type of it is an inner one
    """The first selection of a table: the row of this code, or None where no row has it."""
    return {"selection": {"rows": [codes.index(code)]}} if code in codes else None


def selected_codes(table: Any, codes: Sequence[str]) -> list[str]:
    """The codes of the rows that are selected in the table that was drawn with these rows."""
    return [codes[position] for position in table.selection.rows]
