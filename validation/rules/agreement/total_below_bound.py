"""Once at least so many were counted, no later total is lower."""

import pandas as pd

from validation.comparisons.compared_numbers import AtLeast
from validation.comparisons.comparison import Compared, Row, lines_of, once
from validation.comparisons.conditions import NOT_RUNNING, STOCK
from validation.comparisons.disagreements import change_between, printed
from validation.comparisons.rule import NotTestable, Rule
from validation.tables import Tables
from validation.wording import N_


@once
def compare_total_below_bound(tables: Tables) -> list[Compared]:
    """Each exact running total with the highest lower bound before it in the series."""
    rows = tables.running[tables.running["basis"] == "documented"].sort_values(["period_end", "line"])
    bounds = rows.loc[rows["qualifier"] == "at_least", ["series", "period_end", "value", "line"]]
    bounds = bounds.assign(bound=bounds.groupby("series")["value"].cummax())
    highest = (
        bounds[bounds["bound"] == bounds["value"]].drop(columns="value").assign(day=bounds["period_end"])
    )
    exact = rows[rows["qualifier"] == "exact"]
    pairs = pd.merge_asof(
        exact, highest, on="period_end", by="series", suffixes=("", " of bound"), allow_exact_matches=False
    )
    pairs = pairs[pairs["bound"].notna()]
    return [
        Compared(
            rows=pairs.assign(
                lines=lines_of(pairs, "line", "line of bound"), fails=pairs["value"] < pairs["bound"]
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
        "value": pair["value"],
        "day": pair["period_end"],
        "before": AtLeast(int(pair["bound"])),
        "day_before": pair["day"],
    }


def _message(pair: Row) -> str:
    line, line_of_bound = pair["lines"]
    total = printed(value=pair["value"], day=pair["period_end"], lines=[line])
    bound = printed(value=f"at least {int(pair['bound'])}", day=pair["day"], lines=[line_of_bound])
    return f"`total of {pair['metric']}` must be at least the earlier lower bound: {total} is below {bound}"


TOTAL_BELOW_BOUND = Rule(
    name="total_below_bound",
    compare=compare_total_below_bound,
    title=N_("A running total is not below an earlier “at least”"),
    holds=N_("{value} on {day} is not below “at least {before}” on {day_before}"),
    fails=N_("{value} on {day} is below “at least {before}” on {day_before}"),
    not_testable=NotTestable(
        conditions=(*NOT_RUNNING, STOCK),
        otherwise=N_("the series has no “at least” with an exact total after it"),
    ),
    sentence="Exact totals must be at least as high as every earlier lower bound.",
    example='7,066 killed by 31 August 2025, "over 7,120" a week before',
)
