"""A running total counts everybody since its first day, so that it can only grow."""

import pandas as pd

from validation.disagreements import change_between, disagreement, printed
from validation.findings import Finding
from validation.steps import steps
from validation.tables import Tables


def check_falling_total(tables: Tables) -> list[Finding]:
    """Running totals must be at least as high as before: where one falls, either side may be wrong."""
    totals = tables.exact[tables.exact["basis"] == "documented"]
    pairs = steps(values=totals)
    return [
        _finding(tables=tables, pair=pair) for _, pair in pairs[pairs["low"] < pairs["before"]].iterrows()
    ]


def _finding(*, tables: Tables, pair: pd.Series) -> Finding:
    low = printed(value=pair["low"], day=pair["period_end"], lines=pair["lines"])
    high = printed(value=pair["before"], day=pair["day_before"], lines=pair["lines_before"])
    return disagreement(
        rule="falling_total",
        lines=(*pair["lines"], *pair["lines_before"]),
        value=pair["low"],
        message=f"`total of {pair['metric']}` must be at least as high as before: {low} is below {high}",
        explanation=change_between(
            tables=tables,
            metrics=[pair["metric"]],
            place=pair["place"],
            first=pair["day_before"],
            last=pair["period_end"],
        ),
    )
