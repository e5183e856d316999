"""Once at least so many were counted, no later total is lower."""

import pandas as pd

from validation.comparisons import Compared, Row, findings_of, lines_of, once
from validation.disagreements import change_between, printed
from validation.findings import Finding
from validation.tables import Tables


def check_total_below_bound(tables: Tables) -> list[Finding]:
    """Exact running totals must be at least as high as every earlier lower bound of the series."""
    return findings_of(compare_total_below_bound(tables))


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
            rule="total_below_bound",
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
                first=pair["day"],
                last=pair["period_end"],
            ),
        )
    ]


def _numbers(pair: Row) -> dict[str, object]:
    return {
        "value": pair["value"],
        "day": pair["period_end"],
        "before": int(pair["bound"]),
        "day_before": pair["day"],
    }


def _message(pair: Row) -> str:
    line, line_of_bound = pair["lines"]
    total = printed(value=pair["value"], day=pair["period_end"], lines=[line])
    bound = printed(value=f"at least {int(pair['bound'])}", day=pair["day"], lines=[line_of_bound])
    return f"`total of {pair['metric']}` must be at least the earlier lower bound: {total} is below {bound}"
