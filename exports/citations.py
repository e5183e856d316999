"""The citation of a number: document, number, counter, and the days of the clocks."""

from __future__ import annotations

from collections.abc import Iterable

from exports.sentences import card_sentence
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.card.cards import Card, Printed
from metrics.counts.typed_rows import Document
from metrics.language.phrasing import day
from metrics.language.wording import _


def citation(card: Card, *, title: str, since_then: str = "") -> str:
    """The number in a sentence, the documents that it rests on, and both of its clocks.

    With these two days the number is the same for ever, whatever is published or corrected later; where it is
    another today, `since_then` says so. `title` is that of the tables.
    """
    answer = card.answer
    clocks = _("As known on {known_on}, in the edition of {edition} of “{title}”.").format(
        known_on=day(answer.known_on), edition=day(answer.edition), title=title
    )
    documents = "; ".join(dict.fromkeys(document_in_words(printed) for printed in card.inputs))
    source = f"{documents}." if documents else ""
    sentence = str(card_sentence(card))
    return " ".join(part for part in (sentence, source, clocks, since_then) if part)


def documents_of(answer: Answer, rows: Iterable[Row]) -> tuple[Document, ...]:
    """The documents that print the counts which rows rest on, the oldest first."""
    rows = tuple(rows)
    lines = {line for row in rows for line in row.lines}
    named = {count.source_id for count in answer.vintages if count.line in lines}
    named |= {row.source_id for row in rows}
    return tuple(document for document in answer.sources if document.source_id in named)


def document_in_words(printed: Printed) -> str:
    """Publisher, title, day and address of a document, as a bibliography has them."""
    return cited(printed.document)


def cited(document: Document) -> str:
    """Publisher, title, day and address of a document."""
    parts = (document.publisher_name, _title(document), _published(document), document.url)
    return ", ".join(part for part in parts if part)


def _title(document: Document) -> str:
    return _("“{title}”").format(title=document.title) if document.title else ""


def _published(document: Document) -> str:
    on = day(document.published)
    return on if document.published_is == "printed" else _("not before {day}").format(day=on)
