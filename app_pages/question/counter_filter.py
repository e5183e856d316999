"""The filter for the organisation that counted: folded away, since the page says which one is set."""

from __future__ import annotations

from app_pages.question.question import Question
from app_pages.words.folded import unfolded
from metrics.counts.small_tables import names_of_organisations
from metrics.counts.table_rows import all_organisations
from metrics.language.wording import _
from metrics.question.allowed import counters_offered


def counter_filter(question: Question) -> None:
    """Offer the organisations behind a switch that names the one that is set."""
    counter = all_organisations(question.dataset)[question.value("counted_by")].called
    if unfolded(_("Counted by: {counter}").format(counter=counter), key="counter-filter"):
        choose_counter(question)


def choose_counter(question: Question) -> None:
    """Offer the organisations that have counted something."""
    dataset = question.dataset
    question.select(
        "counted_by",
        _("Counted by"),
        options=counters_offered(dataset),
        names=names_of_organisations(dataset),
    )
