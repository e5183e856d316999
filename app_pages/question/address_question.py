"""The question in a page's address: parameters of the counts, and parameters of the page's own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import streamlit as st

from app_pages.question.browser_address import (
    Pairs,
    given_parameters,
    grouped,
    last_written,
    take_widget_change,
)
from app_pages.question.carried_values import carried
from app_pages.question.invalid_question import show_invalid_question
from app_pages.question.question import NONE_CHOSEN, Question
from metrics.counts.current_tables import today
from metrics.language.plain_text import plain
from metrics.language.wording import ENGLISH, languages
from metrics.query.invalid_query import ParameterError, shortened
from metrics.query.query import Query
from metrics.question.address import LANGUAGE, NARROWING, iso_day, read_parameters
from metrics.question.allowed import allowed_codes
from metrics.question.replaced import with_codes_of_today
from validation import Dataset

Defaults = Mapping[str, str | Sequence[str]]
OwnParameters = Mapping[str, Collection[str]]  # by name, the codes that each may have


def ask(
    dataset: Dataset,
    *,
    page: str,
    defaults: Defaults | None = None,
    own: OwnParameters | None = None,
    formerly: Mapping[str, str] | None = None,
    narrows: bool = False,
) -> Question:
    """The page's question, as the address asks it; an address that asks nothing gets the page's defaults.

    `own` are parameters that the page's address has beside those of a question, for example which document
    is opened; each has one code, or is empty. They are chosen and written like the others; no count depends
    on them.
    `formerly` are names of parameters that the page's links once had, with the names of today: a link that
    somebody cited keeps its meaning. A code that a question may have under the name is the question's.
    `narrows` is whether the page may show one event or one document only. Any other page would say of a
    whole series what is true of the part.

    Draws a sentence that names the parameter and what is allowed, and stops the page, where the address asks
    for something unknown.
    """
    given = given_parameters()
    written = last_written(page)
    is_changed = take_widget_change()
    widgets_win = written is not None and (is_changed or given == written)
    pairs = written if widgets_win and written else _with_defaults(given, defaults or {})
    pairs = _renamed(pairs, formerly or {}, dataset)
    pairs, replaced = with_codes_of_today(pairs, dataset)
    for sentence in replaced:
        st.info(plain(str(sentence)))
    try:
        _check_language()
        question_pairs, own_codes = _split(pairs, own or {})
        query = read_parameters(question_pairs, dataset=dataset, today=today())
        _check_narrowing(query, narrows=narrows)
    except ParameterError as error:
        show_invalid_question(error, page=page)
    return Question(dataset, page=page, query=query, own=own_codes, from_address=not widgets_win)


def first_headline(dataset: Dataset) -> Defaults:
    """Defaults of a page that begins with the first of the dataset's headline metrics."""
    return {"metric": dataset.settings.headline_metrics[0]}


class AnyDay(Collection[str]):
    """Allows every day as the code of a page's own parameter."""

    def __contains__(self, code: object) -> bool:
        """Whether it is a day in ISO form."""
        return isinstance(code, str) and iso_day(code) is not None

    def __iter__(self) -> Iterator[str]:
        """How a day is written: a sentence about a wrong code lists this, instead of every day."""
        yield "a day as YYYY-MM-DD"

    def __len__(self) -> int:
        """The number of entries in that list."""
        return 1


def _with_defaults(given: Pairs, defaults: Defaults) -> Pairs:
    """The address's parameters; for an address without any, the page's defaults and the carried values.

    An address that leaves something out gets the dataset's default for it, as in the API: page and API must
    give one address the same answer.
    """
    if given:
        return given
    values = {**defaults, **carried()}
    return tuple((name, one) for name, value in values.items() for one in _as_sequence(value))


def _renamed(pairs: Pairs, formerly: Mapping[str, str], dataset: Dataset) -> Pairs:
    codes = allowed_codes(dataset)
    return tuple(
        (formerly[name], code) if name in formerly and code not in codes[name] else (name, code)
        for name, code in pairs
    )


def _as_sequence(value: str | Sequence[str]) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value


def _split(pairs: Pairs, own: OwnParameters) -> tuple[Pairs, dict[str, list[str]]]:
    """The parameters of the counts; and the code of each parameter of the page's own.

    Raises ParameterError for a code that is not allowed, and for a parameter that is given twice.
    """
    of_counts = tuple(pair for pair in pairs if pair[0] not in own)
    given = grouped(pair for pair in pairs if pair[0] in own)
    own_codes = {
        name: [_own_code(name, given.get(name, [NONE_CHOSEN]), codes)] for name, codes in own.items()
    }
    return of_counts, own_codes


def _own_code(name: str, given: list[str], allowed: Collection[str]) -> str:
    if len(given) > 1:
        raise ParameterError(
            parameter=name, value=", ".join(given), problem="is given more than once", allowed=("one value",)
        )
    (code,) = given
    if code != NONE_CHOSEN and code not in allowed:
        raise ParameterError(
            parameter=name,
            value=code,
            problem=f"has the unknown value `{shortened(code)}`",
            allowed=tuple(allowed),
        )
    return code


def _check_language() -> None:
    """Raises ParameterError for a language that there are no words in."""
    code = st.query_params.get(LANGUAGE, ENGLISH)
    if code not in languages():
        raise ParameterError(
            parameter=LANGUAGE,
            value=code,
            problem=f"has the unknown value `{shortened(code)}`",
            allowed=tuple(sorted(languages())),
        )


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
