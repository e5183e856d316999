"""Nobody writes down a document that is still to come."""

from validation.findings import Finding
from validation.row_faults import row_faults
from validation.tables import Tables


def check_recorded_before_publication(tables: Tables) -> list[Finding]:
    """Documents must be published when they are recorded: else `latest` would lie ahead."""
    documents = tables.sources
    wrong = documents[documents["published"] > documents["recorded"]]
    return row_faults(
        rows=wrong,
        table="sources.csv",
        rule="recorded_before_publication",
        column="published",
        message=(
            "`published` must be on or before the day of recording:"
            " {published} is after {recorded}, for {source_id}"
        ),
    )
