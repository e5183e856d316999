"""The period of the first page, in the reader's words.

All since the origin, one of its years, or two days.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from app_pages.question.browser_address import note_widget_change
from app_pages.question.day_field import bound_field
from app_pages.question.question import Question
from metrics.counts.candidates import clocks_of
from metrics.headline.offered_periods import periods_offered
from metrics.language.phrasing import period
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.question.address import LATEST

BOUNDS: Final = ("from", "to")
CUSTOM: Final = "custom"
Bounds = tuple[str, str]  # the first and the last day, as an address has them


def choose_period(question: Question) -> None:
    """Offer the periods, set the question's bounds to the one chosen, and say which days those are."""
    offered = _offered(question)
    chosen = _segments(question, offered)
    if chosen == CUSTOM:
        _choose_days(question)
        return
    for parameter, code in zip(BOUNDS, offered[chosen][1], strict=True):
        # What is chosen here is also what the fields for days begin with.
        st.session_state[question.key_of(parameter)] = [code]
        question.set(parameter, code)
    st.caption(_days_in_words(question))


def _offered(question: Question) -> Mapping[str, tuple[str, Bounds]]:
    """The words and the bounds of each period that has a name, by its code."""
    known_on = clocks_of(question.dataset, question.query).known_on
    return {
        one.code: (one.words, (one.start.isoformat(), LATEST if one.end is None else one.end.isoformat()))
        for one in periods_offered(question.dataset, known_on=known_on)
    }


def _segments(question: Question, offered: Mapping[str, tuple[str, Bounds]]) -> str:
    """The code that is chosen; the address decides which one it is where it gives the bounds."""
    asked = (question.value("from"), question.value("to"))
    fitting = next((code for code, (_words, bounds) in offered.items() if bounds == asked), CUSTOM)
    key = question.prepare("period", fitting, allowed=(*offered, CUSTOM))
    names = {code: words for code, (words, _bounds) in offered.items()} | {CUSTOM: _("Other dates")}
    chosen = st.segmented_control(
        _("Period"),
        list(names),
        format_func=lambda code: plain(names[code]),
        key=key,
        on_change=note_widget_change,
        required=True,
        label_visibility="collapsed",
    )
    return chosen or fitting


def _choose_days(question: Question) -> None:
    """Fields for the first and the last day."""
    for parameter in BOUNDS:
        question.chosen_elsewhere(parameter)
    with st.container(key="period-days", horizontal=True):
        bound_field(question, "from", _("From"))
        bound_field(question, "to", _("To"))


def _days_in_words(question: Question) -> str:
    query = question.current()
    end = query.end or clocks_of(question.dataset, query).end
    return plain(period(query.start, end))
