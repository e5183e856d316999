"""The menu: five places, and the pages of the one where the reader is.

The Python side of assets/browser/menu.js. One component instead of a link of Streamlit's for each page: it
is a list of links to a screen reader, marks where one is, folds by the width that it has, and costs a rerun
one element.
"""

from __future__ import annotations

import json
from typing import Any, Final

import streamlit as st

from app_pages.assets.assets import address_of_asset
from app_pages.frame.pages import PLACES, PageEntry, page_entry, pages_of
from app_pages.words.reader_language import language_choice
from metrics.language.wording import _
from metrics.query.caching import cached_words
from metrics.question.address import in_readers_language

LOADER: Final = """
const at = (path) => new URL(path, document.baseURI).href;
export default (component) => import(at("{script}")).then((module) => module.menu(component));
"""
BRAND: Final = "Detention Metrics"
_menu = st.components.v2.component(
    "menu", js=LOADER.format(script=address_of_asset("menu.js")), isolate_styles=False
)


def menu(current: PageEntry) -> PageEntry | None:
    """Draw the menu as it stands on this page; the page that the reader has just chosen in it, or None."""
    chosen = _menu(
        key="menu",
        data=_message(current.name),
        on_chosen_change=lambda: None,
        on_returned_change=lambda: None,  # after a lost connection: the rerun itself is what is asked
    ).get("chosen")
    names = [entry.name for place in PLACES for entry in pages_of(place)]
    return page_entry(chosen) if chosen in names else None


@cached_words
def _message(current: str) -> bytes:
    """The message to the browser, as JSON in bytes: the one type that Streamlit passes on unchanged."""
    here = page_entry(current)
    content = {
        "brand": BRAND,
        "menu": _("Menu"),
        "label": _("Places"),
        "lost": _(
            "No connection to the server. You can go on reading, presenting and printing this page; choices"
            " work again as soon as the connection is back."
        ),
        "printed": _("Printed on {day} from {address}"),
        "places": [_place(place, here) for place in PLACES],
        "languages": language_choice(here.path),
        "beside": {"label": _(here.place), "pages": _pages(here.place, here)} if here.place else None,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _place(place: str, here: PageEntry) -> dict[str, Any]:
    """A place: a link to the page that it opens with, and its pages."""
    first = pages_of(place)[0]
    return {
        **_link(first, _(place), here),
        "within": place == here.place,
        "pages": _pages(place, here),
    }


def _pages(place: str, here: PageEntry) -> list[dict[str, Any]]:
    """The pages of a place; none where it has only the one that it opens with."""
    named = [_link(entry, _(entry.beside or entry.title), here) for entry in pages_of(place)]
    return named if len(named) > 1 else []


def _link(entry: PageEntry, text: str, here: PageEntry) -> dict[str, Any]:
    return {
        "text": text,
        "page": entry.name,
        "href": in_readers_language(f"./{entry.path}"),
        "current": entry == here,
    }
