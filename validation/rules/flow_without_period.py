"""A flow is a count over a period."""

from validation.findings import Finding
from validation.row_faults import row_faults
from validation.tables import Tables


def check_flow_without_period(tables: Tables) -> list[Finding]:
    """Flows must be given a basis and a first day: totals and counts by date of event differ."""
    rows = tables.observations
    flows = tables.metrics.loc[tables.metrics["kind"] == "flow", "metric"]
    lacking = (rows["basis"] == "") | rows["period_start"].isna()
    wrong = rows[rows["metric"].isin(flows) & lacking]
    return row_faults(
        rows=wrong,
        table="observations.csv",
        rule="flow_without_period",
        column="basis",
        message=(
            "`basis` and `period_start` must be given for a flow:"
            " {metric} has basis `{basis}` and start `{period_start}`"
        ),
    )
