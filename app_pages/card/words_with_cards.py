"""Words on a page; each number in them opens its card."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app_pages.card.card import ask_for_card, open_requested_card
from app_pages.words.words import Words, mount_words


def write(words: Words, *, key: str, chosen: Callable[[str], None] | None = None) -> None:
    """Put the words on the page. A number that is clicked, or entered by the keyboard, opens its card.

    `chosen` is called with the code of a choice among the words.
    """
    mount_words(words, key=key, opened=partial(ask_for_card, key), chosen=chosen)
    open_requested_card(key)
