"""A lower bound far below what had been counted before tells readers less than was known."""

import pandas as pd

from validation.comparisons.compared_numbers import AtLeast
from validation.comparisons.comparison import Compared, Row, lines_of
from validation.comparisons.conditions import NOT_RUNNING, STOCK
from validation.comparisons.disagreements import change_between, printed
from validation.comparisons.rule import NotTestable, Rule
from validation.tables import Tables
from validation.wording import N_

ROUNDING_PERCENT = 10  # "over 24,000" for 25,931 is rounding; a tenth and more is another day's number


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
                counted_by=pair["counted_by"],
                first=pair["day"],
                last=pair["period_end"],
            ),
        )
    ]


def _numbers(pair: Row) -> dict[str, object]:
    return {
        "value": AtLeast(int(pair["value"])),
        "day": pair["period_end"],
        "before": int(pair["total"]),
        "day_before": pair["day"],
    }


def _message(pair: Row) -> str:
    line, line_of_total = pair["lines"]
    bound = printed(value=f"at least {pair['value']}", day=pair["period_end"], lines=[line])
    total = printed(value=int(pair["total"]), day=pair["day"], lines=[line_of_total])
    return f"`lower bound of {pair['metric']}` must be near the earlier total: {bound} is far below {total}"


BOUND_BELOW_TOTAL = Rule(
    name="bound_below_total",
    compare=compare_bound_below_total,
    title=N_("“At least” is not far below an earlier running total"),
    holds=N_("“at least {value}” on {day} is not far below {before} on {day_before}"),
    fails=N_("“at least {value}” on {day} is far below {before} on {day_before}"),
    not_testable=NotTestable(
        conditions=(*NOT_RUNNING, STOCK),
        otherwise=N_("the series has no “at least” with an exact total before it"),
    ),
    sentence="Lower bounds must be within a tenth of every earlier exact total.",
    example='"over 20,000" arrested, in January 2026',
)
