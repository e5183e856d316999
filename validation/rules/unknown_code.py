"""Codes of sources, organisations, metrics, places and events are explained in a table of their own."""

from validation.findings import Finding, Severity, finding
from validation.models import TABLES
from validation.tables import Tables


def check_unknown_code(tables: Tables) -> list[Finding]:
    """Codes must be known: a count without a known metric, place or counter cannot be shown."""
    found = []
    for table, definition in TABLES.items():
        for column, (home, code) in definition.references.items():
            used = getattr(tables, table)[column]
            unknown = used[(used != "") & ~used.isin(getattr(tables, home)[code])]
            for value, lines in unknown.groupby(unknown, sort=False).groups.items():
                found.append(
                    _unknown(table=table, column=column, value=str(value), lines=list(lines), home=home)
                )
    return found


def _unknown(*, table: str, column: str, value: str, lines: list[int], home: str) -> Finding:
    where = ", ".join(str(line) for line in lines)
    return finding(
        severity=Severity.ERROR,
        rule="unknown_code",
        table=f"{table}.csv",
        lines=tuple(int(line) for line in lines),
        column=column,
        value=value,
        message=f"`{column}` must be known: `{value}` (line {where}) is not in {home}.csv",
    )
