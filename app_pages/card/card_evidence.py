"""The evidence for and against a card's number: checks, other printed counts, other organisations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from app_pages.words.clauses import clause_in_words
from app_pages.words.names import OUTCOMES, STANDINGS
from app_pages.words.words import Block, Cell, Line, Table
from exports.numbers import count_of
from metrics.card.cards import Card, Printed
from metrics.card.other_organisations import OtherCount
from metrics.checks.judgements import Judgement, judgements_on
from metrics.checks.known_comparisons import Outcome
from metrics.counts.candidates import clocks_of
from metrics.counts.listings import Standing
from metrics.counts.typed_rows import PublishedCount
from metrics.language.phrasing import day, period
from metrics.language.wording import N_, _
from metrics.number.sentence import Link, Sentence, joined, sentence_from
from metrics.query.query import Query
from validation import Dataset

RULE: Final = N_(
    "Where there are several figures, an exact one is used before an approximate one or a limit, then"
    " the one published last, then the one in the organisation's own document, then the one whose"
    " document has the higher code."
)


def checks(card: Card, dataset: Dataset) -> Iterator[Block]:
    """The result of each check of the counts that the number rests on."""
    if not card.inputs:
        return
    query = card.answer.query
    lines = frozenset(printed.count.line for printed in card.inputs)
    judgements = judgements_on(dataset, lines, clocks_of(dataset, query))
    yield Line(text=_("How it was checked"), tag="h3")
    tested = [one for one in judgements if one.outcome != Outcome.NOT_TESTABLE]
    if tested:
        yield _tested(dataset, tested, query)
    not_testable = [
        sentence_from(
            _("{check} ({why})"),
            check=str(one.title),
            why=clause_in_words(dataset, one.clause, one.named, query),
        )
        for one in judgements
        if one.outcome == Outcome.NOT_TESTABLE
    ]
    if not_testable:
        words = sentence_from(_("Checks that could not be run: {checks}."), checks=joined("; ", not_testable))
        yield Line(text=words, look="caption")


def _tested(dataset: Dataset, tested: Iterable[Judgement], query: Query) -> Table:
    return Table(
        label=_("How it was checked"),
        head=(_("Check"), _("Outcome"), _("In numbers")),
        rows=tuple(
            (
                str(one.title),
                _(OUTCOMES[one.outcome]),
                clause_in_words(dataset, one.clause, one.named, query),
            )
            for one in tested
        ),
    )


def also_printed(
    query: Query, others: Iterable[Printed], left_out: Iterable[Printed] = ()
) -> Iterator[Block]:
    """What else documents print for a number's time, and what a correction leaves out."""
    yield Line(text=_("Other figures published for this time"), tag="h3")
    rows = [*(_other_printed(one, query) for one in others), *(_left_out(one, query) for one in left_out)]
    if not rows:
        yield Line(text=_("No other document recorded here gives one."))
        return
    yield Line(text=_(RULE), look="caption")
    yield Table(
        label=_("Other figures published for this time"),
        head=(_("Figure"), _("Document"), _("Published"), _("Use")),
        rows=tuple(rows),
    )


def _other_printed(printed: Printed, query: Query) -> tuple[Cell, ...]:
    standing = Standing.STANDS if printed.stands else Standing.SUPERSEDED
    return (*_printed_cells(printed, query), _(STANDINGS[standing]))


def _left_out(printed: Printed, query: Query) -> tuple[Cell, ...]:
    reason = _("left out by a correction: {reason}").format(reason=printed.count.reason)
    return (*_printed_cells(printed, query), reason)


def _printed_cells(printed: Printed, query: Query) -> tuple[Cell, ...]:
    document = printed.document
    title = Sentence((Link(text=document.called, href=document.url),))
    return (
        _count_in_words(printed, query),
        title,
        _("{publisher}, {day}").format(publisher=document.publisher_name, day=day(document.published)),
    )


def other_organisations(card: Card) -> Iterator[Block]:
    """The nearest count of each other organisation, with what differs in its scope."""
    yield Line(text=_("What other organisations say"), tag="h3")
    if not card.other_organisations:
        yield Line(text=_("No figure by another organisation within a year of this one is recorded."))
        return
    yield Line(
        text=_(
            "Their figures differ in scope. They neither confirm nor contradict this one, and must"
            " never be added up."
        ),
        look="caption",
    )
    yield Table(
        label=_("What other organisations say"),
        head=(_("Organisation"), _("Figure"), _("How it differs")),
        rows=tuple(_other(one, card.answer.query) for one in card.other_organisations),
    )


def _other(other: OtherCount, query: Query) -> tuple[Cell, ...]:
    words = sentence_from(
        _("{quantity} ({time})"),
        quantity=count_of(other.count, query, stands=True),
        time=time_of(other.count),
    )
    document = Link(text=other.document.called, href=other.document.url)
    differences = [*map(str, other.differences), other.note]
    return other.organisation, words, Sentence((" ".join(filter(None, differences)) + " ", document))


def _count_in_words(printed: Printed, query: Query) -> Sentence:
    quantity = count_of(printed.count, query, stands=printed.stands)
    return sentence_from(_("{quantity} ({time})"), quantity=quantity, time=time_of(printed.count))


def time_of(count: PublishedCount) -> str:
    """The day of a count, or its period; of a running total its last day."""
    return period(None if count.basis == "documented" else count.period_start, count.period_end)
