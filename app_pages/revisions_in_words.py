"""Revisions as tables: what was said of a period, what it became, when, in which document, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pandas as pd

from app_pages.tables import escaped
from metrics.answer import Answer
from metrics.causes import Cause
from metrics.phrasing import counted, number, period, quantity, unbroken_day
from metrics.revisions import Revision, Revisions, Said
from metrics.sharing import shared_words
from metrics.wording import N_, _

KEPT_TABLES: Final = 64
CAUSES: Final = {
    Cause.DOCUMENT: N_("published later"),
    Cause.RECORDED_LATE: N_("an older document, recorded here late"),
    Cause.CORRECTION: N_("corrected here"),
    Cause.BREAK: N_("a change of definition, recorded here"),
}
BY_DOCUMENTS: Final = (Cause.DOCUMENT, Cause.RECORDED_LATE)


@shared_words(most=KEPT_TABLES)
def revised_by_documents(revisions: Revisions) -> pd.DataFrame:
    """What documents revised, a row a revision; escaped."""
    return _table([one for one in revisions.revisions if one.cause in BY_DOCUMENTS])


@shared_words(most=KEPT_TABLES)
def revised_here(revisions: Revisions) -> pd.DataFrame:
    """What this data set itself changed between its editions, a row a change; escaped."""
    return _table([one for one in revisions.revisions if one.cause not in BY_DOCUMENTS])


def _table(revisions: Sequence[Revision]) -> pd.DataFrame:
    return escaped(
        {
            _("Period"): [period(one.period_start, one.period_end) for one in revisions],
            _("Was"): [_said(one.was) for one in revisions],
            _("Printed in"): [_document(one.was) for one in revisions],
            _("Became"): [_said(one.now, left_out=True) for one in revisions],
            _("Difference"): [_difference(one) for one in revisions],
            _("On"): [unbroken_day(one.on) for one in revisions],
            _("By"): [one.source_id for one in revisions],
            _("Why"): [one.reason or _(CAUSES[one.cause]) for one in revisions],
        }
    )


def _said(said: Said | None, *, left_out: bool = False) -> str:
    if said is None:
        return _("left out") if left_out else _("no count")
    return quantity(said.value, said.qualifier)


def _document(said: Said | None) -> str:
    return "" if said is None else f"{said.source_id}, {unbroken_day(said.published)}"


def _difference(one: Revision) -> str:
    if one.difference is None:
        return _("none, not exact")
    sign = "+" if one.difference > 0 else "\N{MINUS SIGN}"
    return f"{sign}{number(abs(one.difference))}"


@shared_words(most=KEPT_TABLES)
def left_out_here(answer: Answer) -> pd.DataFrame:
    """The counts of the question that corrections leave out, each with its reason; escaped."""
    counts = answer.excluded.sort_values("period_end", kind="stable")
    # A running total is of a day, as a stock is.
    starts = counts["period_start"].where(counts["basis"] == "happened")
    return escaped(
        {
            _("Period"): [period(*ends) for ends in zip(starts, counts["period_end"], strict=True)],
            _("Printed"): [
                quantity(*said) for said in zip(counts["value"], counts["qualifier"], strict=True)
            ],
            _("Printed in"): counts["source_id"],
            _("Left out since"): counts["excluded_on"].map(unbroken_day),
            _("Why"): counts["reason"],
        }
    )


@shared_words(most=KEPT_TABLES)
def never_revised(revisions: Revisions) -> str:
    """How many periods have one word only."""
    return str(
        counted(
            "Of {periods} periods with a count, {count} was never revised.",
            "Of {periods} periods with a count, {count} were never revised.",
            revisions.never_revised,
            periods=revisions.periods,
        )
    )
