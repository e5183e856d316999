"""A question that makes no sense: what is wrong in a reader's words, a way on, and no count.

Below these, for whoever made the link, the parameter and what is allowed, as the data API says it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NoReturn

import streamlit as st

from app_pages.question.menus import LABELS
from app_pages.words.names import GRAINS, MEASURES, translated
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.invalid_query import ParameterError

PAGES: Final = Path(__file__).parent.parent
# More codes than this are no help in a sentence.
MOST_CODES_SHOWN: Final = 40


def show_invalid_question(error: ParameterError, *, page: str) -> NoReturn:
    """Say what the link asks for that is not there; link to the defaults; stop the page."""
    st.warning(plain(in_readers_words(error)))
    st.page_link(_file_of(page), label=_("Start again"))
    st.caption(plain(error.message))
    st.caption(_allowed(error.allowed))
    st.stop()


def in_readers_words(error: ParameterError) -> str:
    """One sentence without names of parameters, where the parameter has a label on the pages."""
    label = LABELS.get(error.parameter)
    if label is None:
        return _("This link asks for something that this page does not have.")
    value = (translated(MEASURES) | translated(GRAINS)).get(error.value, error.value)
    if error.is_unknown:
        return _("This link asks for “{value}” under “{label}”, which is not there.").format(
            value=value, label=_(label)
        )
    return _(
        "This link has no answer: “{label}” cannot be “{value}” together with its other choices."
    ).format(label=_(label), value=value)


def _file_of(page: str) -> str:
    """The file of a page, whose folder may have a name of its own, as Streamlit knows it."""
    return next(str(file.relative_to(PAGES)) for file in PAGES.glob(f"*/{page}.py"))


def _allowed(allowed: tuple[str, ...]) -> str:
    shown = ", ".join(plain(code) for code in allowed[:MOST_CODES_SHOWN])
    if len(allowed) > MOST_CODES_SHOWN:
        shown += " " + _("and {count} more").format(count=len(allowed) - MOST_CODES_SHOWN)
    return _("Allowed: {codes}.").format(codes=shown)
