"""Clauses of checks as sentences whose numbers open the cards of the counts that were compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from metrics.candidates import clocks_of
from metrics.card_address import question_of_count
from metrics.check_words import Numbers
from metrics.listings import Standing, known_counts
from metrics.phrasing import Message, number, written
from metrics.query import Query
from metrics.records import rows_of
from metrics.sentence import Number, Said, Sentence, joined, worded
from metrics.wording import _
from validation import Dataset


def clause_in_words(dataset: Dataset, clause: Message, lines: Iterable[int], query: Query) -> Sentence:
    """What was compared and what came of it; `lines` are those of the counts that the clause speaks of.

    A number that is worked out from them, and no document prints, is plain text beside them.
    """
    counts = known_counts(dataset, clocks_of(dataset, query))
    teller = _Teller(list(rows_of(counts.loc[counts.index.intersection(list(lines))])), query)
    return worded(clause, teller.told)


class _Teller:
    """Tells values; each count is told once where several have the same number."""

    def __init__(self, counts: list[Any], query: Query) -> None:
        self.untold, self.counts, self.query = list(counts), counts, query

    def told(self, value: object) -> Said:
        if isinstance(value, Numbers):
            return joined(_(value.joined_by), map(self.told, value.values))
        if not isinstance(value, int):
            return written(value)
        same = [count for count in (*self.untold, *self.counts) if count.value == value]
        if not same:
            return written(value)
        count = same[0]
        self.untold = [one for one in self.untold if one.Index != count.Index]
        stands = count.standing == Standing.STANDS
        return Number(text=number(value), card=question_of_count(count, self.query, stands=stands))
