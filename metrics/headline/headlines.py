"""The newest number of a series, and what changed in the year before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from metrics.answer.answer import Answer
from metrics.answer.records import rows_of
from metrics.language.phrasing import Message
from metrics.language.wording import N_
from metrics.query.caching import cached
from metrics.query.tolerances import MOST_DAYS_OFF_A_YEAR_AGO, SMALL_BASE

# Kept for all readers together, like the answers that they are of.
KEPT_HEADLINES: Final = 256


@dataclass(frozen=True, eq=False, kw_only=True)
class Change:
    """What changed between two exact counts of one series.

    `percentage` is None where none may be given; `reason` then says why. `refused` is why not even the
    difference may be called a change: the two do not count the same. `taken_in` says of a running total that
    older records were added in between.
    """

    earlier: Any
    later: Any
    difference: int
    percentage: float | None
    reason: Message | None
    refused: Message | None = None
    taken_in: Message | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Headline:
    """A series' newest exact count (else its newest bound), as a row of its answer.

    `later_bound` is a bound that was printed for a later day; `change` is None where there is no exact count
    of about a year before, and `no_change_because` then says so.
    """

    answer: Answer
    row: Any
    later_bound: Any | None
    change: Change | None
    no_change_because: Message | None


@cached(most=KEPT_HEADLINES)
def headline_of(answer: Answer) -> Headline | None:
    """The headline of an answer for one metric and one place, as published; None where it has no count."""
    rows = answer.rows[answer.rows["value"].notna()]
    if rows.empty:
        return None
    exact = rows[rows["qualifier"] == "exact"]
    shown = _last(exact if len(exact) else rows)
    bounds = rows[(rows["qualifier"] != "exact") & (rows["period_end"] > shown.period_end)]
    change, reason = _change_in_a_year(answer, exact)
    return Headline(
        answer=answer,
        row=shown,
        later_bound=_last(bounds) if len(bounds) else None,
        change=change,
        no_change_because=reason,
    )


def _last(rows: pd.DataFrame) -> Any:
    return list(rows_of(rows.sort_values("period_end", kind="stable")))[-1]


def _change_in_a_year(answer: Answer, exact: pd.DataFrame) -> tuple[Change | None, Message | None]:
    if exact.empty:
        return None, Message(N_("No exact count is published."))
    later = _last(exact)
    a_year_before = later.period_end - pd.DateOffset(years=1)
    earlier = exact[exact["period_end"] <= a_year_before]
    if earlier.empty or (a_year_before - earlier["period_end"].max()).days > MOST_DAYS_OFF_A_YEAR_AGO:
        template = N_("There is no exact count of about a year before ({day}).")
        return None, Message(template, {"day": a_year_before.date()})
    return change_between(answer, _last(earlier), later), None


def change_between(answer: Answer, earlier: Any, later: Any) -> Change:
    """The difference of two exact counts, with a percentage only where one can be defended."""
    difference = int(later.value - earlier.value)
    refused = _why_no_comparison(answer, earlier, later)
    reason = refused or _why_no_percentage(answer, earlier, later)
    return Change(
        earlier=earlier,
        later=later,
        difference=difference,
        percentage=None if reason else 100 * difference / float(earlier.value),
        reason=reason,
        refused=refused,
        taken_in=_older_records(answer, earlier, later),
    )


def _why_no_comparison(answer: Answer, earlier: Any, later: Any) -> Message | None:
    """A break in the series lies between: from then on something else is counted.

    A running total that takes older records in was documented all the same: only another definition makes
    two of its values incomparable.
    """
    kinds = ("definition",) if _is_flow(answer, later) else ("definition", "records_added", "commutation")
    return _first_break(N_("There is a break in the series on {day}: {what}"), answer, earlier, later, kinds)


def _older_records(answer: Answer, earlier: Any, later: Any) -> Message | None:
    """What a running total took in at once: documented then, and older."""
    if not _is_flow(answer, later):
        return None
    template = N_("In between, on {day}, older records came in at once: {what}")
    return _first_break(template, answer, earlier, later, ("records_added",))


def _is_flow(answer: Answer, row: Any) -> bool:
    return bool(answer.metrics.loc[row.metric, "kind"] == "flow")


def _first_break(
    template: str, answer: Answer, earlier: Any, later: Any, kinds: tuple[str, ...]
) -> Message | None:
    """The first break of these kinds between two rows, in a sentence."""
    between = answer.breaks[
        (answer.breaks["metric"] == later.metric)
        & answer.breaks["kind"].isin(kinds)
        & (answer.breaks["date"] > earlier.period_end)
        & (answer.breaks["date"] <= later.period_end)
    ]
    if between.empty:
        return None
    first = between.iloc[0]
    return Message(template, {"day": first["date"].date(), "what": first["what_changed"]})


def _why_no_percentage(answer: Answer, earlier: Any, later: Any) -> Message | None:
    if answer.metrics.loc[later.metric, "kind"] == "flow":
        return Message(N_("A percentage of a running total would say nothing about a trend."))
    if earlier.value < SMALL_BASE:
        template = N_("The earlier count is below {base}, too small for a percentage.")
        return Message(template, {"base": SMALL_BASE})
    return None
