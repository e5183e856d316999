"""A running total is counted from a day that dataset.toml names."""

from validation.findings import Finding, Severity, finding
from validation.tables import Tables


def check_total_from_another_day(tables: Tables) -> list[Finding]:
    """Running totals should be from an origin of dataset.toml: others are in no series."""
    rows = tables.observations
    origins = [one.day for one in tables.settings.origins]
    named = " or ".join(f"{day:%Y-%m-%d}" for day in origins)
    others = rows[
        (rows["basis"] == "documented")
        & rows["period_start"].notna()
        & ~rows["period_start"].dt.date.isin(origins)
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
                f"`period_start` must be an origin of dataset.toml, {named}, for a running total:"
                f" {len(counts)} from {start:%Y-%m-%d} (line {counts.index[0]} first) stand in no series."
                " Where they are a series of their own, name the day under [[origins]]"
            ),
        )
        for start, counts in others.groupby("period_start")
    ]
