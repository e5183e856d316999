"""A running total counts everybody since its first day, so that it can only grow.

Where one falls, either side may be wrong.
"""

import pandas as pd

from validation.comparisons.comparison import Compared, Row, once
from validation.comparisons.conditions import INEXACT, NOT_RUNNING, STOCK
from validation.comparisons.disagreements import change_between, printed
from validation.comparisons.rule import NotTestable, Rule
from validation.tables import Tables
from validation.wording import N_


@once
def compare_falling_total(tables: Tables) -> list[Compared]:
    """Each day's exact running total with that of the day before it in the series."""
    pairs = _steps(values=tables.exact[tables.exact["basis"] == "documented"])
    pairs = pairs.assign(
        lines=pairs["lines"] + pairs["lines_before"],
        lines_low=pairs["lines"],
        fails=pairs["low"] < pairs["before"],
    )
    return [
        Compared(
            rows=pairs,
            numbers=_numbers,
            value="low",
            message=_message,
            explanation=lambda pair: change_between(
                tables=tables,
                metrics=[pair["metric"]],
                place=pair["place"],
                counted_by=pair["counted_by"],
                first=pair["day_before"],
                last=pair["period_end"],
            ),
        )
    ]


def _steps(*, values: pd.DataFrame) -> pd.DataFrame:
    """Each day's lowest value beside the highest value of the day before it in the series.

    Columns: those of the lowest value, `low`, `lines`, and `before`, `day_before`, `lines_before`.
    The first day of a series has nothing before it and gives no row.
    """
    by = ["series", "period_end"]
    low = values.drop_duplicates(by, keep="first")
    high = values.drop_duplicates(by, keep="last").set_index(low.index)
    earlier = high.groupby("series")[["value", "period_end", "lines"]].shift()
    pairs = low.rename(columns={"value": "low"}).assign(
        before=earlier["value"], day_before=earlier["period_end"], lines_before=earlier["lines"]
    )
    pairs = pairs[pairs["before"].notna()]
    return pairs.astype({"before": "int64"})


def _numbers(pair: Row) -> dict[str, object]:
    return {
        "value": pair["low"],
        "day": pair["period_end"],
        "before": pair["before"],
        "day_before": pair["day_before"],
    }


def _message(pair: Row) -> str:
    low = printed(value=pair["low"], day=pair["period_end"], lines=pair["lines_low"])
    high = printed(value=pair["before"], day=pair["day_before"], lines=pair["lines_before"])
    return f"`total of {pair['metric']}` must be at least as high as before: {low} is below {high}"


FALLING_TOTAL = Rule(
    name="falling_total",
    compare=compare_falling_total,
    title=N_("A running total does not fall"),
    holds=N_("{value} on {day} is not below {before} on {day_before}"),
    fails=N_("{value} on {day} is below {before} on {day_before}"),
    not_testable=NotTestable(
        conditions=(*NOT_RUNNING, STOCK, INEXACT),
        otherwise=N_("the series has no other exact total"),
    ),
    sentence="Running totals must be at least as high as before.",
    example="27,633 arrested by 30 September 2024, 27,612 by 31 October",
)
