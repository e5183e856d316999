"""A page's question as its address asks it, or as the reader left it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app_pages.question.browser_address import Pairs, given_parameters, last_written, take_widget_change
from app_pages.question.invalid_question import show_invalid_question
from app_pages.question.own_parameters import Own, parted
from app_pages.question.question import CARRIED_VALUES, Question
from metrics.counts.current_tables import today
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import NARROWING, read_parameters
from validation import Dataset

Defaults = Mapping[str, str | Sequence[str]]


def ask(
    dataset: Dataset,
    *,
    page: str,
    defaults: Defaults | None = None,
    own: Own | None = None,
    narrows: bool = False,
) -> Question:
    """The page's question, as the address asks it; an address that asks nothing gets the page's defaults.

    `own` are parameters that the page's address carries beside those of a question, with the codes that
    each may have; empty is none. They are chosen and written out like the others; no count depends on them.
    `narrows` is whether the page speaks of one event or one document where it is asked to: any other page
    would say of a whole series what is true of the part.

    Draws a sentence that names the parameter and what is allowed, and stops, where the address asks
    for something unknown.
    """
    given = given_parameters()
    written = last_written(page)
    changed = take_widget_change()
    widgets_win = written is not None and (changed or given == written)
    pairs = written if widgets_win and written else _completed(given, defaults or {})
    try:
        asked, chosen = parted(pairs, own or {})
        query = read_parameters(asked, dataset=dataset, today=today())
        _check_narrowing(query, narrows=narrows)
    except ParameterError as error:
        show_invalid_question(error, page=page)
    return Question(dataset, page=page, query=query, own=chosen, from_address=not widgets_win)


def _check_narrowing(query: Query, *, narrows: bool) -> None:
    for name in NARROWING:
        value = getattr(query, name)
        if value and not narrows:
            raise ParameterError(
                parameter=name,
                value=value,
                problem="is for the page Explore, for the card of a number, and for the data API only",
                allowed=("none",),
            )


def _completed(given: Pairs, defaults: Defaults) -> Pairs:
    """What the address asks; for an address that asks nothing, what the page asks by default.

    An address that leaves something out gets the dataset's default for it, as the API gives it: page and
    API must not answer one address differently.
    """
    if given:
        return given
    asked = {**defaults, **carried()}
    return tuple((name, one) for name, value in asked.items() for one in _values(value))


def carried() -> dict[str, str]:
    """What the reader chose on another page and takes along: as of when, and whose count."""
    return dict(st.session_state.get(CARRIED_VALUES, {}))


def first_headline(dataset: Dataset) -> Defaults:
    """Default of a page that begins with the first of the dataset's headline metrics."""
    return {"metric": dataset.settings.headline_metrics[0]}


def _values(value: str | Sequence[str]) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value
