"""The parameters in the browser's address: read, and written out whole.

An address is the reader's whenever it differs from what this session wrote last, unless a widget
was changed in the same rerun: then the browser has not yet heard of the last writing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import streamlit as st

from metrics.language.wording import ENGLISH, language
from metrics.question.address import LANGUAGE, TRACKING

Pairs = tuple[tuple[str, str], ...]

WRITTEN: Final = "address/written"
CHANGED: Final = "address/widget_changed"


def given_parameters() -> Pairs:
    """The address's parameters in their order, without the language and those that only track the reader."""
    return tuple(
        (name, value)
        for name in st.query_params
        if name != LANGUAGE and not TRACKING.fullmatch(name)
        for value in st.query_params.get_all(name)
    )


def write_parameters(page: str, pairs: Iterable[tuple[str, str]]) -> None:
    """Put the parameters into the address, all of them, the language and no others.

    Nothing happens where they are already.
    """
    wanted = tuple(pairs)
    st.session_state[WRITTEN] = (page, wanted)
    code = language.get()
    spoken = () if code == ENGLISH else ((LANGUAGE, code),)
    written = tuple((name, value) for name in st.query_params for value in st.query_params.get_all(name))
    if (*wanted, *spoken) != written:
        st.query_params.from_dict(grouped((*wanted, *spoken)))


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Parameters by name, each with its values in order."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return values


def last_written(page: str) -> Pairs | None:
    """What this session wrote last, if it was for this page."""
    written_for, pairs = st.session_state.get(WRITTEN, ("", ()))
    return pairs if written_for == page else None


def note_widget_change() -> None:
    """Callback of every widget of the question: it wins over an address that lags behind."""
    st.session_state[CHANGED] = True


def take_widget_change() -> bool:
    """Whether a widget was changed since the last call."""
    return bool(st.session_state.pop(CHANGED, False))
