"""A hard question: as it is asked, one sentence to say, what that rests on, and where more is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from metrics.answer.answer import Answer
from metrics.answer.who_is_counted import label_of, part_label
from metrics.counts.typed_rows import Document
from metrics.headline.documented_happened import Beside
from metrics.language.phrasing import day
from metrics.language.wording import _
from metrics.number.sentence import Link, Sentence, joined, sentence_from
from metrics.query.query import Query
from metrics.question.address import address_of_clocks

PATH: Final = "/questions"
OPENED: Final = "question"  # the parameter of the address that names the question which comes first
Cell = str | Sentence


@dataclass(frozen=True, kw_only=True)
class EvidenceTable:
    """A small table; the columns in `numeric` are numbers."""

    label: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EvidenceFacts:
    """Terms, each with its description."""

    facts: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, kw_only=True)
class EvidenceLine:
    """A line that must be read with what is above it."""

    text: Cell


Evidence = EvidenceTable | EvidenceFacts | EvidenceLine


@dataclass(frozen=True, eq=False, kw_only=True)
class HardQuestion:
    """One question that has an answer in this folder, as known on the question's days.

    code: its name in addresses.
    answer: one sentence to say; its numbers lead to their cards.
    evidence: what it rests on, as small as it can be; `whole`, where it is longer than that, all of it.
    figure: what is drawn beside it: a series, or the two numbers of each year; None where nothing is.
    source: who says so, in a line.
    more: one step deeper.
    """

    code: str
    question: str
    answer: Sentence
    evidence: tuple[Evidence, ...]
    source: Sentence
    more: tuple[Link, ...]
    whole: tuple[Evidence, ...] = ()
    figure: Answer | Beside | None = None

    def address(self, query: Query) -> str:
        """Where the page of hard questions begins with this one."""
        return opened(self.code, query)


def opened(code: str, query: Query) -> str:
    """The address of the page of hard questions that begins with one of them."""
    return f"{PATH}?{address_of_clocks(query, **{OPENED: code})}"


def counted_as(answer: Answer, metric: str) -> str:
    """What a counter's number counts: "of people held on political grounds", else "for “In detention”"."""
    noun = answer.metrics[metric].noun
    if noun and not part_label(answer):
        return _("of {noun}").format(noun=_(noun))
    return _("for “{label}”").format(label=label_of(answer, metric))


def possessive(name: str) -> str:
    """A counter's name before what is its own: "AAPP's", "The Counters'"."""
    return _("{name}'").format(name=name) if name.endswith("s") else _("{name}'s").format(name=name)


def quoted(question: str) -> str:
    """A question in quotation marks, as it is asked."""
    return _("“{words}”").format(words=question)


def link_to(page: str, path: str, query: Query, **more: str) -> Link:
    """A link to a page with the question's days, and its counter where that is not the usual one."""
    return Link(text=page, href=f"{path}?{address_of_clocks(query, counted_by=query.counted_by, **more)}")


def source_line(documents: Iterable[Document]) -> Sentence:
    """The documents in a line, each with its publisher and its day; each once."""
    return joined("; ", (_document(one) for one in dict.fromkeys(documents)))


def _document(document: Document) -> Sentence:
    title: Link | str = document.called
    if document.url:
        title = Link(text=document.called, href=document.url)
    return sentence_from(
        _("{publisher}: {title}, {day}"),
        publisher=document.publisher_name,
        title=title,
        day=day(document.published),
    )
