"""A number that is not given is not zero."""

from validation.findings import Finding
from validation.row_faults import row_faults
from validation.tables import Tables


def check_missing_count(tables: Tables) -> list[Finding]:
    """Values must be given unless they are suppressed, and only then be empty: missing is not zero."""
    rows = tables.observations
    wrong = rows[rows["value"].isna() != (rows["qualifier"] == "suppressed")]
    return row_faults(
        rows=wrong,
        table="observations.csv",
        rule="missing_count",
        column="value",
        message=(
            "`value` must be empty exactly where `qualifier` is suppressed:"
            " the value is `{value}`, the qualifier `{qualifier}`"
        ),
    )
