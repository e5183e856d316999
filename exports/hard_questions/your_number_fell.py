"""“Your number fell. Why?” Every fall of a stock or running total, and what is recorded of its time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from exports.hard_questions.hard_question import (
    EvidenceLine,
    EvidenceTable,
    HardQuestion,
    counted_as,
    link_to,
    opened,
    possessive,
    source_line,
)
from exports.numbers import number_of, value_of
from metrics.answer.who_is_counted import label_of
from metrics.counts.table_rows import documents_named
from metrics.headline.falls import Fall, falls_of_headlines, largest
from metrics.language.phrasing import counted, day, listed, number, unbroken_day
from metrics.language.wording import N_, _, ngettext
from metrics.number.card_address import question_of_card
from metrics.number.sentence import Link, Number, Sentence, joined, sentence_from
from metrics.number.single import Reference
from metrics.query.query import Query, Status
from validation import Dataset

CODE: Final = "fell"
IN_SHORT: Final = 5
STOCK_FELL: Final = N_(
    "{counters} number {what} in {place} fell by {size}, from {before} on {start} to {after} on {end};"
    " {known}."
)
TOTAL_FELL: Final = N_(
    "{counter} lowered its running total {what} in {place} by {size}, from {before} on {start} to {after} on"
    " {end}; {known}."
)
WORKED_OUT: Final = N_(
    "The number {what} in {place} calculated from {counters} figures fell by {size}, from {before} on"
    " {start} to {after} on {end}; {known}."
)
NO_REASON: Final = N_("no reason is recorded here")
# By whether there was one, or several.
AMNESTY: Final = {
    False: N_("there was an amnesty on {days}, but nothing recorded here says whether that is why"),
    True: N_("there were amnesties on {days}, but nothing recorded here says whether they are why"),
}
BREAK: Final = N_("what is counted changed on {day}: {what}")
RECORDS: Final = N_("recorded for {day}: {what}")
WHY_AT_ALL: Final = N_(
    "A figure for one day falls when more people leave than join, or when it is revised. A running"
    " total falls only when it is revised. Limits such as “at least” are not compared."
)


def your_number_fell(dataset: Dataset, query: Query) -> HardQuestion | None:
    """The largest fall in a sentence, the newest in a table; None where nothing fell."""
    falls = falls_of_headlines(dataset, query)
    fall = largest(falls)
    if fall is None:
        return None
    in_short = [one for one in falls if one in falls[:IN_SHORT] or one is fall]
    is_short = len(in_short) < len(falls)
    return HardQuestion(
        code=CODE,
        question=_("Your number fell. Why?"),
        answer=fall_in_words(fall),
        evidence=(_table(in_short), EvidenceLine(text=_(WHY_AT_ALL))),
        whole=(_table(falls), EvidenceLine(text=_(WHY_AT_ALL))) if is_short else (),
        figure=fall.answer,
        source=source_line(documents_named(dataset, (row.source_id for row in (fall.first, fall.last)))),
        more=(*([_all(query, len(falls))] if is_short else []), link_to(_("Revisions"), "/revisions", query)),
    )


def fall_in_words(fall: Fall) -> Sentence:
    """One fall in a sentence, with what is recorded of its time."""
    answer, first, last = fall.answer, fall.first, fall.last
    words = STOCK_FELL if fall.is_of_stock else TOTAL_FELL
    if Status.DERIVED in (first.status, last.status):
        words = WORKED_OUT
    return sentence_from(
        _(words),
        counter=answer.counter,
        counters=possessive(answer.counter),
        what=counted_as(answer, first.metric),
        place=answer.places[first.place].spoken,
        size=_size(fall),
        before=value_of(answer, first),
        start=day(first.day),
        after=value_of(answer, last),
        end=day(last.day),
        known="; ".join(what_is_known(fall)) or _(NO_REASON),
    )


def what_is_known(fall: Fall) -> list[str]:
    """What is recorded of its time, in half-sentences; empty where there is nothing."""
    known = [
        _(BREAK if one.kind == "definition" else RECORDS).format(
            day=day(one.day), what=_(one.what_changed).removesuffix(".").removesuffix("။")
        )
        for one in fall.breaks
    ]
    if fall.amnesties:
        days = [day(event.day) for event in fall.amnesties]
        known.append(_(AMNESTY[len(days) > 1]).format(days=listed(days)))
    return known


def _size(fall: Fall) -> Number:
    """By how many it fell; the card compares the two counts."""
    reference = Reference(answer=fall.answer, row=fall.last.label, since=fall.first.label)
    return Number(text=number(fall.size), card=question_of_card(reference), row=fall.last.label)


def _all(query: Query, falls: int) -> Link:
    """Where this question is opened, with every fall."""
    words = ngettext("{count} fall", "All {count} falls", falls).format(count=number(falls))
    return Link(text=words, href=opened(CODE, query))


def _table(falls: Sequence[Fall]) -> EvidenceTable:
    return EvidenceTable(
        label=_("Falls"),
        head=(
            _("When"),
            _("What is counted"),
            _("Fell by"),
            _("Figures"),
            _("What is recorded for that time"),
        ),
        rows=tuple(
            (
                _("{start} to {end}").format(
                    start=unbroken_day(fall.first.day), end=unbroken_day(fall.last.day)
                ),
                label_of(fall.answer, fall.first.metric),
                Sentence((_size(fall),)),
                joined(_(", then "), _figures(fall)),
                _known_in_a_cell(fall),
            )
            for fall in falls
        ),
        numeric=(2,),
    )


def _figures(fall: Fall) -> Iterator[Sentence]:
    """The figures of a fall; those between its first and its last with their own days."""
    for row in fall.rows:
        figure = number_of(fall.answer, row, number(row.value or 0))
        if row in (fall.first, fall.last):
            yield Sentence((figure,))
        else:
            yield sentence_from(_("{figure} on {day}"), figure=figure, day=unbroken_day(row.day))


def _known_in_a_cell(fall: Fall) -> str:
    known = [
        *(_("{day}: {what}").format(day=day(one.day), what=one.what_changed) for one in fall.breaks),
        *(_("Amnesty of {day}.").format(day=day(event.day)) for event in fall.amnesties),
    ]
    if fall.left_out:
        left_out = counted(
            "{count} figure from that time is left out here as an error.",
            "{count} figures from that time are left out here as errors.",
            len(fall.left_out),
        )
        known.append(str(left_out))
    if Status.DERIVED in {row.status for row in fall.rows}:
        known.append(_("Calculated, not published."))
    return " ".join(known) or _("No reason is recorded here.")
