"""What is known about the reader's screen: light or dark, and whether it is a phone's.

Figures take nothing but the scheme from here: they follow the width of the place where they stand.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from charts.canvas.theme import Look

# The server does not learn the width; a phone says what it is.
PHONES: Final = ("Mobi", "iPhone", "Android")


def look() -> Look:
    """How charts are to be drawn for this reader."""
    return Look(
        scheme="dark" if st.context.theme.type == "dark" else "light",
        narrow=any(name in st.context.headers.get("User-Agent", "") for name in PHONES),
    )
