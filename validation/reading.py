"""A folder of tables to a data set, or to the findings that keep it out. Nothing here raises."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from validation.boundaries import read_boundaries
from validation.dataset import Dataset, Settings
from validation.findings import Finding, Severity, finding
from validation.models import TABLES
from validation.rules import judge
from validation.settings import read_settings
from validation.snapshot import (
    BOUNDARIES_FOLDER,
    SETTINGS_FILE,
    FolderNotReadableError,
    Snapshot,
    take_snapshot,
)
from validation.tables import Tables
from validation.typed_tables import empty_table, read_table

ORDER: Final = {severity: place for place, severity in enumerate(Severity)}
TABLE_ORDER: Final = {f"{table}.csv": place for place, table in enumerate(TABLES)}


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
    try:
        snapshot = take_snapshot(folder=Path(folder))
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
    """Check files that were read already."""
    settings, findings = _settings(snapshot=snapshot)
    frames: dict[str, pd.DataFrame] = {}
    for table in TABLES:
        frames[table], found = _table(snapshot=snapshot, table=table)
        findings.extend(found)
    outlines, found = read_boundaries(
        files={
            name: content for name, content in snapshot.files.items() if name.startswith(BOUNDARIES_FOLDER)
        },
        places=frozenset(frames["places"]["place"]),
    )
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
    return read_settings(content=content)


def _table(*, snapshot: Snapshot, table: str) -> tuple[pd.DataFrame, list[Finding]]:
    file = f"{table}.csv"
    content = snapshot.files.get(file)
    if content is not None:
        return read_table(table=table, content=content)
    if file not in snapshot.files and TABLES[table].may_be_absent:
        return empty_table(table=table), []
    return empty_table(table=table), [_absent(file=file, is_there=file in snapshot.files)]


def _absent(*, file: str, is_there: bool) -> Finding:
    found = (
        "it cannot be read" if is_there else "it is missing (a table with nothing to say has its header only)"
    )
    return finding(
        severity=Severity.ERROR, rule="missing_file", table=file, message=f"`the file` must be there: {found}"
    )


def _order(found: Finding) -> tuple[int, int, int, str]:
    """Gravest first, then the tables in the order in which they lean on each other: causes before effects."""
    return ORDER[found.severity], TABLE_ORDER.get(found.table, -1), found.line or 0, found.rule
