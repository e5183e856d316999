"""The numbers of an answer that can be read out together, in sentences."""

from __future__ import annotations

from app_pages.words.words import Copied, Line, Words
from exports.read_out import sentences_to_read_out
from metrics.answer.answer import Answer
from metrics.language.wording import _
from metrics.query.caching import cached_words


@cached_words
def to_read_out(answer: Answer) -> Words | None:
    """Sentences to copy, and below them which time they are of; None where there is no value."""
    sentences, remarks = sentences_to_read_out(answer)
    if not sentences:
        return None
    return Words(
        (
            Line(text=_("To say aloud"), tag="h2"),
            *(Copied(text=sentence) for sentence in sentences),
            *(Line(text=remark, look="caption") for remark in remarks),
        )
    )
