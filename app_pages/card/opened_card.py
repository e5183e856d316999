"""A card on top of the page in the browser: a step of its history, and a title of its tab.

The browser's side is assets/browser/card.js.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

import streamlit as st

from app_pages.assets.assets import address_of_asset

LOADER: Final = """
const at = (path) => new URL(path, document.baseURI).href;
export default (component) => import(at("{script}")).then((module) => module.card(component));
"""
NAME: Final = "card-in-browser"
_card = st.components.v2.component(
    NAME, js=LOADER.format(script=address_of_asset("card.js")), isolate_styles=False
)


def note_opened_card(*, title: str, depth: int, back: Callable[[], None]) -> None:
    """Tell the browser which card is open, and how many cards lie on top of one another.

    `back` is called where the reader goes back from a card to the one that it was opened in.
    """

    def on_back() -> None:
        if st.session_state[NAME].get("back") == depth:
            back()

    message = json.dumps({"title": title, "depth": depth}, ensure_ascii=False)
    _card(key=NAME, data=message.encode(), on_back_change=on_back)
