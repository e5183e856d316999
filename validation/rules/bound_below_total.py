"""A lower bound far below what had been counted before tells readers less than was known."""

import pandas as pd

from validation.disagreements import change_between, disagreement, printed
from validation.findings import Finding
from validation.tables import Tables

ROUNDING_PERCENT = 10  # "over 24,000" for 25,931 is rounding; a tenth and more is another day's number


def check_bound_below_total(tables: Tables) -> list[Finding]:
    """Lower bounds of a running total must be within a tenth of every earlier exact total."""
    rows = tables.running[tables.running["basis"] == "documented"].sort_values(["period_end", "line"])
    totals = rows.loc[rows["qualifier"] == "exact", ["series", "period_end", "value", "line"]]
    totals = totals.assign(total=totals.groupby("series")["value"].cummax())
    highest = (
        totals[totals["total"] == totals["value"]].drop(columns="value").assign(day=totals["period_end"])
    )
    bounds = rows[rows["qualifier"] == "at_least"]
    pairs = pd.merge_asof(bounds, highest, on="period_end", by="series", suffixes=("", " of total"))
    low = pairs[pairs["value"] * 100 < pairs["total"] * (100 - ROUNDING_PERCENT)]
    return [_finding(tables=tables, pair=pair) for _, pair in low.iterrows()]


def _finding(*, tables: Tables, pair: pd.Series) -> Finding:
    bound = printed(value=f"at least {pair['value']}", day=pair["period_end"], lines=[pair["line"]])
    line = int(pair["line of total"])
    total = printed(value=int(pair["total"]), day=pair["day"], lines=[line])
    return disagreement(
        rule="bound_below_total",
        lines=[pair["line"], line],
        value=pair["value"],
        message=(
            f"`lower bound of {pair['metric']}` must be near the earlier total: {bound} is far below {total}"
        ),
        explanation=change_between(
            tables=tables,
            metrics=[pair["metric"]],
            place=pair["place"],
            first=pair["day"],
            last=pair["period_end"],
        ),
    )
