"""Nobody publishes a count of days that are still to come."""

from validation.findings import Finding
from validation.row_faults import row_faults
from validation.tables import Tables


def check_period_after_publication(tables: Tables) -> list[Finding]:
    """Periods must be over when they are published: what was known on a day must not look ahead."""
    rows = tables.observations
    published = tables.of_documents("published", rows=rows)
    wrong = rows.assign(published=published)[rows["period_end"] > published]
    return row_faults(
        rows=wrong,
        table="observations.csv",
        rule="period_after_publication",
        column="period_end",
        message=(
            "`period_end` must be on or before the day of publication:"
            " {period_end} is after {published}, the day of {source_id}"
        ),
    )
