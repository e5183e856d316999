"""A folder of tables to a data set, or to the findings that keep it out. Nothing here raises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import pandas as pd

from validation.dataset import SETTINGS_FILE, Dataset, Settings
from validation.findings import Finding, Severity, finding
from validation.guarding import Result, guarded
from validation.models import TABLES
from validation.reading.boundaries import read_outlines
from validation.reading.settings import read_settings
from validation.reading.snapshot import (
    BOUNDARIES_FOLDER,
    FolderNotReadableError,
    Snapshot,
    take_snapshot,
)
from validation.reading.typed_tables import empty_table, read_table
from validation.rules import judge
from validation.tables import Tables

ORDER: Final = {severity: place for place, severity in enumerate(Severity)}
# A finding without a table is about a rule that broke off, perhaps because of the findings before it.
TABLE_ORDER: Final = {**{f"{table}.csv": place for place, table in enumerate(TABLES)}, "": len(TABLES)}


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a folder holds: a data set, unless an error keeps it out, and all findings, gravest first."""

    dataset: Dataset | None
    findings: tuple[Finding, ...]
    tables: dict[str, int]  # rows by file name
    folder_was_readable: bool = True

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that keep the tables out."""
        return tuple(found for found in self.findings if found.severity is Severity.ERROR)


def read_dataset(folder: Path) -> Reading:
    """Read and check the tables of a folder."""
    nothing = Reading(dataset=None, findings=(), tables={})
    reading, broken = guarded(
        lambda: (_read(folder=Path(folder)), []), subject="the reader of the folder", otherwise=nothing
    )
    return replace(reading, findings=tuple(broken)) if broken else reading


def _read(*, folder: Path) -> Reading:
    try:
        snapshot = take_snapshot(folder=folder)
    except FolderNotReadableError as error:
        lost = finding(
            severity=Severity.ERROR,
            rule="folder",
            table="",
            message=f"`the folder` must be readable: {error}",
        )
        return Reading(dataset=None, findings=(lost,), tables={}, folder_was_readable=False)
    return read_snapshot(snapshot=snapshot)


def read_snapshot(*, snapshot: Snapshot) -> Reading:
    """Check files that were read already. A reader or a rule that throws is an error; the others go on."""
    settings, findings = _settings(snapshot=snapshot)
    frames: dict[str, pd.DataFrame] = {}
    for table in TABLES:
        frames[table], found = _table(snapshot=snapshot, table=table)
        findings.extend(found)
    outlines, found = _outlines(snapshot=snapshot, places=frozenset(frames["places"]["place"]))
    findings.extend(found)
    if settings is not None:
        findings.extend(judge(tables=Tables(settings=settings, **frames), findings=findings))
    ordered = tuple(sorted(findings, key=_order))
    dataset = None
    if settings is not None and not any(found.severity is Severity.ERROR for found in ordered):
        dataset = Dataset(
            folder=snapshot.folder,
            settings=settings,
            boundaries=outlines,
            findings=ordered,
            digest=snapshot.digest,
            **frames,
        )
    rows = {f"{table}.csv": len(frame) for table, frame in frames.items()}
    return Reading(dataset=dataset, findings=ordered, tables=rows)


def _settings(*, snapshot: Snapshot) -> tuple[Settings | None, list[Finding]]:
    content = snapshot.files.get(SETTINGS_FILE)
    if content is None:
        return None, [_absent(file=SETTINGS_FILE, is_there=SETTINGS_FILE in snapshot.files)]
    return _guarded_reader(partial(read_settings, content=content), file=SETTINGS_FILE, otherwise=None)


def _table(*, snapshot: Snapshot, table: str) -> tuple[pd.DataFrame, list[Finding]]:
    file = f"{table}.csv"
    content = snapshot.files.get(file)
    if content is None:
        may_be_absent = file not in snapshot.files and TABLES[table].may_be_absent
        absent = [] if may_be_absent else [_absent(file=file, is_there=file in snapshot.files)]
        return empty_table(table=table), absent
    return _guarded_reader(
        partial(read_table, table=table, content=content), file=file, otherwise=empty_table(table=table)
    )


def _outlines(*, snapshot: Snapshot, places: frozenset[str]) -> tuple[dict[str, Any], list[Finding]]:
    """The outlines of all files. Without a place none is tried: all of them need places.csv."""
    outlines: dict[str, Any] = {}
    findings: list[Finding] = []
    for file, content in sorted(snapshot.files.items()):
        if not places or not file.startswith(f"{BOUNDARIES_FOLDER}/"):
            continue
        none: dict[str, Any] = {}
        read, found = _guarded_reader(
            partial(read_outlines, file=file, content=content, places=places), file=file, otherwise=none
        )
        outlines |= read
        findings += found
    return outlines, findings


def _guarded_reader(
    read: Callable[[], tuple[Result, list[Finding]]], *, file: str, otherwise: Result
) -> tuple[Result, list[Finding]]:
    return guarded(read, subject=f"the reader of {file}", otherwise=otherwise, table=file)


def _absent(*, file: str, is_there: bool) -> Finding:
    found = (
        "it cannot be read" if is_there else "it is missing (a table with nothing to say has its header only)"
    )
    return finding(
        severity=Severity.ERROR, rule="missing_file", table=file, message=f"`the file` must be there: {found}"
    )


def _order(found: Finding) -> tuple[int, int, int, str]:
    """Gravest first, then by table, each after the tables that it depends on: causes before effects."""
    return ORDER[found.severity], TABLE_ORDER.get(found.table, -1), found.line or 0, found.rule
