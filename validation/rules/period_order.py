"""A period runs forward."""

from validation.findings import Finding
from validation.row_faults import row_faults
from validation.tables import Tables


def check_period_order(tables: Tables) -> list[Finding]:
    """Periods must be in order: one that ends before it starts has two dates exchanged, or one mistyped."""
    rows = tables.observations
    wrong = rows[rows["period_end"] < rows["period_start"]]
    return row_faults(
        rows=wrong,
        table="observations.csv",
        rule="period_order",
        column="period_end",
        message="`period_end` must be on or after `period_start`: {period_end} is before {period_start}",
    )
