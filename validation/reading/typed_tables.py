"""Records to a typed frame, and what its pandera model finds wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Final

import pandas as pd
import pandera.pandas as pa

from validation.findings import Finding, Severity, finding
from validation.models import TABLES, codes
from validation.reading.records import Records, read_records
from validation.reading.typed_values import (
    NotACountError,
    NotADayError,
    NotAMeasureError,
    count,
    day,
    measure,
)

MOST_SHOWN: Final = 200  # characters of a cell that a finding repeats


@cache
def schema_of(*, table: str) -> pa.DataFrameSchema:
    """The schema of the table, built once."""
    return TABLES[table].schema


def read_table(*, table: str, content: bytes) -> tuple[pd.DataFrame, list[Finding]]:
    """The table as a frame indexed by line, and the findings of its columns and cells.

    Cells that cannot be read are empty in the frame; a column that is missing makes an empty frame.
    """
    schema = schema_of(table=table)
    columns = tuple(schema.columns)
    file = f"{table}.csv"
    records = read_records(table=file, content=content, columns=columns)
    columns = (*columns, *TABLES[table].added(records.header))
    needed = tuple(column for column in columns if column not in TABLES[table].may_lack)
    found = [*records.findings, *_header_findings(file=file, records=records, columns=columns, needed=needed)]
    if not set(needed) <= set(records.header) or len(set(records.header)) < len(records.header):
        return empty_table(table=table), found
    frame, unread = _typed(file=file, records=records, schema=schema)
    faults = _faults(file=file, frame=frame, schema=schema)
    added = TABLES[table].added(records.header)
    if added:
        frame = frame.assign(**_texts(records, names=added))
        frame = frame[[*records.header, *(name for name in frame if name not in records.header)]]
    known = {(fault.line, fault.column) for fault in unread}
    return frame, [*found, *unread, *(f for f in faults if (f.line, f.column) not in known)]


def empty_table(*, table: str) -> pd.DataFrame:
    """The table without a row, with its columns in their types."""
    schema = schema_of(table=table)
    records = Records(header=tuple(schema.columns))
    return _typed(file=f"{table}.csv", records=records, schema=schema)[0]


def _header_findings(
    *, file: str, records: Records, columns: tuple[str, ...], needed: tuple[str, ...]
) -> list[Finding]:
    if not records.header:
        return []
    header = records.header

    def wrong(rule: str, message: str, names: Iterable[str]) -> list[Finding]:
        return [
            finding(
                severity=Severity.ERROR,
                rule=rule,
                table=file,
                lines=(1,),
                column=name,
                message=message.format(name),
            )
            for name in names
        ]

    return [
        *wrong(
            "missing_column",
            "`columns` must be complete: `{}` is missing",
            [c for c in needed if c not in header],
        ),
        *wrong(
            "unknown_column",
            "`columns` must be known: `{}` is not",
            dict.fromkeys(c for c in header if c not in columns),
        ),
        *wrong(
            "repeated_column",
            "`columns` must be named once: `{}` is repeated",
            dict.fromkeys(c for c in header if header.count(c) > 1),
        ),
    ]


def _typed(*, file: str, records: Records, schema: pa.DataFrameSchema) -> tuple[pd.DataFrame, list[Finding]]:
    frame, found = {}, []
    for name, texts in _texts(records, names=tuple(schema.columns)).items():
        frame[name], unread = _column(file=file, texts=texts, kind=str(schema.columns[name].dtype))
        found.extend(unread)
    return pd.DataFrame(frame, index=pd.Index(records.lines, name="line", dtype="int64")), found


def _texts(records: Records, *, names: tuple[str, ...]) -> dict[str, pd.Series[str]]:
    """The cells of the columns, as they are written; empty where the file lacks a column."""
    index = pd.Index(records.lines, name="line", dtype="int64")
    cells = dict(zip(records.header, zip(*records.rows, strict=True), strict=False)) if records.rows else {}
    lacking = [""] * len(index)
    return {name: pd.Series(cells.get(name, lacking), index=index, dtype="str", name=name) for name in names}


def _column(*, file: str, texts: pd.Series[str], kind: str) -> tuple[pd.Series[Any], list[Finding]]:
    if kind.startswith("datetime"):
        read: Callable[[str], Any] = day
        dtype, wanted = "datetime64[us]", "a day written as 2024-01-31"
    elif kind == "Int64":
        read, dtype, wanted = count, "Int64", "one whole number"
    elif kind == "Float64":
        read, dtype, wanted = measure, "Float64", "one number"
    else:
        return texts, []
    values: dict[str, Any] = {}
    unread = {}
    for text in texts.unique():
        try:
            values[text] = read(text) if text else None
        except (NotACountError, NotADayError, NotAMeasureError):
            values[text] = None
            unread[text] = wanted
    found = [
        _unread(file=file, line=int(str(line)), column=str(texts.name), text=text, wanted=unread[text])
        for line, text in texts[texts.isin(list(unread))].items()
    ]
    return pd.Series([values[text] for text in texts], index=texts.index, dtype=dtype), found


def _unread(*, file: str, line: int, column: str, text: str, wanted: str) -> Finding:
    shown = text[:MOST_SHOWN]
    message = f"`{column}` must be {wanted}: line {line} has `{shown}`"
    return finding(
        severity=Severity.ERROR,
        rule="unreadable_value",
        table=file,
        lines=(line,),
        column=column,
        value=shown,
        message=message,
    )


def _faults(*, file: str, frame: pd.DataFrame, schema: pa.DataFrameSchema) -> list[Finding]:
    """What the pandera model finds wrong, all at once."""
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return [
            _fault(file=file, line=line, column=column, check=check, value=value)
            for line, column, check, value in errors.failure_cases[
                ["index", "column", "check", "failure_case"]
            ].itertuples(index=False)
        ]
    return []


def _fault(*, file: str, line: float | None, column: str, check: str, value: object) -> Finding:
    rule, attribute = _attribute(check=check)
    shown = "" if check == "not_nullable" else str(value)[:MOST_SHOWN]
    number = None if pd.isna(line) else int(line)
    where = f"line {number} has `{shown}`" if shown else f"line {number} has nothing"
    return finding(
        severity=Severity.ERROR,
        rule=rule,
        table=file,
        lines=() if number is None else (number,),
        column=str(column),
        value=shown,
        message=f"`{column}` must be {attribute}: {where}",
    )


def _attribute(*, check: str) -> tuple[str, str]:
    """The rule and its attribute in words, from the name that pandera gives a check."""
    name, _, argument = check.partition("(")
    argument = argument.removesuffix(")")
    if name == "not_nullable" or argument.strip("'") == codes.GIVEN:
        return "missing_value", "given"
    words = {
        "isin": ("unknown_word", f"one of {argument.strip('[]')}"),
        "str_matches": ("malformed_code", f"written as {argument.strip(chr(39))}"),
        "greater_than_or_equal_to": ("out_of_range", f"{argument} or more"),
        "greater_than": ("out_of_range", f"more than {argument}"),
        "less_than_or_equal_to": ("out_of_range", f"{argument} or less"),
    }
    return words.get(name, ("wrong_type", f"right by the check {check}"))
