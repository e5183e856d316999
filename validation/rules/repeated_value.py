"""Large counts move from week to week; the same one again is often an old one copied."""

import pandas as pd

from validation.disagreements import change_between, disagreement, printed
from validation.findings import Finding
from validation.tables import Tables

LARGE = 1000  # smaller counts repeat by chance
DAYS_QUOTED = 4  # a relay quotes the count of the last days under its own date
DAYS_NEAR = 60  # after two months, a stock may have come back to where it was
PERSONS_MOVED = 10  # a series that moves less than this in between may well stand still


def check_repeated_value(tables: Tables) -> list[Finding]:
    """Large counts on dates five to sixty days apart must be different, in a series that moves."""
    rows = tables.running
    rows = rows[rows["qualifier"].isin(["exact", "at_least"]) & (rows["value"] >= LARGE)]
    rows = rows.sort_values(["series", "value", "period_end", "line"])
    earlier = rows.groupby(["series", "value"])[["period_end", "line"]].shift()
    pairs = rows.assign(day_before=earlier["period_end"], line_before=earlier["line"])
    apart = (pairs["period_end"] - pairs["day_before"]).dt.days
    moved = pairs["series"].map(persons_per_day(values=tables.exact)) * apart
    found = pairs[apart.between(DAYS_QUOTED + 1, DAYS_NEAR) & (moved >= PERSONS_MOVED)]
    return [_finding(tables=tables, pair=pair) for _, pair in found.iterrows()]


def persons_per_day(*, values: pd.DataFrame) -> pd.Series:
    """By how much a series moves in a day: the median over its steps, up or down."""
    days = values.drop_duplicates(["series", "period_end"])
    steps = days.groupby("series")[["value", "period_end"]].diff()
    speed = steps["value"].abs() / steps["period_end"].dt.days
    return pd.Series(speed.groupby(days["series"]).median())


def _finding(*, tables: Tables, pair: pd.Series) -> Finding:
    again = printed(value=pair["value"], day=pair["period_end"], lines=[pair["line"]])
    line = int(pair["line_before"])
    return disagreement(
        rule="repeated_value",
        lines=[pair["line"], line],
        value=pair["value"],
        message=(
            f"`{pair['metric']}` must be different on different dates: {again} repeats that of"
            f" {pair['day_before']:%Y-%m-%d} (line {line})"
        ),
        explanation=change_between(
            tables=tables,
            metrics=[pair["metric"]],
            place=pair["place"],
            first=pair["day_before"],
            last=pair["period_end"],
        ),
    )
