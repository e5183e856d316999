"""A row is named by its key; two rows of one key would be one count twice."""

from validation.findings import Finding, Severity, finding
from validation.models import TABLES
from validation.tables import Tables


def check_duplicate_key(tables: Tables) -> list[Finding]:
    """Keys must be unique: otherwise nobody can say which of two rows is meant."""
    found = []
    for table, definition in TABLES.items():
        frame = getattr(tables, table)
        key = list(definition.key)
        repeated = frame[frame.duplicated(key, keep=False)]
        for values, rows in repeated.groupby(key, dropna=False, sort=False):
            lines = tuple(int(line) for line in rows.index)
            named = ", ".join(str(value) for value in values if str(value) not in {"", "NaT"})
            message = f"`key` must be unique: lines {', '.join(map(str, lines))} all have {named}"
            found.append(
                finding(
                    severity=Severity.ERROR,
                    rule="duplicate_key",
                    table=f"{table}.csv",
                    lines=lines,
                    column=key[0],
                    value=named,
                    message=message,
                )
            )
    return found
