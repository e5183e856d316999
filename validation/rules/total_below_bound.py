"""Once at least so many were counted, no later total is lower."""

import pandas as pd

from validation.disagreements import change_between, disagreement, printed
from validation.findings import Finding
from validation.tables import Tables


def check_total_below_bound(tables: Tables) -> list[Finding]:
    """Exact running totals must be at least as high as every earlier lower bound of the series."""
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
    return [
        _finding(tables=tables, pair=pair) for _, pair in pairs[pairs["value"] < pairs["bound"]].iterrows()
    ]


def _finding(*, tables: Tables, pair: pd.Series) -> Finding:
    total = printed(value=pair["value"], day=pair["period_end"], lines=[pair["line"]])
    line = int(pair["line of bound"])
    bound = printed(value=f"at least {int(pair['bound'])}", day=pair["day"], lines=[line])
    return disagreement(
        rule="total_below_bound",
        lines=[pair["line"], line],
        value=pair["value"],
        message=(
            f"`total of {pair['metric']}` must be at least the earlier lower bound: {total} is below {bound}"
        ),
        explanation=change_between(
            tables=tables,
            metrics=[pair["metric"]],
            place=pair["place"],
            first=pair["day"],
            last=pair["period_end"],
        ),
    )
