"""A stock is a count on one date."""

from validation.findings import Finding
from validation.row_faults import row_faults
from validation.tables import Tables


def check_stock_with_period(tables: Tables) -> list[Finding]:
    """Stocks must be without a basis and a first day: with them they would be read as flows."""
    rows = tables.observations
    stocks = tables.metrics.loc[tables.metrics["kind"] == "stock", "metric"]
    given = (rows["basis"] != "") | rows["period_start"].notna()
    wrong = rows[rows["metric"].isin(stocks) & given]
    return row_faults(
        rows=wrong,
        table="observations.csv",
        rule="stock_with_period",
        column="basis",
        message=(
            "`basis` and `period_start` must be empty for a stock:"
            " {metric} has basis `{basis}` and start `{period_start}`"
        ),
    )
