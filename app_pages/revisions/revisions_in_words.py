"""Revisions as tables, the newest first: the earlier count, the later one, when, in which document, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app_pages.words.text_tables import table_of
from app_pages.words.words import Cell, Words
from exports.numbers import count_of
from metrics.answer.answer import Answer
from metrics.counts.typed_rows import PublishedCount
from metrics.language.phrasing import counted, number, period, quantity, unbroken_day
from metrics.language.wording import N_, _
from metrics.number.card_address import CardQuestion
from metrics.number.sentence import Number, Sentence
from metrics.revisions.revision_causes import CauseKind
from metrics.revisions.revisions import FirstAndLatest, PublishedValue, Revision, Revisions

CAUSES: Final = {
    CauseKind.DOCUMENT: N_("published later"),
    CauseKind.RECORDED_LATE: N_("an older document, recorded here late"),
    CauseKind.CORRECTION: N_("corrected here"),
    CauseKind.BREAK: N_("a change of definition, recorded here"),
}
BY_DOCUMENTS: Final = (CauseKind.DOCUMENT, CauseKind.RECORDED_LATE)


def revised_by_documents(revisions: Revisions) -> Words | None:
    """What documents revised, a row a revision; None where they revised nothing."""
    found = [one for one in revisions.revisions if one.cause in BY_DOCUMENTS]
    return _table(_("Revised in documents"), found, revisions.answer) if found else None


def revised_here(revisions: Revisions) -> Words | None:
    """What this data set itself changed between its editions, a row a change; None where nothing was."""
    found = [one for one in revisions.revisions if one.cause not in BY_DOCUMENTS]
    return _table(_("Corrected by us"), found, revisions.answer) if found else None


def _table(label: str, found: Sequence[Revision], answer: Answer) -> Words:
    """A row for each, the newest period first, and of one period the newest revision."""
    revisions = sorted(found, key=lambda one: (one.period_end, one.on), reverse=True)
    return table_of(
        label,
        {
            _("Period"): [period(one.period_start, one.period_end) for one in revisions],
            _("Was"): [_value(one, one.was, answer) for one in revisions],
            _("Published in"): [_document(one.was) for one in revisions],
            _("Changed to"): [_value(one, one.now, answer, left_out=True) for one in revisions],
            _("Difference"): [_difference(one) for one in revisions],
            _("Date"): [unbroken_day(one.on) for one in revisions],
            _("Document"): [one.source_id for one in revisions],
            _("Reason"): [one.reason or _(CAUSES[one.cause]) for one in revisions],
        },
        numeric=(_("Was"), _("Changed to"), _("Difference")),
    )


def _value(
    revision: Revision, printed: PublishedValue | None, answer: Answer, *, left_out: bool = False
) -> Cell:
    """What a document says of the period; the number opens its card."""
    if printed is None:
        return _("left out") if left_out else _("no figure")
    card = card_of_value(revision, printed, answer)
    return Sentence(
        (Number(text=quantity(printed.value, printed.qualifier, upper=printed.value_to), card=card),)
    )


def card_of_value(period: Revision | FirstAndLatest, printed: PublishedValue, answer: Answer) -> CardQuestion:
    """The question of the card of a published value; about its document alone where it was not selected."""
    start, end = period.period_start or period.period_end, period.period_end
    stands = any((row.bucket, row.source_id) == (period.bucket, printed.source_id) for row in answer.rows)
    return CardQuestion(
        replace(answer.query, start=start, end=end, source="" if stands else printed.source_id), None
    )


def _document(printed: PublishedValue | None) -> str:
    return "" if printed is None else f"{printed.source_id}, {unbroken_day(printed.published)}"


def _difference(one: Revision) -> str:
    if one.difference is None:
        return _("not exact")
    sign = "+" if one.difference > 0 else "\N{MINUS SIGN}"
    return f"{sign}{number(abs(one.difference))}"


def left_out_here(answer: Answer) -> Words | None:
    """The counts of the question that corrections leave out, each with its reason; None without any."""
    counts = sorted(answer.excluded, key=lambda count: count.period_end, reverse=True)
    if not counts:
        return None
    return table_of(
        _("Left out"),
        {
            _("Period"): [_time_of(count) for count in counts],
            _("Figure"): [Sentence((count_of(count, answer.query, stands=False),)) for count in counts],
            _("Published in"): [count.source_id for count in counts],
            _("Left out since"): [unbroken_day(count.excluded_on) for count in counts],
            _("Reason"): [count.reason or "" for count in counts],
        },
        numeric=(_("Figure"),),
    )


def _time_of(count: PublishedCount) -> str:
    """A running total is of a day, as a stock is."""
    return period(count.period_start if count.basis == "happened" else None, count.period_end)


def never_revised(revisions: Revisions) -> str:
    """How many periods were never revised."""
    if revisions.periods == 1:
        if revisions.never_revised:
            return _("One period has a figure; it was never revised.")
        return _("One period has a figure; it was revised.")
    return str(
        counted(
            "Of {periods} periods with a figure, {count} was never revised.",
            "Of {periods} periods with a figure, {count} were never revised.",
            revisions.never_revised,
            periods=revisions.periods,
        )
    )
