"""A region lies in something: without its whole it is a part of nothing."""

from typing import Final

from validation.findings import Finding, Severity, finding
from validation.tables import Tables

# These may lie in nothing that is recorded.
MAY_STAND_ALONE: Final = ("world", "country", "territory", "unknown")


def check_place_without_whole(tables: Tables) -> list[Finding]:
    """Regions should name the place that they lie in: else they are compared, but are no parts of a whole."""
    places = tables.places
    alone = places[(places["parent"] == "") & ~places["kind"].isin(MAY_STAND_ALONE)]
    return [
        finding(
            severity=Severity.WARNING,
            rule="place_without_whole",
            table="places.csv",
            lines=tuple(int(line) for line in of_kind.index),
            column="parent",
            value="",
            message=(
                f"`parent` must be the code of the place that a {str(kind).replace('_', ' ')} lies in:"
                f" {len(of_kind)} have none (line {of_kind.index[0]} first); add it there, and a row for that"
                " place where it has none"
            ),
        )
        for kind, of_kind in alone.groupby("kind", sort=False)
    ]
