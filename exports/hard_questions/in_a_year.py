"""“So it was 8,359 in one year?” and “Where is most documented?”: what happened, and nothing else divided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from exports.hard_questions.hard_question import (
    Evidence,
    EvidenceLine,
    EvidenceTable,
    HardQuestion,
    counted_as,
    link_to,
    possessive,
    source_line,
)
from exports.numbers import size_of, value_of
from metrics.answer.rows import value_of as row_value
from metrics.answer.who_is_counted import label_of
from metrics.counts.table_rows import documents_named
from metrics.headline.documented_happened import Beside, documented_and_happened, metrics_beside
from metrics.headline.shares import CountAt, Share, Undivided, shares_of_places, undivided, widest
from metrics.language.phrasing import day, number, period
from metrics.language.wording import N_, _
from metrics.number.sentence import Sentence, joined, sentence_from
from metrics.query.query import Query
from validation import Dataset

MOST_ROWS: Final = 6
ADDED: Final = N_(
    "{counter} added {newly} to its total {what} in {place} between {start} and {end}, which can"
    " include earlier cases; {happened} are known to have happened from {first} to {last}."
)
ADDED_NO: Final = N_(
    "No: {counter} added {newly} to its total {what} in {place} between {start} and {end}, which can"
    " include earlier cases; {happened} are known to have happened from {first} to {last}."
)
SHARE: Final = N_(
    "{counters} number {what} in {place} from {first} to {last} is {whole}: {parts}; places differ in"
    " how easily a case becomes known."
)
ALONE: Final = N_("No other place has an exact figure in that document for that time.")
A_PART: Final = N_("{part} of them in {place} ({percentage}%)")
NOT_DIVIDED: Final = N_(
    "{label}, {period}: do not divide the {part} in {place} by the {newly} in {whole}. The first"
    " figure counts what happened in that year; the second is what was added to the total in that year,"
    " which can include earlier cases."
)


def so_many_in_a_year(dataset: Dataset, query: Query) -> HardQuestion | None:
    """What a year added to a total is not what happened in it; None where no year has both numbers."""
    for metric in metrics_beside(dataset, query):
        beside = documented_and_happened(dataset, query, metric)
        year = beside.newest
        if year is not None and row_value(year.both[1]) > 0:
            return _in_a_year(dataset, query, beside)
    return None


def _in_a_year(dataset: Dataset, query: Query, beside: Beside) -> HardQuestion | None:
    if beside.newest is None:
        return None
    year, (happened, newly) = beside.newest, beside.newest.both
    added = size_of(beside.newly, newly)
    answer = sentence_from(
        _(ADDED_NO if (year.difference or 0) > 0 else ADDED),
        counter=beside.newly.counter,
        newly=added,
        what=counted_as(beside.newly, beside.metric),
        place=beside.newly.places[newly.place].spoken,
        start=day(newly.covers[0]),
        end=day(newly.covers[1]),
        happened=value_of(beside.happened, happened),
        first=day(year.start),
        last=day(year.end),
    )
    documents = documents_named(dataset, (happened.source_id, newly.source_id))
    return HardQuestion(
        code="year",
        question=_("So it was {number} in one year?").format(number=added),
        answer=answer,
        evidence=(),
        figure=beside,
        source=source_line(documents),
        more=(link_to(_("Documented and happened"), "/documented", query),),
    )


def where_is_most(dataset: Dataset, query: Query) -> HardQuestion | None:
    """A place's share, where one document counts place and whole alike; None where none does."""
    shares = shares_of_places(dataset, query)
    best = widest(shares)
    if not best:
        return None
    refused = undivided(dataset, query)
    return HardQuestion(
        code="where",
        question=_("Where is most documented?"),
        answer=_shares_in_words(best),
        evidence=(_table((*best, *(one for one in shares if one not in best))), *_not_divided(refused)),
        source=source_line(documents_named(dataset, (best[0].part.row.source_id,))),
        more=(link_to(_("Regions"), "/regions", query),),
    )


def _shares_in_words(shares: tuple[Share, ...]) -> Sentence:
    """All places that the document counts of that period, the largest share first; that one is alone."""
    whole = shares[0].whole
    start, end = whole.period
    sentence = sentence_from(
        _(SHARE),
        whole=value_of(whole.answer, whole.row),
        what=counted_as(whole.answer, whole.row.metric),
        place=whole.answer.places[whole.row.place].spoken,
        counters=possessive(whole.answer.counter),
        first=day(start or end),
        last=day(end),
        parts=joined(", ", map(_part, shares)),
    )
    return sentence if len(shares) > 1 else sentence + Sentence((_(ALONE),))


def _part(share: Share) -> Sentence:
    return sentence_from(
        _(A_PART),
        part=_value(share.part),
        place=_place(share.part),
        percentage=number(share.percentage),
    )


def _value(one: CountAt) -> Sentence:
    return Sentence((value_of(one.answer, one.row),))


def _place(one: CountAt) -> str:
    return one.answer.places[one.row.place].spoken


def _not_divided(found: Undivided | None) -> Iterable[Evidence]:
    """Which numbers beside these must not be divided, and why."""
    if found is None:
        return
    part, newly = found.part, found.newly
    yield EvidenceLine(
        text=sentence_from(
            _(NOT_DIVIDED),
            label=label_of(part.answer, part.row.metric),
            period=period(*part.period),
            part=_value(part),
            place=_place(part),
            newly=size_of(newly.answer, newly.row),
            whole=_place(newly),
        )
    )


def _table(shares: tuple[Share, ...]) -> EvidenceTable:
    return EvidenceTable(
        label=_("Shares that may be given"),
        head=(_("What is counted"), _("Period"), _("Place"), _("Its number"), _("Of"), _("Share")),
        rows=tuple(
            (
                label_of(one.part.answer, one.part.row.metric),
                period(*one.part.period),
                _place(one.part),
                _value(one.part),
                _value(one.whole),
                _("{percentage}%").format(percentage=number(one.percentage)),
            )
            for one in shares[:MOST_ROWS]
        ),
        numeric=(3, 4, 5),
    )
