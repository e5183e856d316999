"""Counts of one series lie near those of the weeks around them."""

from validation.comparisons.comparison import Compared, Row
from validation.comparisons.conditions import INEXACT, LARGE, NOT_RUNNING, SMALL
from validation.comparisons.disagreements import change_between, printed, release_between
from validation.comparisons.rule import NotTestable, Rule
from validation.tables import Tables
from validation.wording import N_

STRAY_PER_MILLE = 5  # half a percent above or below both neighbours, in whole numbers
DAYS_NEAR = 60  # from one neighbour to the other


def compare_spike(tables: Tables) -> list[Compared]:
    """Each large exact count with those before and after it, where these are near each other in time."""
    values = tables.exact[tables.exact["value"] >= LARGE]
    days = values.drop_duplicates(["series", "period_end"], keep="last")
    sides = days.groupby("series")[["value", "period_end", "lines"]]
    days = days.join(sides.shift(1).add_suffix(" before")).join(sides.shift(-1).add_suffix(" after"))
    days = days[(days["period_end after"] - days["period_end before"]).dt.days <= DAYS_NEAR]
    neighbours = days[["value before", "value after"]]
    up = days["value"] * 1000 > neighbours.max(axis=1) * (1000 + STRAY_PER_MILLE)
    down = days["value"] * 1000 < neighbours.min(axis=1) * (1000 - STRAY_PER_MILLE)
    return [
        Compared(
            rows=days.assign(fails=up | down, beside=days["lines before"] + days["lines after"]),
            numbers=_numbers,
            value="value",
            message=_message,
            explanation=lambda row: _explanation(tables=tables, row=row),
        )
    ]


def _numbers(row: Row) -> dict[str, object]:
    return {
        "value": row["value"],
        "day": row["period_end"],
        "before": int(row["value before"]),
        "day_before": row["period_end before"],
        "after": int(row["value after"]),
        "day_after": row["period_end after"],
    }


def _message(row: Row) -> str:
    this = printed(value=row["value"], day=row["period_end"], lines=row["lines"])
    before, after = int(row["value before"]), int(row["value after"])
    return (
        f"`{row['metric']}` must be near the values around it: {this} stands between {before} of"
        f" {row['period_end before']:%Y-%m-%d} and {after} of {row['period_end after']:%Y-%m-%d}"
    )


def _explanation(*, tables: Tables, row: Row) -> str:
    """What is known to have moved the series: a break, or for a stock an amnesty while it fell."""
    first, last = row["period_end before"], row["period_end after"]
    change = change_between(
        tables=tables,
        metrics=[row["metric"]],
        place=row["place"],
        counted_by=row["counted_by"],
        first=first,
        last=last,
    )
    if change or row["basis"]:
        return change
    falls = (first, row["period_end"]) if row["value"] < row["value before"] else (row["period_end"], last)
    return release_between(tables=tables, place=row["place"], first=falls[0], last=falls[1])


SPIKE = Rule(
    name="spike",
    compare=compare_spike,
    title=N_("A large figure is close to those before and after it"),
    holds=N_("{value} on {day} is close to {before} on {day_before} and {after} on {day_after}"),
    fails=N_("{value} on {day} stands out between {before} on {day_before} and {after} on {day_after}"),
    not_testable=NotTestable(
        conditions=(*NOT_RUNNING, INEXACT, SMALL),
        otherwise=N_("the series has no exact figures shortly before and after it"),
    ),
    sentence=(
        "Counts of a thousand and more must be within half a percent of the values around them, where"
        " these are at most sixty days apart. An amnesty while a stock falls is a note."
    ),
    example="22,018 arrested by 15 May 2023, between 22,211 and 22,947",
)
