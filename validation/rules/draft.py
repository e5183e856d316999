"""Rows recorded after the last seal may still be changed."""

from validation.findings import Finding, Severity, finding
from validation.sealing import SEALED
from validation.tables import Tables


def check_draft(tables: Tables) -> list[Finding]:
    """Rows should be sealed before they are cited: until then they are a draft, which is no fault.

    Where a whole table is a draft, the finding is about the whole file and lists no lines.
    """
    last = tables.editions["day"].max()
    found = []
    for table in SEALED:
        frame = getattr(tables, table)
        rows = frame if tables.editions.empty else frame[frame["recorded"] > last]
        if rows.empty:
            continue
        since = "nothing is sealed yet" if tables.editions.empty else f"the last seal is of {last:%Y-%m-%d}"
        found.append(
            finding(
                severity=Severity.NOTE,
                rule="draft",
                table=f"{table}.csv",
                lines=() if len(rows) == len(frame) else tuple(int(line) for line in rows.index),
                column="recorded",
                value=str(len(rows)),
                message=f"`rows` must be sealed before they are cited: {len(rows)} are a draft, {since}",
            )
        )
    return found
