"""What a chart shows, in one plain sentence that can stand as its title."""

from __future__ import annotations

from typing import Final

import pandas as pd

from metrics.answer import Answer
from metrics.headlines import headline_of
from metrics.phrasing import day, number, quantity
from metrics.sharing import shared_words
from metrics.wording import _

# Kept for all readers together, like the answers that they are of.
KEPT_FINDINGS: Final = 256


@shared_words(most=KEPT_FINDINGS)
def level_finding(answer: Answer) -> str:
    """The newest level, and the one of a year before where both are exact and no break lies between."""
    headline = headline_of(answer)
    if headline is None:
        return _("No count is published")
    row, label = headline.row, answer.metrics.loc[headline.row.metric, "label"]
    newest = _("{label}: {quantity} people on {day}").format(
        label=label, quantity=quantity(row.value, row.qualifier), day=day(row.period_end.date())
    )
    change = headline.change
    if change is None or change.percentage is None or change.difference == 0:
        return newest
    words = (
        _("{difference} more than on {earlier}")
        if change.difference > 0
        else _("{difference} fewer than on {earlier}")
    )
    difference = words.format(
        difference=number(abs(change.difference)), earlier=day(change.earlier.period_end.date())
    )
    return f"{newest}, {difference}"


@shared_words(most=KEPT_FINDINGS)
def total_finding(answer: Answer) -> str:
    """The newest running total: documented, not happened."""
    headline = headline_of(answer)
    if headline is None:
        return _("No count is published")
    row = headline.row
    return _("{label}: {quantity} people documented {since}, as of {day}").format(
        label=answer.metrics.loc[row.metric, "label"],
        quantity=quantity(row.value, row.qualifier),
        since=answer.origin_label,
        day=day(row.period_end.date()),
    )


@shared_words(most=KEPT_FINDINGS)
def newly_documented_finding(answer: Answer) -> str:
    """The newest difference whose time is that of its bucket, as what was added and not what happened."""
    uneven = {row for caveat in answer.caveats if caveat.kind == "covers" for row in caveat.rows}
    rows = answer.rows[answer.rows["value"].notna() & ~answer.rows.index.isin(list(uneven))]
    if rows.empty:
        return _("No two exact totals are published for the ends of a period")
    row = rows.iloc[-1]
    words = _("{label}: {number} newly documented from {start} to {end}, whenever they happened")
    if row["value"] < 0:
        words = _("{label}: running total lowered by {number} from {start} to {end}, a revision")
    return words.format(
        label=answer.metrics.loc[row["metric"], "label"],
        number=number(abs(row["value"])),
        start=day(row["covers_from"].date()),
        end=day(row["covers_to"].date()),
    )


@shared_words(most=KEPT_FINDINGS)
def regional_finding(answer: Answer) -> str:
    """The regions with the highest documented count, and how many regions have a count.

    No region is named as the highest where a bound could lie above it, or where counts are of other days.
    """
    rows = answer.rows[answer.rows["value"].notna()]
    exact = rows[rows["qualifier"] == "exact"]
    if exact.empty:
        return _("No exact count of a region is published")
    highest = exact["value"].max()
    top = exact[exact["value"] == highest]
    label = answer.metrics.loc[top["metric"].iloc[0], "label"]
    if _may_be_beaten(rows, highest) or len(set(rows["period_end"])) > 1:
        return _("{label}: {counted} regions with a count").format(
            label=label, counted=rows["place"].nunique()
        )
    names = sorted(answer.places.loc[top["place"], "name"])
    words = _(
        "{label}: of {counted} regions with a count, {place} has the most documented, {number} by {day}"
    )
    if len(names) > 1:
        words = _(
            "{label}: of {counted} regions with a count, {place} have the most documented, {number} each,"
            " by {day}"
        )
    return words.format(
        label=label,
        counted=rows["place"].nunique(),
        place=", ".join(names),
        number=number(highest),
        day=day(top["period_end"].iloc[0].date()),
    )


def _may_be_beaten(rows: pd.DataFrame, highest: float) -> bool:
    """Whether a count that is no exact number may stand for more: only `up_to` has an upper end."""
    inexact = rows[rows["qualifier"] != "exact"]
    return bool(((inexact["qualifier"] != "up_to") | (inexact["value"] > highest)).any())
