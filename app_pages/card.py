"""The card of a number: all that is known of it, on top of a page or as a page of its own.

One function opens it, whatever was clicked: `show_card`.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from app_pages.card_words import checks_in_words, left_out_in_words, number_in_words, rest_in_words
from app_pages.platform.words import mount_words
from metrics.card_address import CardQuestion
from metrics.cards import card_of, left_out_of
from metrics.current import standing
from metrics.wording import _
from validation import Dataset

ASKED: Final = "card/asked"
SHOWN: Final = "card/shown"  # the question of the card that is open, and of those before it


def ask_for_card(key: str, question: CardQuestion) -> None:
    """Callback of what shows numbers under this key: the rerun opens the card by `open_asked`."""
    st.session_state[ASKED] = (key, question)


def open_asked(key: str) -> None:
    """Open the card that was asked for by what was just drawn under this key, if any was.

    There, since a part of a page that runs again by itself must open what was clicked in it.
    """
    if st.session_state.get(ASKED, ("",))[0] == key:
        show_card(st.session_state.pop(ASKED)[1])


def show_card(question: CardQuestion) -> None:
    """Open the card of a number on top of the page."""
    st.session_state[SHOWN] = [question]
    st.dialog(_("Where this number is from"), width="large")(_shown)()


def _shown() -> None:
    """The card that was opened, or the one of a number that was clicked within it."""
    questions: list[CardQuestion] = st.session_state[SHOWN]
    if len(questions) > 1:
        st.button(_("Back"), on_click=questions.pop, key="card-back", type="tertiary")
    draw_card(questions[-1])


def draw_card(question: CardQuestion) -> bool:
    """Draw the card that is asked; false where the question is about no single number."""
    dataset = standing().dataset
    if dataset is None:
        return False
    card = card_of(dataset, *question)
    if card is None:
        return _draw_left_out(dataset, question)
    with st.container(key="card"):
        # One after the other: what is asked first stands there while the checks compare.
        mount_words(number_in_words(card, dataset), key="card", opened=_open_within)
        mount_words(checks_in_words(card, dataset), key="card-checks", opened=_open_within)
        mount_words(rest_in_words(card, dataset, _host()), key="card-rest", opened=_open_within)
    return True


def _draw_left_out(dataset: Dataset, question: CardQuestion) -> bool:
    """Draw what is known of a number that a correction leaves out; false where there is none."""
    left_out = left_out_of(dataset, question.query)
    if left_out is None:
        return False
    with st.container(key="card"):
        mount_words(left_out_in_words(left_out), key="card", opened=_open_within)
    return True


def _open_within(question: CardQuestion) -> None:
    st.session_state.setdefault(SHOWN, []).append(question)


def _host() -> str:
    """The server as the reader addresses it."""
    parts = urlsplit(str(st.context.url or ""))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
