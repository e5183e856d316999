"""What a card says, in the order in which somebody is asked for it at a lectern."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

import pandas as pd

from app_pages.card_evidence import checks, other_organisations, printed_before, time_of
from app_pages.platform.words import Block, Cell, Copied, Facts, Line, Words
from exports.citations import citation
from exports.numbers import count_of, value_of
from exports.row_sentences import label_of, row_sentence
from exports.sentences import change_in_words
from exports.snippets import snippets
from metrics.address import address_of_clocks
from metrics.answer import Answer, Status
from metrics.buckets import bucket_span
from metrics.card_address import CardQuestion, card_address
from metrics.cards import Card, LeftOut, Printed
from metrics.people import of_event, of_whom
from metrics.phrasing import day, period
from metrics.query import Measure, Query
from metrics.refusals import refusals_of_rows
from metrics.sentence import Link, Sentence, joined, said, worded
from metrics.sharing import shared_words
from metrics.single import pinned
from metrics.was_now import changed_since
from metrics.wording import N_, _
from validation import Dataset

KEPT_CARDS: Final = 256
PRINTED_AS_IT_STANDS: Final = N_("Printed as it stands in the document.")


@shared_words(most=KEPT_CARDS)
def number_in_words(card: Card, dataset: Dataset) -> Words:
    """What is asked first: the number, who says so, what is counted, what it does not say."""
    counted = _what_is_counted(card.answer, card.row.metric)
    parts = (_the_number(card, dataset), _documents(card), counted, _not_said(card))
    return Words(tuple(chain.from_iterable(parts)))


@shared_words(most=KEPT_CARDS)
def left_out_in_words(left_out: LeftOut) -> Words:
    """A count that a correction leaves out: what was printed, why it stands nowhere, where it was found."""
    answer, printed = left_out.answer, left_out.printed
    count = printed.count
    place = answer.places.loc[count.place, "name"]
    time = _("printed for {time}").format(time=time_of(count))
    counter = _("counted by {counter}").format(counter=answer.counter)
    reason = _("Left out of every series by a correction recorded on {day}: {reason}")
    return Words(
        (
            Line(text=f"{label_of(answer, count.metric)}, {place}", look="label"),
            Line(text=Sentence((count_of(count, answer.query, stands=False),)), look="headline"),
            Line(text=f"{time} · {counter}", look="caption"),
            Line(text=reason.format(day=day(count.excluded_on.date()), reason=count.reason), look="caution"),
            Line(text=_("Who says so"), tag="h3"),
            Facts(facts=tuple(_document(answer, printed))),
            *_what_is_counted(answer, count.metric),
        )
    )


@shared_words(most=KEPT_CARDS)
def checks_in_words(card: Card, dataset: Dataset) -> Words:
    """How the number was checked: to compare all counts takes a second where nobody asked before."""
    return Words(tuple(checks(card, dataset)))


@shared_words(most=KEPT_CARDS)
def rest_in_words(card: Card, dataset: Dataset, host: str) -> Words:
    """What else was printed, what others say, and what is taken along.

    `host` is the server as the reader addresses it, for links and programs.
    """
    parts = (printed_before(card), other_organisations(card), _to_take_along(card, dataset, host))
    return Words(tuple(chain.from_iterable(parts)))


def _the_number(card: Card, dataset: Dataset) -> Iterator[Block]:
    answer, row = card.answer, card.row
    place = answer.places.loc[row.place, "name"]
    yield Line(text=f"{label_of(answer, row.metric)}, {place}", look="label")
    yield Line(text=Sentence((value_of(answer, row),)), look="headline")
    yield Line(text=_time(card), look="caption")
    yield from _where_it_stands(card)
    change = changed_since(dataset, answer.query)
    if change:
        yield Line(text=str(change.sentence), look="changed")
    if card.comparison:
        yield Line(text=change_in_words(card.comparison.answer, card.comparison.change))
    yield Line(text=_origin(card))
    yield Copied(text=row_sentence(answer, row), label=_("To read out"))
    for caveat in answer.caveats:
        yield Line(text=str(caveat.message), look="caution")


def _where_it_stands(card: Card) -> Iterator[Block]:
    """Of what one document prints, the count that stands instead; of an event, where all its counts are."""
    query = card.answer.query
    standing = [
        one.count for one in card.others_printed if one.stands and one.count.metric == card.row.metric
    ]
    if query.source and standing:
        same = all(count.value == card.row.value for count in standing)
        template = _("Another document prints the same number, {quantity}, and stands for this time.")
        if not same:
            template = _("Another count stands for this time: {quantity}.")
        numbers = joined("; ", (count_of(count, query, stands=True) for count in standing))
        yield Line(text=said(template, quantity=numbers), look="changed")
    if query.event:
        href = f"/amnesties?{address_of_clocks(query, event_id=query.event)}"
        yield Line(text=Sentence((Link(text=_("All that is known of this event"), href=href),)))


def _time(card: Card) -> str:
    """Which time the number stands for, whose count it is, and as known on which day."""
    answer = card.answer
    clocks = _("as known on {known_on}").format(known_on=day(answer.known_on))
    return " · ".join((_stands_for(card), _("counted by {counter}").format(counter=answer.counter), clocks))


def _stands_for(card: Card) -> str:
    answer, row = card.answer, card.row
    if pd.isna(row.value):
        return period(*bucket_span(row.bucket, answer=answer))
    if answer.query.measure is Measure.NEWLY_DOCUMENTED:
        covered = period(row.covers_from.date(), row.covers_to.date())
        return _("newly documented from {period}").format(period=covered)
    if answer.query.measure is Measure.HAPPENED:
        happened = period(row.period_start.date(), row.period_end.date())
        return _("happened {period}").format(period=happened)
    if answer.metrics.loc[row.metric, "kind"] == "stock":
        return _("on {day}").format(day=day(row.period_end.date()))
    return _("documented {since}, as of {day}").format(
        since=answer.origin_label, day=day(row.period_end.date())
    )


def _origin(card: Card) -> str:
    """Whether the number was printed so, or how it was worked out."""
    row = card.row
    if pd.isna(row.value):
        return _("There is no count, which is not the same as none.")
    if row.status == Status.DERIVED:
        return _("Not printed, but worked out: {how}.").format(how=row.note)
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
    label = answer.metrics["label"].get(count.metric, count.metric)
    value = count_of(count, answer.query, stands=printed.stands)
    return (
        _("Count"),
        said(_("{label}: {quantity} ({time})"), label=label, quantity=value, time=time_of(count)),
    )


def _document(answer: Answer, printed: Printed) -> Iterator[tuple[str, Cell]]:
    count, document = printed.count, printed.document
    yield _("Document"), Sentence((Link(text=document.title or document.source_id, href=document.url),))
    yield _("Counted by"), answer.counter
    relayed = _("{publisher}, which relays the count").format(publisher=document.publisher_name)
    yield _("Printed by"), relayed if printed.is_relayed else document.publisher_name
    yield _("Published"), _published(printed)
    if count.locator:
        yield _("Found by"), _("“{words}”").format(words=count.locator)


def _published(printed: Printed) -> str:
    on = day(printed.document.published.date())
    if printed.document.published_is == "printed":
        return on
    return _("not before {day}, the latest day that it speaks of: it prints no date").format(day=on)


def _what_is_counted(answer: Answer, code: str) -> Iterator[Block]:
    metric = answer.metrics.loc[code]
    yield Line(text=_("What is counted"), tag="h3")
    yield Facts(
        facts=(
            (_("Counted"), metric["definition"]),
            (_("Not counted"), metric["not_counted"] or _("Nothing is recorded of who is not counted.")),
            (_("Of whom"), ", ".join(of_whom(answer.query))),
            *((_("Of which event"), event) for event in of_event(answer)),
        )
    )


def _not_said(card: Card) -> Iterator[Block]:
    refusals = refusals_of_rows(card.answer)
    if refusals:
        yield Line(text=_("What it does not say"), tag="h3")
        yield from (Line(text=worded(refusal.what) + worded(refusal.why)) for refusal in refusals)


def _to_take_along(card: Card, dataset: Dataset, host: str) -> Iterator[Block]:
    question = _lasting(card)
    since = card.comparison.change.earlier.period_end.date() if card.comparison else None
    address = host + card_address(CardQuestion(question, since))
    yield Line(text=_("Cite it, link to it, get it by program"), tag="h3")
    change = changed_since(dataset, card.answer.query)
    since_then = str(change.sentence) if change else ""
    cited = citation(card, title=dataset.settings.title, since_then=since_then)
    yield Copied(text=cited, label=_("Citation"))
    yield Copied(text=address, label=_("Link to this number, the same for ever"), look="code")
    for snippet in snippets(question, bucket=card.row.bucket, host=host):
        yield Copied(text=snippet.lines, label=snippet.language, look="code")


def _lasting(card: Card) -> Query:
    """The question with both clocks stopped; that of a gap goes on, since later a count may be known."""
    query = card.answer.query
    return query if pd.isna(card.row.value) else pinned(card.answer, query)
