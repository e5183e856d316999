"""datapackage.json: the tables as a Frictionless tabular data package, from the models and the files."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Mapping
from inspect import cleandoc
from typing import Any, Final

import pandera.pandas as pa

from validation.dataset import Dataset, Settings
from validation.models import TABLES, TableModel
from validation.reading.snapshot import Snapshot

IN_A_LANGUAGE: Final = "The name in the language of this ISO 639 code; empty where not given."
PROFILE: Final = "tabular-data-package"
TYPES: Final = {"datetime64": "date", "Int64": "integer", "Float64": "number"}


def field_type(*, column: pa.Column) -> str:
    """Type of a column, as Frictionless calls it."""
    kind = str(column.dtype)
    return next((name for prefix, name in TYPES.items() if kind.startswith(prefix)), "string")


def may_be_empty(*, column: pa.Column) -> bool:
    """Whether a cell of the column may be empty."""
    if field_type(column=column) != "string":
        return bool(column.nullable)
    return all(_accepts_nothing(check=check) for check in column.checks)


def allowed_words(*, column: pa.Column) -> list[str]:
    """The closed list of words of a column; empty where it is open."""
    words = [check.statistics["allowed_values"] for check in column.checks if check.name == "isin"]
    return [str(word) for word in words[0]] if words else []


def _accepts_nothing(*, check: pa.Check) -> bool:
    limits = check.statistics or {}
    if check.name == "isin":
        return "" in limits["allowed_values"]
    if check.name == "str_matches":
        return re.match(limits["pattern"], "") is not None
    return True


def package(*, snapshot: Snapshot, settings: Settings) -> dict[str, Any]:
    """The descriptor of the files of a folder."""
    return {
        "profile": PROFILE,
        "name": settings.name,
        "title": settings.title,
        "description": settings.description,
        "version": settings.version,
        "licenses": [{"name": settings.licence, "path": settings.licence_url}],
        "resources": [
            _resource(table=table, definition=definition, content=snapshot.files.get(f"{table}.csv") or b"")
            for table, definition in TABLES.items()
            if f"{table}.csv" in snapshot.files
        ],
    }


def as_json(*, snapshot: Snapshot, settings: Settings) -> str:
    """The descriptor as the text of its file."""
    return json.dumps(package(snapshot=snapshot, settings=settings), ensure_ascii=False, indent=2) + "\n"


def datapackage(*, dataset: Dataset, contents: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor of a data set's tables as they are given away: `contents` are the bytes of each table.

    Never of the folder: its files may have changed or gone while the last sound tables are still served.
    """
    files = {f"{table}.csv": content for table, content in contents.items()}
    return package(snapshot=Snapshot(folder=dataset.folder, files=dict(files)), settings=dataset.settings)


def _resource(*, table: str, definition: TableModel, content: bytes) -> dict[str, Any]:
    return {
        "name": table,
        "title": definition.title,
        "description": cleandoc(definition.model.__doc__ or ""),
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(table=table, definition=definition, header=_header(content)),
    }


def _header(content: bytes) -> list[str]:
    """The names of the columns of a file that was read already, or was written by us."""
    return next(csv.reader(io.StringIO(content.decode("utf-8-sig"))), [])


def _schema(*, table: str, definition: TableModel, header: list[str]) -> dict[str, Any]:
    """The columns of the file: one that came later may be lacking, and is then not described."""
    columns = definition.model.to_schema().columns
    fields = {name: _field(name=name, column=column) for name, column in columns.items()}
    fields |= {name: _added_field(name) for name in definition.added(header)}
    lacking = [name for name in fields if name not in header and name not in definition.may_lack]
    ordered = [*(name for name in header if name in fields), *lacking]
    return {
        "fields": [fields[name] for name in ordered],
        "missingValues": [""],
        "primaryKey": list(definition.key),
        "foreignKeys": [
            {"fields": column, "reference": {"resource": "" if home == table else home, "fields": code}}
            for column, (home, code) in definition.references.items()
        ],
    }


def _field(*, name: str, column: pa.Column) -> dict[str, Any]:
    return {
        "name": name,
        "type": field_type(column=column),
        "description": column.description,
        "constraints": _constraints(column=column),
    }


def _added_field(name: str) -> dict[str, Any]:
    return {"name": name, "type": "string", "description": IN_A_LANGUAGE, "constraints": {"required": False}}


def _constraints(*, column: pa.Column) -> dict[str, Any]:
    found: dict[str, Any] = {"required": not may_be_empty(column=column)}
    words = [word for word in allowed_words(column=column) if word]
    if words:
        found["enum"] = words
    for check in column.checks:
        limits = check.statistics or {}
        if check.name == "str_matches":
            found["pattern"] = limits["pattern"]
        elif check.name == "less_than_or_equal_to":
            found["maximum"] = limits["max_value"]
        elif check.name in {"greater_than_or_equal_to", "greater_than"}:
            found["minimum"] = limits["min_value"]
    return found
