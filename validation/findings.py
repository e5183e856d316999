"""Findings: what a failed check reports, one for each disagreement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding matters, gravest first."""

    ERROR = "error"  # the tables cannot be used
    WARNING = "warning"  # a person must look
    NOTE = "note"  # known, explained, said


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One disagreement between the tables and a rule.

    `table` is a file name; `line` counts lines of that file, the header being line 1
    (None where the whole file is meant); `lines` are all lines that the finding is about.
    """

    severity: Severity
    rule: str
    table: str
    line: int | None
    lines: tuple[int, ...]
    column: str
    value: str
    message: str

    def as_json(self) -> dict[str, Any]:
        """The finding as JSON shows it."""
        return {
            "severity": str(self.severity),
            "rule": self.rule,
            "table": self.table,
            "line": self.line,
            "lines": list(self.lines),
            "column": self.column,
            "value": self.value,
            "message": self.message,
        }


def finding(
    *,
    severity: Severity,
    rule: str,
    table: str,
    message: str,
    lines: tuple[int, ...] = (),
    column: str = "",
    value: str = "",
) -> Finding:
    """A finding that points at the first of its lines, and at the whole file where it has none."""
    return Finding(
        severity=severity,
        rule=rule,
        table=table,
        line=lines[0] if lines else None,
        lines=lines,
        column=column,
        value=value,
        message=message,
    )
