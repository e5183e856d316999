"""A hard question in words: heading, sentence to say, what it rests on, who says so, and the way deeper."""

from __future__ import annotations

from collections.abc import Iterator

from app_pages.words.words import Block, Copied, Facts, Line, Table, Words
from exports.hard_questions.hard_question import (
    Evidence,
    EvidenceFacts,
    EvidenceLine,
    EvidenceTable,
    HardQuestion,
    quoted,
)
from metrics.language.wording import _
from metrics.number.sentence import Choice, Sentence, joined, sentence_from
from metrics.query.caching import cached_words


@cached_words
def questions_in_words(found: tuple[HardQuestion, ...], opened: str) -> Words:
    """The list of the questions; each opens itself as the first on the page."""
    return Words(
        tuple(
            Line(
                text=Sentence((Choice(text=quoted(one.question), code=one.code),)),
                look="opened" if one.code == opened else "",
            )
            for one in found
        )
    )


@cached_words
def answer_in_words(asked: HardQuestion, *, is_opened: bool) -> Words:
    """The question, the sentence to say, and what it rests on: all of it where the question is opened."""
    evidence = asked.whole if is_opened and asked.whole else asked.evidence
    heading = Line(text=quoted(asked.question), tag="h2")
    return Words((heading, Copied(text=asked.answer), *map(_block, evidence)))


def _block(one: Evidence) -> Block:
    match one:
        case EvidenceFacts(facts=facts):
            return Facts(facts=facts)
        case EvidenceTable():
            return Table(label=one.label, head=one.head, rows=one.rows, numeric=one.numeric)
        case EvidenceLine(text=text):
            return Line(text=text, look="caption")


@cached_words
def source_in_words(asked: HardQuestion) -> Words:
    """Who says so, in a line, and the way to more."""
    return Words(tuple(_source(asked)))


def _source(asked: HardQuestion) -> Iterator[Block]:
    if asked.source:
        yield Line(text=sentence_from(_("Source: {documents}"), documents=asked.source), look="caption")
    if asked.more:
        yield Line(text=sentence_from(_("More: {links}"), links=joined(" · ", asked.more)))
