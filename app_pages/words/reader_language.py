"""The language of the reader: asked by the address, kept over the pages of a session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from metrics.language.wording import (
    ENGLISH,
    N_,
    _,
    is_draft,
    language,
    languages,
    name_of_language,
    spoken_in,
)
from metrics.question.address import LANGUAGE

SPOKEN: Final = "language/spoken"
DRAFT: Final = N_("Draft translation, to be checked by a native reader.")
DRAFT_IN_SHORT: Final = N_("draft")


def speak_readers_language() -> None:
    """Put whatever follows in this rerun into the language that the address asks for.

    An address without one, as the next page of a session begins with, keeps the session's. For a language
    that there are no words in, pages say so in English. A fragment must call this too: its thread is its own.
    """
    asked = st.query_params.get(LANGUAGE, st.session_state.get(SPOKEN, ENGLISH))
    code = asked if asked in languages() else ENGLISH
    st.session_state[SPOKEN] = code
    language.set(code)


def language_choice(path: str) -> dict[str, Any]:
    """The languages to choose from on the page at this path, each by its own name, and whether it is a draft.

    `note` says in English and in the language itself that the words that are shown now are a draft.
    """
    return {
        "label": _("Language"),
        "languages": [_offered(code, path) for code in sorted(languages(), key=lambda one: one != ENGLISH)],
        "note": _in_both(DRAFT, language.get()) if is_draft(language.get()) else [],
    }


def _offered(code: str, path: str) -> dict[str, Any]:
    return {
        "code": code,
        "name": name_of_language(code),
        "href": f"./{path}?{LANGUAGE}={code}",
        "current": code == language.get(),
        "draft": _in_both(DRAFT_IN_SHORT, code) if is_draft(code) else [],
    }


def _in_both(words: str, code: str) -> list[Mapping[str, str]]:
    """The words in English and in the language, each with its code, for who hears them."""
    with spoken_in(code):
        return [{"code": ENGLISH, "text": words}, {"code": code, "text": _(words)}]
