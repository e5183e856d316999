"""The field for a day: the day of knowledge at the head of every page, and the day of the edition.

The Python side of assets/browser/day.js.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from app_pages.assets.assets import address_of_asset
from app_pages.question.question import Question
from metrics.counts.current_tables import today
from metrics.headline.offered_periods import anniversaries
from metrics.language.phrasing import day
from metrics.language.wording import _
from metrics.query.query import Query
from metrics.question.address import LATEST, iso_day

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
    query = question.current()
    shown = _("Show what was known on: {day}")
    folded = Folded(
        summary=shown.format(day=day(query.known_on) if query.known_on else _("latest")),
        offered=anniversaries(question.dataset, before=today()),
    )
    day_field(question, "known_on", _("Another day"), past=_in_words(query), folded=folded)


@dataclass(frozen=True, kw_only=True)
class Folded:
    """A field behind one line of words, with days that matter offered beside it."""

    summary: str
    offered: tuple[date, ...]


def day_field(
    question: Question, clock: str, label: str, *, past: str = "", folded: Folded | None = None
) -> None:
    """Offer the day of a clock; empty is the latest.

    `past` is a sentence for a page that shows a past day; beside it is a button that sets both clocks to the
    latest day. With `folded` the field stands behind a line of words.
    """
    name = f"day-{question.page}-{clock}"

    def on_day() -> None:
        sent = st.session_state[name].get("day")
        chosen = iso_day(sent) if isinstance(sent, str) else None
        if chosen or sent == "":
            question.set_on_rerun(clock, chosen)

    chosen = question.day(clock)
    _field(
        key=name,
        data=_content(label, chosen, past=past, folded=folded),
        on_day_change=on_day,
        on_latest_change=question.to_latest,
    )


def bound_field(question: Question, parameter: str, label: str) -> None:
    """Offer the first or the last day of the question's period; empty is the latest."""
    name = f"day-{question.page}-{parameter}"

    def on_day() -> None:
        sent = st.session_state[name].get("day")
        chosen = iso_day(sent) if isinstance(sent, str) else None
        if chosen or (sent == "" and parameter == "to"):
            question.set_on_rerun(parameter, [chosen.isoformat() if chosen else LATEST])

    chosen = iso_day(question.value(parameter))
    content = _content(label, chosen)
    _field(key=name, data=content, on_day_change=on_day, on_latest_change=lambda: None)


def _content(label: str, chosen: date | None, *, past: str = "", folded: Folded | None = None) -> bytes:
    """The message to the browser."""
    content = {
        "label": label,
        "day": chosen.isoformat() if chosen else "",
        "first": min(EARLIEST_OFFERED, chosen or EARLIEST_OFFERED).isoformat(),
        "last": max(today(), chosen or today()).isoformat(),
        "stands": past,
        "too_late": _("That day is in the future, so nothing can be known about it yet."),
        "latest": _("Show what is known today"),
        "summary": folded.summary if folded else "",
        "offered": [[one.isoformat(), day(one)] for one in folded.offered] if folded else [],
    }
    return json.dumps(content).encode()


def _in_words(query: Query) -> str:
    """The past day that the page shows; empty where it shows the latest."""
    if query.known_on and query.edition:
        words = _(
            "Everything here, including files and links, uses documents published by {day}, as"
            " recorded and corrected here by {edition}."
        )
        return words.format(day=day(query.known_on), edition=day(query.edition))
    if query.known_on:
        words = _(
            "Everything here, including files and links, uses documents published by {day}, with"
            " today's corrections."
        )
        return words.format(day=day(query.known_on))
    if query.edition:
        words = _("Only the edition of {day} is used.")
        return words.format(day=day(query.edition))
    return ""
