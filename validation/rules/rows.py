"""Whether a row can be right by itself: its period, the day of its document, its value and its detail."""

from __future__ import annotations

import pandas as pd

from validation.findings import Finding, Severity, finding
from validation.tables import Tables


def check_period_order(tables: Tables) -> list[Finding]:
    """Periods must be in order: one that ends before it starts has two dates exchanged, or one mistyped."""
    rows = tables.observations
    wrong = rows[rows["period_end"] < rows["period_start"]]
    return _faults(
        rows=wrong,
        table="observations.csv",
        rule="period_order",
        column="period_end",
        message="`period_end` must be on or after `period_start`: {period_end} is before {period_start}",
    )


def check_stock_with_period(tables: Tables) -> list[Finding]:
    """Stocks must be without a basis and a first day: with them they would be read as flows."""
    rows = tables.observations
    stocks = tables.metrics.loc[tables.metrics["kind"] == "stock", "metric"]
    given = (rows["basis"] != "") | rows["period_start"].notna()
    wrong = rows[rows["metric"].isin(stocks) & given]
    return _faults(
        rows=wrong,
        table="observations.csv",
        rule="stock_with_period",
        column="basis",
        message=(
            "`basis` and `period_start` must be empty for a stock:"
            " {metric} has basis `{basis}` and start `{period_start}`"
        ),
    )


def check_flow_without_period(tables: Tables) -> list[Finding]:
    """Flows must be given a basis and a first day: totals and counts by date of event differ."""
    rows = tables.observations
    flows = tables.metrics.loc[tables.metrics["kind"] == "flow", "metric"]
    lacking = (rows["basis"] == "") | rows["period_start"].isna()
    wrong = rows[rows["metric"].isin(flows) & lacking]
    return _faults(
        rows=wrong,
        table="observations.csv",
        rule="flow_without_period",
        column="basis",
        message=(
            "`basis` and `period_start` must be given for a flow:"
            " {metric} has basis `{basis}` and start `{period_start}`"
        ),
    )


def check_period_after_publication(tables: Tables) -> list[Finding]:
    """Periods must be over when they are published: what was known on a day must not look ahead."""
    rows = tables.observations
    published = tables.of_documents("published", rows=rows)
    wrong = rows.assign(published=published)[rows["period_end"] > published]
    return _faults(
        rows=wrong,
        table="observations.csv",
        rule="period_after_publication",
        column="period_end",
        message=(
            "`period_end` must be on or before the day of publication:"
            " {period_end} is after {published}, the day of {source_id}"
        ),
    )


def check_recorded_before_publication(tables: Tables) -> list[Finding]:
    """Documents must be published when they are recorded: else `latest` would lie ahead."""
    documents = tables.sources
    wrong = documents[documents["published"] > documents["recorded"]]
    return _faults(
        rows=wrong,
        table="sources.csv",
        rule="recorded_before_publication",
        column="published",
        message=(
            "`published` must be on or before the day of recording:"
            " {published} is after {recorded}, for {source_id}"
        ),
    )


def check_missing_count(tables: Tables) -> list[Finding]:
    """Values must be given unless they are suppressed, and only then be empty: missing is not zero."""
    rows = tables.observations
    wrong = rows[rows["value"].isna() != (rows["qualifier"] == "suppressed")]
    return _faults(
        rows=wrong,
        table="observations.csv",
        rule="missing_count",
        column="value",
        message=(
            "`value` must be empty exactly where `qualifier` is suppressed:"
            " the value is `{value}`, the qualifier `{qualifier}`"
        ),
    )


def check_open_range(tables: Tables) -> list[Finding]:
    """Upper ends must be given exactly for a range, and above its lower end: else it says nothing."""
    rows = tables.observations
    is_range = rows["qualifier"] == "between"
    is_closed = (rows["value_to"] > rows["value"]).fillna(value=False)
    wrong = rows[(is_range & ~is_closed) | (~is_range & rows["value_to"].notna())]
    return _faults(
        rows=wrong,
        table="observations.csv",
        rule="open_range",
        column="value_to",
        message=(
            "`value_to` must be above `value` for a range, and empty for what is none: {qualifier} {value} to"
            " `{value_to}`"
        ),
    )


def check_repeated_detail(tables: Tables) -> list[Finding]:
    """Keys in detail must be named once: a count of one cause and another cause at once counts nobody."""
    rows = tables.observations
    keys = rows["detail"].str.findall(r"(?:^|; )([a-z_]+):")
    wrong = rows[keys.map(len) != keys.map(lambda found: len(set(found)))]
    return _faults(
        rows=wrong,
        table="observations.csv",
        rule="repeated_detail",
        column="detail",
        message="`detail` must name each key once: `{detail}`",
    )


def _faults(*, rows: pd.DataFrame, table: str, rule: str, column: str, message: str) -> list[Finding]:
    """An error for each row. In the message, a column's name in braces is replaced by the cell."""
    found = []
    for line, cells in rows.iterrows():
        shown = {name: _shown(value) for name, value in cells.items()}
        found.append(
            finding(
                severity=Severity.ERROR,
                rule=rule,
                table=table,
                lines=(int(str(line)),),
                column=column,
                value=shown[column],
                message=f"{message.format_map(shown)} (line {line})",
            )
        )
    return found


def _shown(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return "" if value is pd.NaT or value is pd.NA else str(value)
