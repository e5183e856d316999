"""A running total counts everybody since its first day, so that it can only grow."""

from validation.comparisons import Compared, Row, findings_of, once
from validation.disagreements import change_between, printed
from validation.findings import Finding
from validation.steps import steps
from validation.tables import Tables


def check_falling_total(tables: Tables) -> list[Finding]:
    """Running totals must be at least as high as before: where one falls, either side may be wrong."""
    return findings_of(compare_falling_total(tables))


@once
def compare_falling_total(tables: Tables) -> list[Compared]:
    """Each day's exact running total with that of the day before it in the series."""
    pairs = steps(values=tables.exact[tables.exact["basis"] == "documented"])
    pairs = pairs.assign(
        lines=pairs["lines"] + pairs["lines_before"],
        lines_low=pairs["lines"],
        fails=pairs["low"] < pairs["before"],
    )
    return [
        Compared(
            rule="falling_total",
            rows=pairs,
            numbers=_numbers,
            value="low",
            message=_message,
            explanation=lambda pair: change_between(
                tables=tables,
                metrics=[pair["metric"]],
                place=pair["place"],
                first=pair["day_before"],
                last=pair["period_end"],
            ),
        )
    ]


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
