"""The words of a card, in the order in which a speaker needs them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from app_pages.card.card_evidence import also_printed, checks, other_organisations, time_of
from app_pages.card.card_to_take import link_to, to_take_along
from app_pages.words.words import Block, Cell, Copied, Facts, Line, Words
from exports.numbers import count_of, difference_of, value_of
from exports.sentences import card_sentence
from metrics.answer.answer import Answer
from metrics.answer.buckets import bucket_span
from metrics.answer.who_is_counted import event_counted, label_of, people_counted
from metrics.card.cards import Card, LeftOut, Printed
from metrics.counts.definitions import Definition
from metrics.counts.typed_rows import Document
from metrics.headline.ages import newer_in_series
from metrics.headline.unsupported_claims import unsupported_claims_of_rows
from metrics.language.phrasing import day, during, number, period
from metrics.language.wording import N_, _
from metrics.number.number_name import number_name
from metrics.number.sentence import Link, Number, Sentence, joined, rendered, sentence_from
from metrics.query.caching import cached_words
from metrics.query.query import Measure, Status
from metrics.question.address import address_of_clocks
from metrics.revisions.change_since import changed_since
from validation import Dataset

PRINTED_AS_IT_STANDS: Final = N_("This is the figure as published.")


def title_in_words(shown: Card | LeftOut, dataset: Dataset) -> str:
    """The number and what it counts, for the tab of a browser."""
    if isinstance(shown, Card):
        return number_name(dataset, _headline(shown))
    quantity = count_of(shown.printed.count, shown.answer.query, stands=False)
    return number_name(dataset, quantity) if isinstance(quantity, Number) else quantity


def number_in_words(card: Card, dataset: Dataset) -> Words:
    """The first part of a card: the number, its documents, what is counted, what it does not say."""
    counted = _what_is_counted(card.answer, card.row.metric)
    parts = (_the_number(card, dataset), _documents(card), counted, _unsupported_claims(card))
    return Words(tuple(chain.from_iterable(parts)))


NOT_RECORDED: Final = N_("Not recorded here.")


@cached_words
def left_out_in_words(left_out: LeftOut, host: str) -> Words:
    """A count that a correction leaves out: what was printed, why it is in no series, where it was found.

    `host` is the server as the reader addresses it, for the link.
    """
    answer, printed = left_out.answer, left_out.printed
    count = printed.count
    place = answer.places[count.place].name
    time = _("published for {time}").format(time=time_of(count))
    counter = _("counted by {counter}").format(counter=answer.counter)
    left_out_on = count.excluded_on or answer.edition
    reason = _("Left out of all series by a correction recorded on {day}: {reason}")
    return Words(
        (
            Line(text=f"{label_of(answer, count.metric)}, {place}", look="label", tag="h2"),
            Line(text=Sentence((count_of(count, answer.query, stands=False),)), look="headline"),
            Line(text=f"{time} · {counter}", look="caption"),
            Line(
                text=reason.format(day=day(left_out_on), reason=count.reason),
                look="caution",
            ),
            Line(text=_("Who says so"), tag="h3"),
            Facts(facts=tuple(_document(answer, printed))),
            *_what_is_counted(answer, count.metric),
            *also_printed(answer.query, left_out.others_printed),
            link_to(answer, answer.query, host),
        )
    )


@cached_words
def checks_in_words(card: Card, dataset: Dataset) -> Words:
    """The checks of the number; the first call for a dataset compares all counts, which takes a second."""
    return Words(tuple(checks(card, dataset)))


def rest_in_words(card: Card, dataset: Dataset, host: str) -> Words:
    """What else was printed, what other organisations count, and what can be copied.

    `host` is the server as the reader addresses it, for links and programs.
    """
    printed = also_printed(card.answer.query, card.others_printed, card.left_out)
    parts = (printed, other_organisations(card), to_take_along(card, dataset, host))
    return Words(tuple(chain.from_iterable(parts)))


def _the_number(card: Card, dataset: Dataset) -> Iterator[Block]:
    answer, row = card.answer, card.row
    place = answer.places[row.place].name
    yield Line(text=f"{label_of(answer, row.metric)}, {place}", look="label", tag="h2")
    yield Line(text=Sentence((_headline(card),)), look="headline")
    yield Line(text=_time(card), look="caption")
    newer = newer_in_series(dataset, answer, row)
    if newer:
        yield Line(text=str(newer), look="changed")
    yield from _where_it_stands(card)
    change = changed_since(dataset, answer.query)
    if change:
        yield Line(text=str(change.sentence), look="changed")
    yield Line(text=_origin(card))
    yield Copied(text=card_sentence(card), label=_("To say aloud"))
    for caveat in answer.caveats:
        yield Line(text=str(caveat.message), look="caution")


def _headline(card: Card) -> Number:
    """The number of the card; for a difference that may be stated, how many more or fewer."""
    if card.comparison is None or card.comparison.change.refused:
        return value_of(card.answer, card.row)
    change = card.comparison.change
    words = _("{number} more") if change.difference >= 0 else _("{number} fewer")
    return difference_of(card.comparison.answer, change, words.format(number=number(abs(change.difference))))


def _where_it_stands(card: Card) -> Iterator[Block]:
    """For a document's own count, the count that stands instead; for an event, where all its counts are."""
    query = card.answer.query
    standing = [
        one.count for one in card.others_printed if one.stands and one.count.metric == card.row.metric
    ]
    if query.source and standing:
        same = all(count.value == card.row.value for count in standing)
        template = _("Another document gives the same figure, {quantity}, and is the one used for this time.")
        if not same:
            template = _("Another figure is used for this time: {quantity}.")
        numbers = joined("; ", (count_of(count, query, stands=True) for count in standing))
        yield Line(text=sentence_from(template, quantity=numbers), look="changed")
    if query.event:
        href = f"/amnesties?{address_of_clocks(query, event_id=query.event)}"
        yield Line(text=Sentence((Link(text=_("Everything known about this event"), href=href),)))


def _time(card: Card) -> str:
    """The time of the number, its counter, and the day of knowledge."""
    answer = card.answer
    clocks = _("as known on {known_on}").format(known_on=day(answer.known_on))
    return " · ".join((_stands_for(card), _("counted by {counter}").format(counter=answer.counter), clocks))


def _stands_for(card: Card) -> str:
    answer, row = card.answer, card.row
    if card.comparison:
        change = card.comparison.change
        ends = (change.earlier.day, change.later.day)
        return _("between {earlier_day} and {day}").format(earlier_day=day(ends[0]), day=day(ends[1]))
    if row.value is None:
        return period(*bucket_span(row.bucket, answer=answer))
    if answer.query.measure is Measure.NEWLY_DOCUMENTED:
        covered = period(*row.covers)
        return _("newly documented from {period}").format(period=covered)
    if answer.query.measure is Measure.HAPPENED:
        return _("happened {period}").format(period=during(row.period_start, row.day))
    if answer.metrics[row.metric].kind == "stock":
        return _("on {day}").format(day=day(row.day))
    return _("documented {since}, as of {day}").format(since=_(answer.origin_label), day=day(row.day))


def _origin(card: Card) -> str:
    """Whether the number was printed so, or how it was worked out."""
    row = card.row
    if card.comparison and not card.comparison.change.refused:
        return _("Calculated, not published: the later figure minus the earlier one.")
    if row.value is None:
        return _("There is no figure. That does not mean zero.")
    if row.status == Status.DERIVED:
        return _("Calculated, not published: {how}.").format(how=row.note)
    return " ".join(part for part in (_(PRINTED_AS_IT_STANDS), row.note) if part)


def _documents(card: Card) -> Iterator[Block]:
    if not card.inputs:
        return
    is_worked_out = len(card.inputs) > 1 or card.row.status == Status.DERIVED
    yield Line(text=_("Who says so"), tag="h3")
    for printed in card.inputs:
        inputs = (_input(card.answer, printed),) if is_worked_out else ()
        yield Facts(facts=(*inputs, *_document(card.answer, printed)))


def _input(answer: Answer, printed: Printed) -> tuple[str, Cell]:
    """One of the counts that a number is worked out from."""
    count = printed.count
    metric = answer.metrics.get(count.metric)
    label = metric.label if metric else count.metric
    value = count_of(count, answer.query, stands=printed.stands)
    return (
        _("Figure"),
        sentence_from(_("{label}: {quantity} ({time})"), label=label, quantity=value, time=time_of(count)),
    )


def _document(answer: Answer, printed: Printed) -> Iterator[tuple[str, Cell]]:
    count, document = printed.count, printed.document
    yield _("Document"), _linked(document)
    yield _("Counted by"), answer.counter
    relayed = _("{publisher}, reporting a figure by {counter}.")
    publisher = document.publisher_name
    if printed.is_relayed:
        publisher = relayed.format(publisher=publisher, counter=answer.counter)
    yield _("Published by"), _with_about(publisher, document)
    yield _("Published"), _published(printed)
    if count.locator:
        yield _("Look for"), _("“{words}”").format(words=count.locator)


def _with_about(publisher: str, document: Document) -> str:
    """The publisher, and who that is where it is recorded."""
    about = _(document.publisher_about)
    stop = _(".")
    return f"{publisher.removesuffix(stop)}{stop} {about}" if about else publisher


def _linked(document: Document) -> Sentence:
    return Sentence((Link(text=document.called, href=document.url),))


def _published(printed: Printed) -> str:
    on = day(printed.document.published)
    if printed.document.published_is == "printed":
        return on
    return _("not before {day}, the latest date that it mentions; it gives no date of its own").format(day=on)


def _what_is_counted(answer: Answer, code: str) -> Iterator[Block]:
    definition = answer.definitions[code]
    yield Line(text=_("What is counted"), tag="h3")
    yield Facts(
        facts=(
            (_("Counted"), _counted(answer, definition)),
            (_("Not counted"), _(definition.not_counted or NOT_RECORDED)),
            *_how_confirmed(definition),
            *((_("As stated in"), _linked(document)) for document in definition.documents),
            (_("People"), ", ".join(people_counted(answer))),
            *((_("Event"), event) for event in event_counted(answer)),
        )
    )


def _how_confirmed(definition: Definition) -> Iterator[tuple[str, str]]:
    """What is asked of a number that is attacked; where no document answers, that is said."""
    yield _("How it is verified"), _in_words(definition.how_verified) or _("No document says how.")
    yield _("Standard of proof"), _in_words(definition.standard_of_proof) or _("No document says.")
    yield (
        _("People or cases"),
        _in_words(definition.unit_of_count)
        or _("No document says whether somebody is counted again when it happens again."),
    )
    yield _("Not reached"), _in_words(definition.not_reached) or _("No document says who is not reached.")
    yield from ((_("In the words of the document"), f"“{words}”") for words, _from in definition.quotations)


def _in_words(text: str) -> str:
    """Words of the tables in the reader's language; nothing stays nothing."""
    return _(text) if text else ""


def _counted(answer: Answer, definition: Definition) -> str:
    """The counter's definition; where none is recorded, as what the number is entered here."""
    if definition.definition:
        return _(definition.definition)
    entered = _("{counter}'s own definition is not recorded here. Its figure is filed under: {definition}")
    return entered.format(counter=answer.counter, definition=_(definition.what_it_counts))


def _unsupported_claims(card: Card) -> Iterator[Block]:
    claims = unsupported_claims_of_rows(card.answer)
    if claims:
        yield Line(text=_("What this figure cannot tell you"), tag="h3")
        yield from (Line(text=rendered(claim.what) + rendered(claim.why)) for claim in claims)
