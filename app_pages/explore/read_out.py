"""The newest number of each series of an answer, in a sentence to read out."""

from __future__ import annotations

from typing import Final

from app_pages.words.words import Copied, Line, Words
from exports.row_sentences import row_sentence
from metrics.answer.answer import Answer
from metrics.language.wording import _

# More are read out by nobody.
MOST_SENTENCES: Final = 4


def newest_to_read_out(answer: Answer) -> Words | None:
    """A sentence for the newest value of each of the first series; None where there is no value."""
    newest = {(row.metric, row.place): row for row in answer.counted}
    in_order = sorted(newest.values(), key=lambda row: row.label)
    sentences = [Copied(text=row_sentence(answer, row)) for row in in_order[:MOST_SENTENCES]]
    if not sentences:
        return None
    return Words((Line(text=_("To read out"), tag="h3"), *sentences))
