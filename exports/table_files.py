"""The tables behind every answer as files, and what describes them."""

from __future__ import annotations

from typing import Final

from exports.series_files import table_csv
from metrics.query.caching import cached
from validation import Dataset, datapackage

TABLES: Final = (
    "observations",
    "sources",
    "organisations",
    "metrics",
    "definitions",
    "places",
    "corrections",
    "editions",
    "breaks",
    "events",
)


@cached
def table_body(dataset: Dataset, table: str) -> bytes:
    """The table as CSV, as it was read: also what a correction takes out of the series."""
    return table_csv(getattr(dataset, table))


def described_tables(dataset: Dataset) -> dict[str, object]:
    """The Frictionless Data Package of these files: title, licence, the columns of each table.

    Its paths are relative to its own address. Sizes and digests are those of these bodies, which an update
    that is held back leaves alone.
    """
    contents = {table: table_body(dataset, table) for table in TABLES}
    return datapackage(dataset=dataset, contents=contents)
