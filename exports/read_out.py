"""Sentences to read out from an answer to any question, and what must be known of them."""

from __future__ import annotations

from typing import Final

from exports.row_sentences import row_sentence
from metrics.answer.answer import Answer
from metrics.headline.read_out import rows_to_read_out
from metrics.number.sentence import Sentence, rendered

# More are read out by nobody.
MOST_SENTENCES: Final = 4


def sentences_to_read_out(answer: Answer) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """A sentence for each of the first series, all of one time; and the remarks on them, not to be read out.

    Both are empty where there is no value.
    """
    found = rows_to_read_out(answer)
    if found is None:
        return (), ()
    sentences = [row_sentence(answer, row, later=found.later_bounds.get(row.label)) for row in found.rows]
    return tuple(sentences[:MOST_SENTENCES]), tuple(map(rendered, found.remarks))
