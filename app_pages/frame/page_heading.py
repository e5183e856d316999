"""The opening of a page: its title, its question, and the day of knowledge of all its numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from app_pages.frame.pages import page_entry
from app_pages.question.address_question import Defaults, OwnParameters, ask
from app_pages.question.day_field import known_on_field
from app_pages.question.question import Question
from metrics.counts.current_tables import current_snapshot
from metrics.language.wording import _
from validation import Dataset


def name_tab(title: str) -> None:
    """Name the browser's tab, which takes plain text: what is on the page, and what the tables are about."""
    dataset = current_snapshot().dataset
    about = _(dataset.settings.title) if dataset else ""
    st.set_page_config(page_title=" · ".join(part for part in (title, about) if part))


class NoTablesError(RuntimeError):
    """A page was opened though there are no sound tables: main.py opens pages only where there are."""


def open_page(
    name: str,
    *,
    defaults: Callable[[Dataset], Defaults] | None = None,
    own: Callable[[Dataset], OwnParameters] | None = None,
    formerly: Mapping[str, str] | None = None,
    narrows: bool = False,
    head: Callable[[Dataset], None] | None = None,
) -> tuple[Dataset, Question]:
    """Draw the head of the page of this name; returns the tables and the question about them.

    The title is that of the page's entry in pages.py, with the field for the day of knowledge below it.
    `defaults` and `own` are worked out from the tables; `ask` says what they, `formerly` and `narrows` are.
    A page with a `head` draws its title and what stands around it by itself. Raises NoTablesError where
    there are no sound tables.
    """
    dataset = current_snapshot().dataset
    if dataset is None:
        raise NoTablesError(f"the page {name} needs sound tables")
    entry = page_entry(name)
    if head:
        head(dataset)
    else:
        st.title(_(entry.heading or entry.title))
    question = ask(
        dataset,
        page=name,
        defaults=defaults(dataset) if defaults else None,
        own=own(dataset) if own else None,
        formerly=formerly,
        narrows=narrows,
    )
    if not head:
        known_on_field(question)
    return dataset, question
