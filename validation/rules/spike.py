"""Counts of one series lie near those of the weeks around them."""

import pandas as pd

from validation.disagreements import change_between, disagreement, printed, release_between
from validation.findings import Finding
from validation.tables import Tables

LARGE = 1000  # of fewer, half a percent is less than five persons
STRAY_PER_MILLE = 5  # half a percent above or below both neighbours, in whole numbers
DAYS_NEAR = 60  # from one neighbour to the other


def check_spike(tables: Tables) -> list[Finding]:
    """Large counts must be between those before and after them, give or take half a percent.

    An amnesty on the way down explains a spike in a stock.
    """
    values = tables.exact[tables.exact["value"] >= LARGE]
    days = values.drop_duplicates(["series", "period_end"], keep="last")
    sides = days.groupby("series")[["value", "period_end", "lines"]]
    days = days.join(sides.shift(1).add_suffix(" before")).join(sides.shift(-1).add_suffix(" after"))
    near = (days["period_end after"] - days["period_end before"]).dt.days <= DAYS_NEAR
    neighbours = days[["value before", "value after"]]
    up = days["value"] * 1000 > neighbours.max(axis=1) * (1000 + STRAY_PER_MILLE)
    down = days["value"] * 1000 < neighbours.min(axis=1) * (1000 - STRAY_PER_MILLE)
    return [_finding(tables=tables, row=row) for _, row in days[near & (up | down)].iterrows()]


def _finding(*, tables: Tables, row: pd.Series) -> Finding:
    this = printed(value=row["value"], day=row["period_end"], lines=row["lines"])
    before, after = int(row["value before"]), int(row["value after"])
    return disagreement(
        rule="spike",
        lines=row["lines"],
        value=row["value"],
        message=(
            f"`{row['metric']}` must be near the values around it: {this} stands between {before} of"
            f" {row['period_end before']:%Y-%m-%d} and {after} of {row['period_end after']:%Y-%m-%d}"
        ),
        explanation=_explanation(tables=tables, row=row),
    )


def _explanation(*, tables: Tables, row: pd.Series) -> str:
    """What is known to have moved the series: a break, or for a stock an amnesty while it fell."""
    first, last = row["period_end before"], row["period_end after"]
    change = change_between(
        tables=tables, metrics=[row["metric"]], place=row["place"], first=first, last=last
    )
    if change or row["basis"]:
        return change
    falls = (first, row["period_end"]) if row["value"] < row["value before"] else (row["period_end"], last)
    return release_between(tables=tables, place=row["place"], first=falls[0], last=falls[1])
