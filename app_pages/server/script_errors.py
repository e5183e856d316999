"""An exception that no page expected: the log gets it all, the reader one honest sentence."""

from __future__ import annotations

import streamlit as st

from metrics.language.wording import _


def say_that_it_is_our_fault(_error: Exception) -> bool:
    """Say so in one sentence, in place of Streamlit's own; Streamlit has written the log by then."""
    st.error(
        _(
            "This page could not be drawn: an error in this software, not in the counts. "
            "Nothing below this line is missing from the data. It has been written to the log."
        )
    )
    return True
