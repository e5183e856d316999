"""Numbers of answers in words, each with the row that it is of."""

from __future__ import annotations

from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.counts.typed_rows import PublishedCount
from metrics.headline.headlines import Change
from metrics.language.phrasing import number, quantity
from metrics.number.card_address import question_of_card, question_of_count
from metrics.number.sentence import Number
from metrics.number.single import Reference
from metrics.query.query import Measure, Query


def value_of(answer: Answer, row: Row) -> Number:
    """The value of a row in the words of its qualifier; a missing one in words that say so."""
    is_rate = answer.query.measure is Measure.PER_100K
    return number_of(answer, row, quantity(row.value, row.qualifier, upper=row.value_to, is_rate=is_rate))


def size_of(answer: Answer, row: Row) -> Number:
    """How large a difference is, where the words beside it say whether it was added or taken away."""
    return number_of(answer, row, number(abs(row.value or 0)))


def formula_of(answer: Answer, row: Row) -> Number:
    """How a derived value was worked out, as its row's note says it."""
    return number_of(answer, row, row.note)


def number_of(answer: Answer, row: Row, words: str) -> Number:
    """Words about a row, as a number that opens its card."""
    reference = Reference(answer=answer, row=row.label)
    return Number(text=words, card=question_of_card(reference), row=row.label)


def difference_of(answer: Answer, change: Change, words: str) -> Number:
    """Words about the difference between two rows, as a number that opens its card."""
    reference = Reference(answer=answer, row=change.later.label, since=change.earlier.label)
    return Number(text=words, card=question_of_card(reference), row=change.later.label)


def count_of(count: PublishedCount, query: Query, *, stands: bool) -> Number | str:
    """A published count in the words of its qualifier, by the clocks of a question.

    One that does not stand leads to what its document prints; one that is in no answer leads nowhere.
    """
    words = quantity(count.value, count.qualifier, upper=count.value_to)
    if not count.is_answered:
        return words
    return Number(text=words, card=question_of_count(count, query, stands=stands))
