"""docs/data-dictionary.md: what each row and each column of the tables means, from the models."""

from __future__ import annotations

from inspect import cleandoc
from typing import Final

import pandera.pandas as pa

from validation.describing.descriptor import IN_A_LANGUAGE, allowed_words, field_type, may_be_empty
from validation.models import TABLES, TableModel
from validation.sealing import SEALED

HEAD: Final = """# Data dictionary

Generated from the models in `validation/models/` by `python -m validation.describe`;
a test fails when it lags.

Tables are CSV in UTF-8 with a header. Days are written as 2024-01-31, an empty cell means "not given". Every
table is append-only: a revision is a newer publication, a mistake is a row of corrections.csv.
"""

SEALING: Final = """## What a seal covers

A line of editions.csv seals the rows of {tables}
that were recorded up to its day. Each row is written as the names and contents of its filled cells,
columns in alphabetical order, each name and each cell followed by the character U+001F; numbers in plain
digits, days as 2024-01-31. The rows of a table are sorted, each followed by U+001E, after the name of the
table and U+001E. `sha256` is the digest of all that in UTF-8. So it does not change with line ends, the
order of rows or the way a number is typed, and changes with any cell.
"""


def dictionary() -> str:
    """The dictionary as Markdown."""
    return "\n".join([HEAD, *(table_in_words(table) for table in TABLES), _sealing()])


def table_in_words(table: str) -> str:
    """What each row of the table is, its key, and a line for every column, as a section of Markdown."""
    definition = TABLES[table]
    columns = definition.model.to_schema().columns
    rows = [_column(name=name, column=column, definition=definition) for name, column in columns.items()]
    if definition.may_add:
        rows.append(f"| `name_LANGUAGE` | string | may be absent or empty | {IN_A_LANGUAGE} |")
    return "\n".join(
        [
            f"## {table}.csv",
            "",
            f"{definition.title}. {cleandoc(definition.model.__doc__ or '')}",
            "",
            f"Key: {', '.join(f'`{name}`' for name in definition.key)}.",
            "",
            "| column | type | given | meaning |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _column(*, name: str, column: pa.Column, definition: TableModel) -> str:
    meaning = [str(column.description)]
    words = [f"`{word}`" for word in allowed_words(column=column) if word]
    if words:
        meaning.append(f"One of {', '.join(words)}.")
    if name in definition.references:
        home, code = definition.references[name]
        meaning.append(f"Explained in {home}.csv, `{code}`.")
    given = "may be empty" if may_be_empty(column=column) else "always"
    text = " ".join(meaning).replace("|", "\\|")
    return f"| `{name}` | {field_type(column=column)} | {given} | {text} |"


def _sealing() -> str:
    return SEALING.format(tables=", ".join(f"{table}.csv" for table in SEALED))
