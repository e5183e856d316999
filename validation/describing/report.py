"""Findings as a person or a program reads them."""

from __future__ import annotations

import json

from validation.findings import Finding, Severity
from validation.reading.reading import Reading

HEADINGS = {
    Severity.ERROR: "Errors: the tables cannot be used",
    Severity.WARNING: "Warnings: a person must look",
    Severity.NOTE: "Notes: known and explained",
}


def as_json(*, reading: Reading) -> str:
    """Findings and numbers of rows, for programs."""
    content = {"findings": [found.as_json() for found in reading.findings], "tables": reading.tables}
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_text(*, reading: Reading) -> str:
    """Findings by severity, one in a line, and a summary."""
    parts = []
    for severity, heading in HEADINGS.items():
        found = [one for one in reading.findings if one.severity is severity]
        if found:
            parts.append(
                "\n".join([heading, *(f"  {_place(one)}  {one.rule}  {one.message}" for one in found)])
            )
    return "\n\n".join([*parts, _summary(reading=reading)])


def _place(found: Finding) -> str:
    return ":".join(str(part) for part in (found.table, found.line) if part) or "-"


def _summary(*, reading: Reading) -> str:
    numbers = ", ".join(
        _counted(number=sum(one.severity is severity for one in reading.findings), word=str(severity))
        for severity in Severity
    )
    rows = _counted(number=sum(reading.tables.values()), word="row")
    return f"{numbers}; {rows} in {_counted(number=len(reading.tables), word='table')}."


def _counted(*, number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
