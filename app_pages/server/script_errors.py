"""An unexpected exception on a page: the log gets it in full, the reader one honest sentence."""

from __future__ import annotations

import streamlit as st

from metrics.language.wording import _


def show_internal_error(_error: Exception) -> bool:
    """Show one sentence in place of Streamlit's own message; Streamlit has written the log by then."""
    st.error(
        _(
            "This page could not be shown in full because of an error in the software, not in the"
            " data. Nothing is missing from the data. The error has been logged."
        )
    )
    return True
