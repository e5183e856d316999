"""“Is that everyone?” “Who says so?” “Since when?”: answers about the first numbers that the pages show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from exports.hard_questions.hard_question import (
    Cell,
    EvidenceFacts,
    HardQuestion,
    counted_as,
    possessive,
    quoted,
    source_line,
)
from exports.numbers import formula_of, value_of
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.counts.definitions import Definition
from metrics.counts.typed_rows import Document, documents_by_code
from metrics.headline.headline_questions import headlines
from metrics.headline.headlines import Headline
from metrics.language.phrasing import day
from metrics.language.wording import N_, _
from metrics.number.card_address import card_address
from metrics.number.sentence import Link, Sentence, sentence_from
from metrics.query.query import Measure, Query, Status
from validation import Dataset

QUOTED: Final = N_(
    "{counter} says of its figures: “{words}” Its latest number {what} is {number}, as of {day}.{later}"
)
NOT_COUNTED: Final = N_("{counters} number {what}, {number} as of {day}, does not include: {people}{later}")
LATER: Final = N_(" A later document says {quantity}, as of {day}.")
OWN: Final = N_(
    "{counters} own number {what} in {place} is {number}, as of {day}; it published that on {published}."
)
RELAYED: Final = N_(
    "{counters} number {what} in {place} is {number}, as of {day}; {publisher} reported it on {published}."
)
WORKED_OUT: Final = N_(
    "The number {what} in {place} is {number}, as of {day}, calculated from {counters} figures: {formula}."
)
SINCE: Final = N_(
    "{counters} total {what} in {place}, {number}, counts what it documented {since}, from {start} to {end}."
)


def is_that_everyone(dataset: Dataset, query: Query) -> HardQuestion | None:
    """Who is counted, who is not, and the counter's own warning; None where nothing is recorded of it."""
    found = _first(dataset, query)
    if found is None:
        return None
    answer = _everyone(found)
    if answer is None:
        return None
    definition = found.answer.definitions[found.row.metric]
    documents = definition.documents if _is_known(found) else ()
    return HardQuestion(
        code="everyone",
        question=_("Is that everyone?"),
        answer=answer,
        evidence=(EvidenceFacts(facts=tuple(_definition(definition))),),
        source=source_line(documents or (_document_of(found),)),
        more=(_card(found),),
    )


def _everyone(found: Headline) -> Sentence | None:
    """The counter's words on its own numbers, else whom it does not count; None where neither is recorded."""
    definition = found.answer.definitions[found.row.metric]
    words = _known_warning(found)
    if not words and not definition.not_counted:
        return None
    return sentence_from(
        _(QUOTED if words else NOT_COUNTED),
        **_named(found.answer, found.row),
        words=words,
        people=_finished(_lowered(_(definition.not_counted))),
        later=_later(found),
    )


def _known_warning(found: Headline) -> str:
    """What the counter itself says of its numbers; empty where no document known by then says anything."""
    definition = found.answer.definitions[found.row.metric]
    if definition.caution is None or not _is_known(found):
        return ""
    return str(definition.caution.values.get("words", ""))


def _is_known(found: Headline) -> bool:
    """Whether the documents that define what is counted were published by the day that is asked for."""
    if found.answer.query.known_on is None:
        return True
    documents = found.answer.definitions[found.row.metric].documents
    return all(one.published <= found.answer.known_on for one in documents)


def _later(found: Headline) -> Sentence:
    bound = found.later_bound
    if bound is None:
        return Sentence()
    return sentence_from(_(LATER), quantity=value_of(found.answer, bound), day=day(bound.day))


def _definition(definition: Definition) -> Iterable[tuple[str, Cell]]:
    facts = {
        _("Counted"): definition.definition or definition.what_it_counts,
        _("Not counted"): definition.not_counted,
        _("How it is verified"): definition.how_verified,
    }
    yield from ((term, _(words)) for term, words in facts.items() if words)


def who_says_so(dataset: Dataset, query: Query) -> HardQuestion | None:
    """Whose number the first one is, who printed it and when; None without a number."""
    found = _first(dataset, query)
    if found is None:
        return None
    document = _document_of(found)
    is_own = document.publisher == found.answer.query.counted_by
    words = OWN if is_own else RELAYED
    if found.row.status is Status.DERIVED:
        words = WORKED_OUT
    answer = sentence_from(
        _(words),
        **_named(found.answer, found.row),
        publisher=document.publisher_name,
        published=day(document.published),
        formula=formula_of(found.answer, found.row) if found.row.status is Status.DERIVED else "",
    )
    return HardQuestion(
        code="who",
        question=_("Who says so?"),
        answer=answer,
        evidence=(EvidenceFacts(facts=tuple(_printed(found))),),
        source=source_line((document,)),
        more=(_card(found),),
    )


def _printed(found: Headline) -> Iterable[tuple[str, Cell]]:
    """By which words the number is found in its document."""
    counts = [count for count in found.answer.shown if count.line in found.row.lines]
    for count in counts:
        yield _("In the document's words"), quoted(count.locator)
        if count.note:
            yield _("Notes"), count.note


def since_when(dataset: Dataset, query: Query) -> HardQuestion | None:
    """From which day the first running total counts; None where the pages show none."""
    found = next((one for one in _headlines(dataset, query) if _is_total(one.answer)), None)
    if found is None:
        return None
    answer, row = found.answer, found.row
    return HardQuestion(
        code="since",
        question=_("Since when?"),
        answer=sentence_from(
            _(SINCE),
            **_named(answer, row),
            since=_(answer.origin_label),
            start=day(answer.origin),
            end=day(row.day),
        ),
        evidence=(),
        source=source_line((_document_of(found),)),
        more=(_card(found),),
    )


def _is_total(answer: Answer) -> bool:
    return answer.query.measure is Measure.TOTAL


def _first(dataset: Dataset, query: Query) -> Headline | None:
    return next(iter(_headlines(dataset, query)), None)


def _headlines(dataset: Dataset, query: Query) -> tuple[Headline, ...]:
    return headlines(dataset, query, dataset.settings.headline_metrics)


def _named(answer: Answer, row: Row) -> dict[str, Cell]:
    return {
        "number": Sentence((value_of(answer, row),)),
        "what": counted_as(answer, row.metric),
        "place": answer.places[row.place].spoken,
        "day": day(row.day),
        "counter": answer.counter,
        "counters": possessive(answer.counter),
    }


def _document_of(found: Headline) -> Document:
    return documents_by_code(found.answer.sources)[found.row.source_id]


def _card(found: Headline) -> Link:
    number = value_of(found.answer, found.row)
    return Link(text=_("The card of this number"), href=card_address(number.card))


def _lowered(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _finished(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
