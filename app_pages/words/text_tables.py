"""Tables on pages: columns in words, numbers that line up, text as it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from app_pages.words.words import Cell, Table, Words

DAY: Final = "D MMM YYYY"


def table_of(label: str, columns: Mapping[str, Iterable[Cell]], *, numeric: Collection[str] = ()) -> Words:
    """A table to be read, by its columns; `numeric` are those that line up at the right."""
    table = Table(
        label=label,
        head=tuple(columns),
        rows=tuple(zip(*columns.values(), strict=True)),
        numeric=tuple(position for position, name in enumerate(columns) if name in numeric),
    )
    return Words((table,))
