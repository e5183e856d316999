"""Clauses of checks as sentences whose numbers open the cards of the counts that were compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from exports.numbers import count_of
from metrics.checks.check_words import BoundInWords, NumbersInWords
from metrics.counts.candidates import clocks_of
from metrics.counts.listings import Standing, known_counts
from metrics.counts.typed_rows import PublishedCount, typed_rows
from metrics.language.phrasing import Message, written
from metrics.language.wording import _
from metrics.number.sentence import Number, Renderable, Sentence, joined, rendered
from metrics.query.query import Query
from validation import Dataset


def clause_in_words(dataset: Dataset, clause: Message, lines: Iterable[int], query: Query) -> Sentence:
    """What was compared, and the outcome; `lines` are those of the counts in the clause.

    A number that is worked out from them, and that no document prints, is plain text.
    """
    counts = known_counts(dataset, clocks_of(dataset, query))
    known = [line for line in lines if line in counts.index]
    renderer = _Renderer(typed_rows(counts.loc[known], PublishedCount), query)
    return rendered(clause, renderer.render)


class _Renderer:
    """Renders values; where several counts have the same number, each is used once."""

    def __init__(self, counts: Sequence[PublishedCount], query: Query) -> None:
        self.unused, self.counts, self.query = list(counts), counts, query

    def render(self, value: object) -> Renderable:
        if isinstance(value, NumbersInWords):
            return joined(_(value.joined_by), map(self.render, value.values))
        printed = value.value if isinstance(value, BoundInWords) else value
        if not isinstance(printed, int):
            return written(value)
        same = [count for count in (*self.unused, *self.counts) if count.value == printed]
        if not same:
            return written(value)
        count = same[0]
        self.unused = [one for one in self.unused if one.line != count.line]
        number = count_of(count, self.query, stands=count.standing == Standing.STANDS)
        if isinstance(value, BoundInWords) and isinstance(number, Number):
            return replace(number, text=str(value))
        return number
