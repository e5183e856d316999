"""A choice that brings a part of the page takes the reader there: the Python side of assets/browser/reach.js.

to_reach("region")                      # callback of the choice
with st.container(key="region"):
...
reach("region")                         # below what is reached
"""

from __future__ import annotations

import json
from typing import Final

import streamlit as st

from app_pages.assets.assets import address_of_asset

LOADER: Final = """
const at = (path) => new URL(path, document.baseURI).href;
export default (component) => import(at("{script}")).then((module) => module.reach(component));
"""
_reach = st.components.v2.component(
    "reach", js=LOADER.format(script=address_of_asset("reach.js")), isolate_styles=False
)


def to_reach(part: str) -> None:
    """Callback: the part with this key is reached when it is drawn next."""
    st.session_state[_turn_of(part)] = st.session_state.get(_turn_of(part), 0) + 1


def reach(part: str) -> None:
    """Take the reader to the part with this key, once after each `to_reach`."""
    content = {"part": part, "turn": st.session_state.get(_turn_of(part), 0)}
    _reach(key=f"reach-{part}", data=json.dumps(content).encode())


def _turn_of(part: str) -> str:
    return f"reach/{part}"
