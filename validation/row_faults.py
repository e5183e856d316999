"""Rows that break a rule on their own: one finding for each."""

from __future__ import annotations

import pandas as pd

from validation.findings import Finding, Severity, finding


def row_faults(*, rows: pd.DataFrame, table: str, rule: str, column: str, message: str) -> list[Finding]:
    """An error for each row. In the message, names of columns in braces stand for the cells."""
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
