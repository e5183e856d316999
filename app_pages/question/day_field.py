"""The one field for a day: of knowledge, at the head of every page, and of the edition.

The Python side of assets/day.js.
"""

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
export default (component) => import(at("{script}")).then((module) => module.day(component));
"""
_field = st.components.v2.component(
    "day", js=LOADER.format(script=address_of_asset("day.js")), isolate_styles=False
)


def known_on_field(question: Question) -> None:
    """Offer the day of knowledge; where the page stands on a past one, say so and lead back."""
    day_field(question, "known_on", _("As known on (empty: latest)"), stands=_in_words(question.current()))


def day_field(question: Question, clock: str, label: str, *, stands: str = "") -> None:
    """Offer the day of a clock; empty is the latest.

    `stands` says on which past day the page stands, with a button that leads both clocks back to today.
    """
    name = f"day-{question.page}-{clock}"

    def on_day() -> None:
        sent = st.session_state[name].get("day")
        chosen = iso_day(sent) if isinstance(sent, str) else None
        if chosen or sent == "":
            question.set_day(clock, chosen)

    chosen = question.day(clock)
    content = {
        "label": label,
        "day": chosen.isoformat() if chosen else "",
        "first": min(EARLIEST_OFFERED, chosen or EARLIEST_OFFERED).isoformat(),
        "last": max(today(), chosen or today()).isoformat(),
        "stands": stands,
        "latest": _("Show what is known today"),
    }
    _field(
        key=name,
        data=json.dumps(content).encode(),
        on_day_change=on_day,
        on_latest_change=question.to_latest,
    )


def _in_words(query: Query) -> str:
    """As of when everything on the page stands; empty where it is today."""
    said = []
    if query.known_on:
        words = _("Everything here, in files and in links stands as it was known on {day}.")
        said.append(words.format(day=day(query.known_on)))
    if query.edition:
        words = _("Of what is recorded here, only the edition of {day} is used.")
        said.append(words.format(day=day(query.edition)))
    return " ".join(said)
