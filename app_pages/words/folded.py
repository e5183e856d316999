"""Parts of a page that are folded away until the reader opens them, and cost nothing until then."""

from __future__ import annotations

import streamlit as st

from metrics.language.plain_text import plain_label


def unfolded(label: str, *, key: str) -> bool:
    """A switch with these words; whether it is on.

    Not an expander: that has its content sent whether it is opened or not, tables with the scripts that
    show them, and for its arrow a font of 375 kB.
    """
    return st.toggle(plain_label(label), key=f"unfold-{key}")
