"""The field for a day: the day of knowledge at the head of every page, and the day of the edition.

The Python side of assets/browser/day.js.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Final

import streamlit as st

from app_pages.assets.assets import address_of_asset
from app_pages.question.question import Question
from metrics.counts.current_tables import today
from metrics.language.phrasing import day
from metrics.language.wording import _
from metrics.query.query import Query
from metrics.question.address import iso_day

EARLIEST_OFFERED: Final = date(1962, 1, 1)
LOADER: Final = """
const at = (path) => new URL(path, document.baseURI).href;
export default (component) => import(at("{script}")).then((module) => module.day(component));
"""
_field = st.components.v2.component(
    "day", js=LOADER.format(script=address_of_asset("day.js")), isolate_styles=False
)


def known_on_field(question: Question) -> None:
    """Offer the day of knowledge; where it is a past day, say so and offer a way back to today."""
    day_field(question, "known_on", _("As known on (empty: latest)"), past=_in_words(question.current()))


def day_field(question: Question, clock: str, label: str, *, past: str = "") -> None:
    """Offer the day of a clock; empty is the latest.

    `past` is a sentence for a page that shows a past day; beside it is a button that sets both clocks to the
    latest day.
    """
    name = f"day-{question.page}-{clock}"

    def on_day() -> None:
        sent = st.session_state[name].get("day")
        chosen = iso_day(sent) if isinstance(sent, str) else None
        if chosen or sent == "":
            question.set_on_rerun(clock, chosen)

    chosen = question.day(clock)
    content = {
        "label": label,
        "day": chosen.isoformat() if chosen else "",
        "first": min(EARLIEST_OFFERED, chosen or EARLIEST_OFFERED).isoformat(),
        "last": max(today(), chosen or today()).isoformat(),
        "stands": past,
        "too_late": _("That day is in the future: nothing can be known of it yet."),
        "latest": _("Show what is known today"),
    }
    _field(
        key=name,
        data=json.dumps(content).encode(),
        on_day_change=on_day,
        on_latest_change=question.to_latest,
    )


def _in_words(query: Query) -> str:
    """The past day that the page shows; empty where it shows the latest."""
    if query.known_on and query.edition:
        words = _(
            "Everything here, in files and in links rests on documents published by {day}, as recorded and"
            " corrected here by {edition}."
        )
        return words.format(day=day(query.known_on), edition=day(query.edition))
    if query.known_on:
        words = _(
            "Everything here, in files and in links rests on documents published by {day}, with today's"
            " corrections."
        )
        return words.format(day=day(query.known_on))
    if query.edition:
        words = _("Of what is recorded here, only the edition of {day} is used.")
        return words.format(day=day(query.edition))
    return ""
