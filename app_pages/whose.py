"""Whose count is shown, and as known on which day: folded away, since the page says what is set."""

from __future__ import annotations

import streamlit as st

from app_pages.names import organisation_names
from app_pages.platform.folded import unfolded
from app_pages.platform.question import Question
from metrics.questions import counters_offered
from metrics.wording import _


def choose_whose(question: Question) -> None:
    """Who counted, and the day on which the counts are asked as they were known."""
    if unfolded(_("Whose count, and as known on which day"), key="whose"):
        counter, clock = st.columns([3, 1])
        with counter:
            choose_counter(question)
        with clock:
            question.day("known_on", _("As known on (empty: latest)"))


def choose_counter(question: Question) -> None:
    """One of the organisations that have counted something."""
    dataset = question.dataset
    question.select(
        "counted_by",
        _("Who counted"),
        options=counters_offered(dataset),
        names=organisation_names(dataset),
    )
