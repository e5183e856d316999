"""Small, sound tables about a country that does not exist, to be written anew in a test, a row a line.

The first line of a table names the columns that matter, and `FILLED` has what they do not say; without that
line, the rows have all columns. What stands behind ` # ` is a row's reason. Tables that a test does not write
are those of `SMALL`.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import pandas as pd

from validation import Dataset
from validation.dataset import Settings
from validation.models import TABLES
from validation.models.vocabularies import BASES
from validation.reading.settings import read_settings
from validation.reading.typed_tables import empty_table, read_table
from validation.tables import Tables

RECORDED: Final = "2026-01-01"
SETTINGS: Final = """
title = "Counts of Ruritania"
name = "ruritania"
description = "For tests."
version = "1.0.0"
licence = "CC0-1.0"
licence_url = "https://creativecommons.org/publicdomain/zero/1.0/"
citation = "Nobody"
contact = "Nobody"
map_credit = ""
origin = 2021-02-01
origin_label = "since the coup"
reporting_year_first_month = 2

[defaults]
metric = "arrested"
place = "XX"
counted_by = "CO"
group = "political"
sex = "all"
age = "all"
detail = ""
from = 2021-02-01
to = "latest"
known_on = "latest"
edition = "latest"
grain = "as_published"
measure_of_stock = "level"
measure_of_flow = "total"

[pages]
headline_metrics = ["arrested"]

[[identities]]
whole = "arrested"
parts = ["detained", "released"]
derive = "released"
derived_for = ["CO"]
"""
SMALL: Final = {
    "observations": "metric,period_end,value\narrested,2024-01-31,100",
    "sources": "source_id,publisher\na,CO\nb,CO\nc,CO\nd,CO\nr,NEWS",
    "organisations": """
        organisation,name,kind
        CO,The Counters,ngo
        NEWS,The News,media
        GOV,The Government,government""",
    "metrics": """
        metric,label,kind,part_of,definition,not_counted,noun,display_order
        arrested,Arrested,flow,,People arrested.,,people arrested,10
        detained,In detention,stock,,People in detention.,People on bail.,people held,20
        released,Released,flow,,People released.,,people released,30
        killed,Killed,flow,,People killed.,,people killed,40
        killed_in_custody,Killed in custody,flow,killed,People killed in custody.,,,50""",
    "places": """
        place,kind,parent,name,population,population_year,population_source
        XX,country,,Ruritania,1000000,2020,Census 2020
        XX-1,region,XX,North,200000,2020,Census 2020
        XX-2,region,XX,South,,,""",
    "definitions": "",
    "corrections": "",
    "editions": "",
    "breaks": "",
    "events": "event_id,date,kind,source_id\nXX-2024-01-04-amnesty,2024-01-04,amnesty,",
}
FILLED: Final = {
    "source_id": "a",
    "counted_by": "CO",
    "metric": "arrested",
    "place": "XX",
    "group": "political",
    "sex": "all",
    "age": "all",
    "qualifier": "exact",
    "locator": "so many",
    "recorded": RECORDED,
    "title": "Title of {source_id}",
    "published": "2024-12-01",
    "published_is": "printed",
    "language": "en",
    "name": "Somebody",
    "kind": "ngo",
    "label": "Counted",
    "definition": "People counted.",
    "display_order": "1",
    "action": "exclude",
    "reason": "A slip.",
    "what_changed": "Something changed.",
}
PERIODS: Final = {
    "stock": {"basis": "", "period_start": ""},
    "total": {"basis": "documented", "period_start": "2021-02-01"},
    **{basis: {} for basis in ("", *BASES)},  # the row names its first day itself
}


def observations(rows: str) -> pd.DataFrame:
    """Counts by `source_id, metric, place, basis, period_end, value, qualifier[, recorded]`, a row a line.

    `basis` is `stock`, `total` (documented since 2021-02-01) or the first day of a period (happened).
    """
    return table("observations", f"source_id,metric,place,basis,period_end,value,qualifier,recorded\n{rows}")


def sources(rows: str) -> pd.DataFrame:
    """Documents by `source_id, publisher, published[, published_is[, recorded]]`, a row a line."""
    return table("sources", f"source_id,publisher,published,published_is,recorded\n{rows}")


@lru_cache(maxsize=64)
def table(name: str, rows: str) -> pd.DataFrame:
    """A table, typed as the reader of `data/` types it; nobody changes it."""
    cells = _cells(name, rows)
    for column, kind in _kinds(name).items():
        cells[column] = cells[column].mask(cells[column] == "").astype(kind)
    return cells.set_axis(pd.RangeIndex(2, len(cells) + 2, name="line"))


@lru_cache
def _kinds(name: str) -> dict[str, Any]:
    """The types of the columns that have no text."""
    types = empty_table(table=name).dtypes
    return types[types != "str"].to_dict()


def content(name: str, rows: str) -> str:
    """A table as a CSV file."""
    return _cells(name, rows).to_csv(index=False, lineterminator="\n")


def _cells(name: str, rows: str) -> pd.DataFrame:
    columns = TABLES[name].columns
    lines = [line.split(" # ")[0].strip() for line in rows.strip().splitlines()]
    has_header = bool(lines) and lines[0].split(",")[0] in columns
    read = csv.DictReader(lines, fieldnames=None if has_header else columns, skipinitialspace=True)
    given = [{column: cell for column, cell in row.items() if cell is not None} for row in read]
    return pd.DataFrame([_filled(columns, row) for row in given], columns=columns, dtype="str")


def _filled(columns: tuple[str, ...], row: dict[str, str]) -> dict[str, str]:
    filled = {column: FILLED.get(column, "").format(**row) for column in columns} | row
    if "basis" not in columns:
        return filled
    basis = row.get("basis", "stock" if filled["metric"] == "detained" else "total")
    return filled | PERIODS.get(basis, {"basis": "happened", "period_start": basis})


def files(**changed: str) -> dict[str, str]:
    """The tables as CSV files, some of them with other rows."""
    return {f"{name}.csv": content(name, rows) for name, rows in (SMALL | changed).items()}


def write(folder: Path, **changed: str) -> Path:
    """The tables as a folder, some of them with other rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {**files(**changed), "dataset.toml": SETTINGS}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def tables(**changed: str) -> Tables:
    """The tables as the rules see them, some of them with other rows; their cells must be readable."""
    frames = {name: _read(name, rows) for name, rows in (SMALL | changed).items()}
    return Tables(settings=settings(), **frames)


@lru_cache(maxsize=64)
def _read(name: str, rows: str) -> pd.DataFrame:
    frame, faults = read_table(table=name, content=content(name, rows).encode())
    assert not faults, faults
    return frame


def settings() -> Settings:
    read, faults = read_settings(content=SETTINGS.encode())
    assert read is not None, faults
    return read


def dataset(counts: pd.DataFrame, documents: pd.DataFrame, **changed: str) -> Dataset:
    """The tables as the dashboard has them: these counts and documents, and no event."""
    sealed = f"day,rows\n{RECORDED},{len(counts)}"
    others = {"editions": sealed, "events": "", **changed}
    frames = {name: table(name, rows) for name, rows in (SMALL | others).items()}
    frames |= {"observations": counts, "sources": documents}
    return Dataset(folder=Path(), settings=settings(), boundaries={}, findings=(), digest="test", **frames)
