"""Bytes of a CSV file to records, each with the line on which it starts."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import Final

from validation.findings import Finding, Severity, finding
from validation.reading.typed_values import tidied

SEPARATORS: Final = (",", ";", "\t")
UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, kw_only=True)
class Records:
    """What a file holds, before any cell is read: lines, and cells by the columns of the header."""

    header: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    findings: tuple[Finding, ...] = field(default=())


def read_records(*, table: str, content: bytes, columns: tuple[str, ...]) -> Records:
    """The records of one file; what cannot be read without doubt becomes a finding."""
    text, findings = _decoded(table=table, content=content)
    separator = _separator(first_line=text.split("\n", 1)[0], columns=columns)
    found: list[tuple[int, list[str]]] = []
    try:
        found.extend(_records(text=text, separator=separator))
    except _UnreadableLineError as error:
        found.extend(error.before)
        findings.append(_refused(table=table, line=error.line, rule="unreadable_line", message=str(error)))
    found = [(line, cells) for line, cells in found if any(cells)]
    if not found:
        message = "`the table` must be a header and its rows: the file is empty"
        return Records(
            findings=(
                *findings,
                finding(severity=Severity.ERROR, rule="empty_file", table=table, message=message),
            )
        )
    header = tuple(found[0][1])
    return _fitted(table=table, header=header, found=found[1:], findings=findings)


def _decoded(*, table: str, content: bytes) -> tuple[str, list[Finding]]:
    if content.startswith(UTF16_MARKS):
        return content.decode("utf-16", errors="replace"), []
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
    try:
        text, name = content.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        text, name = content.decode("latin-1"), "Latin-1"
    message = f"`the file` must be UTF-8: line {line} is not, and was read as {name}; look at its accents"
    return text, [
        finding(severity=Severity.WARNING, rule="not_utf8", table=table, lines=(line,), message=message)
    ]


def _separator(*, first_line: str, columns: tuple[str, ...]) -> str:
    """The separator under which the header names most of the columns: spreadsheets differ by country."""

    def named(separator: str) -> int:
        return len(set(columns) & {tidied(cell.strip().strip('"')) for cell in first_line.split(separator)})

    return max(SEPARATORS, key=named)


class _UnreadableLineError(Exception):
    def __init__(self, *, line: int, reason: str, before: list[tuple[int, list[str]]]) -> None:
        super().__init__(
            f"`the line` must be readable as CSV: line {line} is not ({reason}), nor is what follows"
        )
        self.line = line
        self.before = before


def _records(*, text: str, separator: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[tuple[int, list[str]]] = []
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return found
        except csv.Error as error:
            raise _UnreadableLineError(line=start, reason=str(error), before=found) from error
        found.append((start, [tidied(cell) for cell in cells]))
        start = reader.line_num + 1


def _fitted(
    *, table: str, header: tuple[str, ...], found: list[tuple[int, list[str]]], findings: list[Finding]
) -> Records:
    """Records cut or refused so that each has as many cells as the header."""
    width = len(header)
    while width and not header[width - 1] and not any(any(cells[width - 1 : width]) for _, cells in found):
        width -= 1  # spreadsheets leave empty columns on the right
    lines, rows = [], []
    for line, cells in found:
        nul = next((cell for cell in cells if "\0" in cell), None)
        if nul is not None:
            message = f"`the line` must be text: line {line} holds a NUL byte"
            findings.append(_refused(table=table, line=line, rule="unreadable_line", message=message))
        elif len(cells) < width or any(cells[width:]):
            message = f"`the line` must be {width} cells long: line {line} has {len(cells)}"
            findings.append(_refused(table=table, line=line, rule="ragged_line", message=message))
        else:
            lines.append(line)
            rows.append(tuple(cells[:width]))
    return Records(header=header[:width], lines=tuple(lines), rows=tuple(rows), findings=tuple(findings))


def _refused(*, table: str, line: int, rule: str, message: str) -> Finding:
    return finding(severity=Severity.ERROR, rule=rule, table=table, lines=(line,), message=message)
