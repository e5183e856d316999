"""The control of every page: as known on which day all of it stands. The Python side of assets/clock.js."""

from __future__ import annotations

import json
from typing import Final

import streamlit as st

from app_pages.assets.assets import address_of_asset
from app_pages.question.question import EARLIEST_OFFERED, Question
from metrics.counts.current_tables import today
from metrics.language.phrasing import day
from metrics.language.wording import _
from metrics.query.query import Query
from metrics.question.address import iso_day

LOADER: Final = """
const at = (path) => new URL(path, document.baseURI).href;
export default (component) => import(at("{script}")).then((module) => module.clock(component));
"""
_clock = st.components.v2.component(
    "clock", js=LOADER.format(script=address_of_asset("clock.js")), isolate_styles=False
)


def clock(question: Question) -> None:
    """Offer the day of knowledge; where the page stands on a past one, say so and lead back."""
    name = f"clock-{question.page}"

    def on_day() -> None:
        sent = st.session_state[name].get("day")
        chosen = iso_day(sent) if isinstance(sent, str) else None
        if chosen:
            question.hold_day("known_on", chosen)
        elif sent == "":
            question.to_latest()

    query = question.current()
    content = {
        "label": _("As known on (empty: latest)"),
        "day": query.known_on.isoformat() if query.known_on else "",
        "first": EARLIEST_OFFERED.isoformat(),
        "last": today().isoformat(),
        "stands": _stands(query),
        "today": _("Show what is known today"),
    }
    _clock(key=name, data=json.dumps(content).encode(), on_day_change=on_day)


def _stands(query: Query) -> str:
    """As of when everything on the page stands; empty where it is today."""
    said = []
    if query.known_on:
        words = _("Everything here, in files and in links stands as it was known on {day}.")
        said.append(words.format(day=day(query.known_on)))
    if query.edition:
        words = _("Of what is recorded here, only the edition of {day} is used.")
        said.append(words.format(day=day(query.edition)))
    return " ".join(said)
