"""The head of a page: its title, and the day of knowledge on which all of it stands."""

from __future__ import annotations

import streamlit as st

from app_pages.question.asking import Defaults, ask
from app_pages.question.day_field import known_on_field
from app_pages.question.own_parameters import Own
from app_pages.question.question import Question
from validation import Dataset


def open_page(
    title: str,
    dataset: Dataset,
    *,
    page: str,
    defaults: Defaults | None = None,
    own: Own | None = None,
    narrows: bool = False,
) -> Question:
    """Draw a page's title, ask its question, and offer the day on which its counts are asked as known."""
    st.title(title)
    question = ask(dataset, page=page, defaults=defaults, own=own, narrows=narrows)
    known_on_field(question)
    return question
