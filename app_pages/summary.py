"""Summary: written later."""

import streamlit as st

from metrics.wording import _

st.title(_("Summary"))
