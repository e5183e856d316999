"""The newest number of a series, and what changed in the year before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from metrics.answer.answer import Answer
from metrics.answer.rows import Row, value_of
from metrics.headline.read_out import later_bound
from metrics.language.organisation_kinds import GOVERNMENT
from metrics.language.phrasing import Message, Term
from metrics.language.wording import N_
from metrics.query.query import Measure
from metrics.query.tolerances import MOST_DAYS_OFF_A_YEAR_AGO, SMALL_BASE

# Who holds people knows all whom it holds; everybody else learns of cases, some of them late.
KEEPS_A_REGISTER: Final = GOVERNMENT


@dataclass(frozen=True, eq=False, kw_only=True)
class Change:
    """What changed between two exact counts of one series.

    `percentage` is None where none may be given; `reason` then says why. `refused` says why not even the
    difference may be called a change: the two do not count the same. `taken_in` says that older records were
    added to a running total in between.
    """

    earlier: Row
    later: Row
    difference: int
    percentage: float | None
    reason: Message | None
    refused: Message | None = None
    taken_in: Message | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Headline:
    """A series' newest exact count (else its newest bound), as a row of its answer.

    `later_bound` is a bound that was printed for a later day; `change` is None where there is no exact count
    of about a year before, and `no_change_because` then says so, unless that day is before the origin.
    A count for a period has neither: another period's count is no later word on it, and periods differ in
    length.
    """

    answer: Answer
    row: Row
    later_bound: Row | None
    change: Change | None
    no_change_because: Message | None


def headline_of(answer: Answer) -> Headline | None:
    """The headline of an answer for one metric and one place, as published; None where it has no count."""
    rows = answer.counted
    if not rows:
        return None
    exact = [row for row in rows if row.qualifier == "exact"]
    shown = _last(exact or rows)
    is_happened = answer.query.measure is Measure.HAPPENED
    change, reason = (None, None) if is_happened else _change_in_a_year(answer, exact)
    return Headline(
        answer=answer,
        row=shown,
        later_bound=None if is_happened else later_bound(answer, rows, shown),
        change=change,
        no_change_because=reason,
    )


def _last(rows: Sequence[Row]) -> Row:
    return sorted(rows, key=lambda row: row.day)[-1]


def _change_in_a_year(answer: Answer, exact: Sequence[Row]) -> tuple[Change | None, Message | None]:
    if not exact:
        return None, Message(N_("No exact figure is recorded here."))
    later = _last(exact)
    a_year_before = (pd.Timestamp(later.day) - pd.DateOffset(years=1)).date()
    if a_year_before < answer.origin:
        return None, None  # nothing of this series could have been counted by then
    earlier = [row for row in exact if row.day <= a_year_before]
    if not earlier or (a_year_before - _last(earlier).day).days > MOST_DAYS_OFF_A_YEAR_AGO:
        template = N_("There is no exact figure from about a year earlier ({day}).")
        return None, Message(template, {"day": a_year_before})
    return change_between(answer, _last(earlier), later), None


def change_between(answer: Answer, earlier: Row, later: Row) -> Change:
    """The difference of two exact counts, with a percentage only where one can be defended."""
    before, after = value_of(earlier), value_of(later)
    difference = int(after - before)
    refused = _why_no_comparison(answer, earlier, later)
    reason = refused or _why_no_percentage(answer, earlier, later)
    return Change(
        earlier=earlier,
        later=later,
        difference=difference,
        percentage=None if reason else 100 * difference / before,
        reason=reason,
        refused=refused,
        taken_in=_older_records(answer, earlier, later),
    )


def _why_no_comparison(answer: Answer, earlier: Row, later: Row) -> Message | None:
    """A break in the series lies between: from then on something else is counted.

    A running total that takes older records in was documented all the same: only another definition makes
    two of its values incomparable.
    """
    kinds = ("definition",) if _is_flow(answer, later) else ("definition", "records_added", "commutation")
    return _first_break(N_("There was a break in the series on {day}: {what}"), answer, earlier, later, kinds)


def _older_records(answer: Answer, earlier: Row, later: Row) -> Message | None:
    """What a running total took in at once: documented then, and older."""
    if not _is_flow(answer, later):
        return None
    template = N_("Older records were added in one go on {day}: {what}")
    return _first_break(template, answer, earlier, later, ("records_added",))


def _is_flow(answer: Answer, row: Row) -> bool:
    return answer.metrics[row.metric].kind == "flow"


def _first_break(
    template: str, answer: Answer, earlier: Row, later: Row, kinds: tuple[str, ...]
) -> Message | None:
    """The first break of these kinds between two rows, in a sentence."""
    for change in answer.breaks:
        if change.metric == later.metric and change.kind in kinds and earlier.day < change.day <= later.day:
            return Message(template, {"day": change.day, "what": Term(change.what_changed)})
    return None


def _why_no_percentage(answer: Answer, earlier: Row, later: Row) -> Message | None:
    if _is_flow(answer, later):
        return Message(N_("A percentage change in a running total would not show a trend."))
    if answer.counter_kind != KEEPS_A_REGISTER:
        return Message(N_("Part of the change may be cases documented late."))
    if value_of(earlier) < SMALL_BASE:
        template = N_("The earlier figure is below {base}, which is too small for a percentage.")
        return Message(template, {"base": SMALL_BASE})
    return None
