"""The list of the hard questions, in the order in which they are shown.

hard_questions(dataset, query)          # all that have an answer on the question's days, by its counter
first_hard_questions(dataset, query)    # the first three of them; the others are not worked out
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Final

from exports.hard_questions.hard_question import HardQuestion
from exports.hard_questions.in_a_year import so_many_in_a_year, where_is_most
from exports.hard_questions.let_go import they_let_people_go
from exports.hard_questions.of_the_number import is_that_everyone, since_when, who_says_so
from exports.hard_questions.of_the_tables import (
    did_anybody_check,
    what_about_before,
    what_you_do_not_know,
    you_changed_your_numbers,
)
from exports.hard_questions.others_say import KINDS, what_others_say
from exports.hard_questions.your_number_fell import your_number_fell
from metrics.query.caching import cached_words
from metrics.query.query import Query
from validation import Dataset

Asked = Callable[[Dataset, Query], HardQuestion | None]
# By its code, which is in addresses and stays.
QUESTIONS: Final[dict[str, Asked]] = {
    **{kind.code: partial(what_others_say, kind=kind) for kind in KINDS[:2]},
    "fell": your_number_fell,
    "year": so_many_in_a_year,
    "everyone": is_that_everyone,
    "where": where_is_most,
    "amnesties": they_let_people_go,
    "changed": you_changed_your_numbers,
    "who": who_says_so,
    "since": since_when,
    **{kind.code: partial(what_others_say, kind=kind) for kind in KINDS[2:]},
    "unknown": what_you_do_not_know,
    "before": what_about_before,
    "checked": did_anybody_check,  # last: it compares all counts, where nobody has yet
}

SHOWN_FIRST: Final = 3


def hard_questions(dataset: Dataset, query: Query) -> tuple[HardQuestion, ...]:
    """The questions that this folder has an answer to, as known on the question's days."""
    return tuple(answered(dataset, query))


def first_hard_questions(dataset: Dataset, query: Query, most: int = SHOWN_FIRST) -> tuple[HardQuestion, ...]:
    """The first of them, for a page that is about something else."""
    return tuple(islice(answered(dataset, query), most))


def answered(dataset: Dataset, query: Query, *, opened: str = "") -> Iterator[HardQuestion]:
    """The same one after the other, as each is worked out; the one that is opened comes first."""
    for code in sorted(QUESTIONS, key=lambda one: one != opened):
        found = _one(dataset, query, code)
        if found is not None:
            yield found


def in_their_order(found: Iterable[HardQuestion]) -> tuple[HardQuestion, ...]:
    """The questions as they stand in the list, whichever is opened."""
    codes = list(QUESTIONS)
    return tuple(sorted(found, key=lambda one: codes.index(one.code)))


@cached_words
def _one(dataset: Dataset, query: Query, code: str) -> HardQuestion | None:
    return QUESTIONS[code](dataset, query)
