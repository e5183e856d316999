"""Tables on pages: columns in words, numbers that line up, text as it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import streamlit as st

from app_pages.words.words import Cell, Table, Words
from metrics.language.plain_text import plain
from metrics.language.wording import _, ngettext
from validation.findings import Finding

DAY: Final = "D MMM YYYY"
MOST_FINDINGS_SHOWN: Final = 50


def table_of(label: str, columns: Mapping[str, Iterable[Cell]], *, numeric: Collection[str] = ()) -> Words:
    """A table to be read, by its columns; `numeric` are those that line up at the right."""
    table = Table(
        label=label,
        head=tuple(columns),
        rows=tuple(zip(*columns.values(), strict=True)),
        numeric=tuple(position for position, name in enumerate(columns) if name in numeric),
    )
    return Words((table,))


def findings_table(findings: Sequence[Finding]) -> None:
    """Findings as a table a person can act on: where, what was found, which rule.

    A table that a screen reader reads too; its cells are Markdown, so that all is escaped.
    """
    rows = [
        {
            _("Table"): finding.table,
            _("Line"): "" if finding.line is None else str(finding.line),
            _("Column"): finding.column,
            _("Found"): finding.value,
            _("What must hold"): finding.message,
            _("Rule"): finding.rule,
        }
        for finding in findings[:MOST_FINDINGS_SHOWN]
    ]
    st.table([{name: plain(cell) for name, cell in row.items()} for row in rows], hide_index=True)
    rest = len(findings) - len(rows)
    if rest > 0:
        more = ngettext("{count} more", "{count} more", rest).format(count=rest)
        st.markdown(f"[{more}](/api/v1/findings.json)")
