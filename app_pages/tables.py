"""Tables on pages: columns in words, numbers that line up, text as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd
import streamlit as st

from metrics.plain_text import plain

DAY: Final = "D MMM YYYY"
# Pixels. What is too long is cut at its start, where its "at least" stands: there must be room for all of it.
COUNT_WIDTH: Final = 180
KEPT_TABLES: Final = 64


def count_column() -> Any:
    """Counts with their qualifiers, under one another; on a phone at the left, where they are in sight."""
    return st.column_config.TextColumn(alignment="left" if look().narrow else "right", width=COUNT_WIDTH)


def counts_table(dataset: Dataset, counts: pd.DataFrame, *, key: str) -> None:
    """Published counts as they stand in the tables, with their documents and where in them they are found."""
    columns = {
        _("Count"): count_column(),
        **dict.fromkeys((_("From"), _("To, or on")), st.column_config.DateColumn(format=DAY)),
    }
    st.dataframe(
        _counts_in_words(dataset, Same(counts)),
        hide_index=True,
        width="stretch",
        height="content",
        placeholder="",
        column_config=columns,
        key=key,
    )


@shared_words(most=KEPT_TABLES)
def _counts_in_words(dataset: Dataset, same: Same) -> pd.DataFrame:
    counts = same.value
    shown = pd.DataFrame(
        {
            _("Metric"): counts["metric"].map(metric_names(dataset)),
            _("Place"): counts["place"].map(place_names(dataset)),
            _("Count"): [quantity(*pair) for pair in zip(counts["value"], counts["qualifier"], strict=True)],
            _("From"): counts["period_start"],
            _("To, or on"): counts["period_end"],
            _("Of which"): [part_in_words(*parts) for parts in zip(*(counts[c] for c in PARTS), strict=True)],
            _("Counted by"): counts["counted_by"],
            _("Where it stands"): counts["standing"].map(translated(STANDINGS)),
            _("Why it is left out"): counts["reason"],
            _("Document"): counts["source_id"],
            _("Found by"): counts["locator"],
            _("Note"): counts["note"],
        }
    )
    return shown if counts["reason"].any() else shown.drop(columns=_("Why it is left out"))


def escaped(columns: Mapping[str, Iterable[object]]) -> pd.DataFrame:
    """A table's cells for `st.table`, which reads markup."""
    return pd.DataFrame({name: [plain(str(cell)) for cell in column] for name, column in columns.items()})


def text_table(cells: pd.DataFrame) -> None:
    """A table to be read, escaped before: all its words in sight, for a screen reader and on paper too."""
    st.table(cells, hide_index=True)


PARTS: Final = ("group", "sex", "age", "detail", "event_id")


def part_in_words(group: str, sex: str, age: str, detail: str, event_id: str) -> str:
    """Of whom a count is, where it is not of all; empty where it is."""
    parts = [
        part_name(group) if group == "all_prisoners" else "",
        part_name(sex) if sex != "all" else "",
        part_name(age) if age != "all" else "",
        detail,
        event_id,
    ]
    return "; ".join(part for part in parts if part)
