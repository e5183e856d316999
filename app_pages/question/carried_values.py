"""Choices that stay when the reader goes to another page: the two clocks, and who counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import streamlit as st

CARRIED: Final = ("known_on", "edition", "counted_by")
CARRIED_VALUES: Final = "question/carried"


def carried() -> dict[str, str]:
    """The carried parameters, each with its code; empty before the first page has written its address."""
    return dict(st.session_state.get(CARRIED_VALUES, {}))


def carry(pairs: Iterable[tuple[str, str]]) -> None:
    """Keep for other pages those of a page's parameters that are carried."""
    st.session_state[CARRIED_VALUES] = {name: code for name, code in pairs if name in CARRIED}
