"""A lower bound far below what had been counted before tells readers less than was known."""

import pandas as pd

from validation.comparisons import Compared, Row, findings_of, lines_of
from validation.disagreements import change_between, printed
from validation.findings import Finding
from validation.tables import Tables

ROUNDING_PERCENT = 10  # "over 24,000" for 25,931 is rounding; a tenth and more is another day's number


def check_bound_below_total(tables: Tables) -> list[Finding]:
    """Lower bounds of a running total must be within a tenth of every earlier exact total."""
    return findings_of(compare_bound_below_total(tables))


def compare_bound_below_total(tables: Tables) -> list[Compared]:
    """Each lower bound of a running total with the highest exact total before it in the series."""
    rows = tables.running[tables.running["basis"] == "documented"].sort_values(["period_end", "line"])
    totals = rows.loc[rows["qualifier"] == "exact", ["series", "period_end", "value", "line"]]
    totals = totals.assign(total=totals.groupby("series")["value"].cummax())
    highest = (
        totals[totals["total"] == totals["value"]].drop(columns="value").assign(day=totals["period_end"])
    )
    bounds = rows[rows["qualifier"] == "at_least"]
    pairs = pd.merge_asof(bounds, highest, on="period_end", by="series", suffixes=("", " of total"))
    pairs = pairs[pairs["total"].notna()]
    return [
        Compared(
            rule="bound_below_total",
            rows=pairs.assign(
                lines=lines_of(pairs, "line", "line of total"),
                fails=pairs["value"] * 100 < pairs["total"] * (100 - ROUNDING_PERCENT),
            ),
            numbers=_numbers,
            value="value",
            message=_message,
            explanation=lambda pair: change_between(
                tables=tables,
                metrics=[pair["metric"]],
                place=pair["place"],
                first=pair["day"],
                last=pair["period_end"],
            ),
        )
    ]


def _numbers(pair: Row) -> dict[str, object]:
    return {
        "value": pair["value"],
        "day": pair["period_end"],
        "before": int(pair["total"]),
        "day_before": pair["day"],
    }


def _message(pair: Row) -> str:
    line, line_of_total = pair["lines"]
    bound = printed(value=f"at least {pair['value']}", day=pair["period_end"], lines=[line])
    total = printed(value=int(pair["total"]), day=pair["day"], lines=[line_of_total])
    return f"`lower bound of {pair['metric']}` must be near the earlier total: {bound} is far below {total}"
