"""Tables on pages: columns in words, numbers that line up, text as it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

import streamlit as st

from app_pages.words.words import Cell, Table, Words, mount_words
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


def findings_table(findings: Sequence[Finding], *, key: str) -> None:
    """Findings as a table a person can act on: where, what was found, which rule."""
    shown = findings[:MOST_FINDINGS_SHOWN]
    columns = {
        _("Table"): [one.table for one in shown],
        _("Line"): ["" if one.line is None else str(one.line) for one in shown],
        _("Column"): [one.column for one in shown],
        _("Found"): [str(one.value) for one in shown],
        _("What must hold"): [one.message for one in shown],
        _("Rule"): [one.rule for one in shown],
    }
    mount_words(table_of(_("Findings"), columns), key=key, opened=lambda _card: None)
    rest = len(findings) - len(shown)
    if rest > 0:
        more = ngettext("{count} more", "{count} more", rest).format(count=rest)
        st.markdown(f"[{more}](/api/v1/findings.json)")
