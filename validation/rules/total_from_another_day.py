"""A running total is counted from one day, which dataset.toml names."""

from validation.findings import Finding, Severity, finding
from validation.tables import Tables


def check_total_from_another_day(tables: Tables) -> list[Finding]:
    """Running totals should be from the origin in dataset.toml: others are in no series."""
    rows = tables.observations
    origin = tables.settings.origin
    others = rows[
        (rows["basis"] == "documented")
        & rows["period_start"].notna()
        & (rows["period_start"].dt.date != origin)
    ]
    return [
        finding(
            severity=Severity.WARNING,
            rule="total_from_another_day",
            table="observations.csv",
            lines=tuple(int(line) for line in counts.index),
            column="period_start",
            value=f"{start:%Y-%m-%d}",
            message=(
                f"`period_start` must be the origin, {origin:%Y-%m-%d}, for a running total:"
                f" {len(counts)} from {start:%Y-%m-%d} (line {counts.index[0]} first) stand in no series"
            ),
        )
        for start, counts in others.groupby("period_start")
    ]
