"""Whose count is shown: folded away, since the page says what is set."""

from __future__ import annotations

from app_pages.platform.folded import unfolded
from app_pages.platform.question import Question
from metrics.questions import counters_offered
from metrics.tables import names_of_organisations
from metrics.wording import _


def choose_whose(question: Question) -> None:
    """Who counted."""
    if unfolded(_("Whose count"), key="whose"):
        choose_counter(question)


def choose_counter(question: Question) -> None:
    """One of the organisations that have counted something."""
    dataset = question.dataset
    question.select(
        "counted_by",
        _("Who counted"),
        options=counters_offered(dataset),
        names=names_of_organisations(dataset),
    )
