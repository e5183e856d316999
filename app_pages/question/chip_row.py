"""Chips of what is set, on a page whose choices are not inside a figure: the Python side of chips.js."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Final

import streamlit as st

from app_pages.assets.assets import address_of_asset
from app_pages.question.chips import Chip
from metrics.language.wording import _

LOADER: Final = """
const at = (path) => new URL(path, document.baseURI).href;
export default (component) => import(at("{script}")).then((module) => module.chips(component));
"""
_chips = st.components.v2.component(
    "chips", js=LOADER.format(script=address_of_asset("chips.js")), isolate_styles=False
)


def chip_row(shown: Iterable[Chip], *, key: str, remove: Callable[[str], None]) -> None:
    """Put the chips on the page; `remove` is called with the parameter of one that is removed."""
    name = f"chips-{key}"
    shown = tuple(shown)
    removable = {one.parameter for one in shown if one.without}

    def on_removed() -> None:
        parameter = st.session_state[name].get("removed")
        if parameter in removable:
            remove(parameter)

    content = {
        "label": _("What is shown"),
        "remove": _("Remove"),
        "shown": [[one.text, one.parameter if one.without else ""] for one in shown],
    }
    _chips(key=name, data=json.dumps(content).encode(), on_removed_change=on_removed)
