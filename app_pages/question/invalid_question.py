"""A question that makes no sense: one sentence that says what to choose instead, and no count."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NoReturn

import streamlit as st

from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.invalid_query import ParameterError

PAGES: Final = Path(__file__).parent.parent
# More codes than this are no help in a sentence.
MOST_CODES_SHOWN: Final = 40


def show_invalid_question(error: ParameterError, *, page: str) -> NoReturn:
    """Name the parameter, what was given and what is allowed; link to the defaults; stop the page."""
    st.warning(plain(error.message))
    st.markdown(_allowed(error.allowed))
    st.page_link(_file_of(page), label=_("Start from the defaults"))
    st.stop()


def _file_of(page: str) -> str:
    """The file of a page, whose folder may have a name of its own, as Streamlit knows it."""
    return next(str(file.relative_to(PAGES)) for file in PAGES.glob(f"*/{page}.py"))


def _allowed(allowed: tuple[str, ...]) -> str:
    shown = ", ".join(plain(code) for code in allowed[:MOST_CODES_SHOWN])
    if len(allowed) > MOST_CODES_SHOWN:
        shown += " " + _("and {count} more").format(count=len(allowed) - MOST_CODES_SHOWN)
    return _("Allowed: {codes}.").format(codes=shown)
