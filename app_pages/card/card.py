"""The card of a number: all that is known about it, on top of a page or as a page of its own.

One function opens it, whatever was clicked: `show_card`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from app_pages.card.card_words import (
    checks_in_words,
    left_out_in_words,
    number_in_words,
    rest_in_words,
    title_in_words,
)
from app_pages.card.opened_card import note_opened_card
from app_pages.words.reader_language import speak_readers_language
from app_pages.words.words import mount_words
from metrics.card.cards import Card, LeftOut, card_of, left_out_of
from metrics.counts.current_tables import current_snapshot
from metrics.language.wording import _
from metrics.number.card_address import CardQuestion
from validation import Dataset

REQUESTED: Final = "card/requested"
SHOWN: Final = "card/shown"  # the question of the card that is open, and of those before it


def ask_for_card(key: str, question: CardQuestion) -> None:
    """Callback of what shows numbers under this key: the rerun opens the card by `open_requested_card`."""
    st.session_state[REQUESTED] = (key, question)


def open_requested_card(key: str) -> None:
    """Open the card of the number that was clicked under this key, if any was.

    It opens here, since a part of a page that runs again by itself must open what was clicked in it.
    """
    if st.session_state.get(REQUESTED, ("",))[0] == key:
        show_card(st.session_state.pop(REQUESTED)[1])


def show_card(question: CardQuestion) -> None:
    """Open the card of a number on top of the page."""
    st.session_state[SHOWN] = [question]
    st.dialog(_("Where this number comes from"), width="large")(_shown)()


def _shown() -> None:
    """The card that was opened, or the one of a number that was clicked within it."""
    speak_readers_language()
    questions: list[CardQuestion] = st.session_state[SHOWN]
    found = _found(questions[-1])
    # First, so that going back never leaves the site while the rest is still on its way.
    note_opened_card(title=found.title if found else "", depth=len(questions), back=_back)
    if len(questions) > 1:
        st.button(_("Back"), on_click=_back, key="card-back", type="tertiary")
    if found:
        _draw(found, key="opened-card", opened=_open_within)


def _back() -> None:
    """Callback: the card is closed that was opened within another."""
    if len(st.session_state[SHOWN]) > 1:
        st.session_state[SHOWN].pop()


def draw_card(question: CardQuestion) -> str:
    """Draw the card of a question as a page; its title, empty where the question is about no single number.

    A number within it opens its own card on top.
    """
    found = _found(question)
    if found:
        _draw(found, key="card", opened=partial(ask_for_card, "card"))
    open_requested_card("card")
    return found.title if found else ""


@dataclass(frozen=True, kw_only=True)
class _Found:
    """What there is to show of a number: its card, or that of a count which a correction leaves out."""

    dataset: Dataset
    shown: Card | LeftOut

    @property
    def title(self) -> str:
        return title_in_words(self.shown, self.dataset)


def _found(question: CardQuestion) -> _Found | None:
    dataset = current_snapshot().dataset
    if dataset is None:
        return None
    shown: Card | LeftOut | None = card_of(dataset, *question)
    if shown is None and question.since is None:
        shown = left_out_of(dataset, question.query)
    return _Found(dataset=dataset, shown=shown) if shown else None


def _draw(found: _Found, *, key: str, opened: Callable[[CardQuestion], None]) -> None:
    dataset, shown = found.dataset, found.shown
    with st.container(key=key):
        if isinstance(shown, LeftOut):
            mount_words(left_out_in_words(shown, _host()), key=key, opened=opened)
            return
        # One after the other: the reader sees the first part while the checks compare.
        mount_words(number_in_words(shown, dataset), key=key, opened=opened)
        mount_words(checks_in_words(shown, dataset), key=f"{key}/checks", opened=opened)
        mount_words(rest_in_words(shown, dataset, _host()), key=f"{key}/rest", opened=opened)


def _open_within(question: CardQuestion) -> None:
    st.session_state.setdefault(SHOWN, []).append(question)


def _host() -> str:
    """The server as the reader addresses it."""
    parts = urlsplit(str(st.context.url or ""))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
