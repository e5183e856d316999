"""Released, where it is not printed: arrested minus in detention, both from one document."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd

from metrics.answer import Status
from metrics.candidates import Clocks, counts_in_question, is_excluded
from metrics.phrasing import number
from metrics.query import Query
from metrics.records import column_of_tuples
from validation import Dataset

RELEASED: Final = "released"
ARRESTED: Final = "arrested"
DETAINED: Final = "detained"


def with_derived_released(
    counts: pd.DataFrame, *, dataset: Dataset, query: Query, clocks: Clocks
) -> pd.DataFrame:
    """The counts, with `released` derived for the days on which a document prints only its two parts.

    AAPP's documents keep `arrested = in detention + released` to the last digit wherever they print all
    three, until they stop printing the third. A printed value, even a bound, is never replaced.
    """
    if RELEASED not in query.metrics:
        return counts
    derived = derived_released(dataset, query, clocks)
    printed = counts.loc[counts["metric"] == RELEASED, ["place", "period_end"]]
    is_printed = pd.MultiIndex.from_frame(derived[["place", "period_end"]]).isin(
        pd.MultiIndex.from_frame(printed)
    )
    missing = derived[~is_printed]
    return counts if missing.empty else pd.concat([counts, missing])


def derived_released(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """Arrested minus in detention for each document that prints both as exact totals for one day.

    Not before the last change of definition of either part: until April 2021 AAPP's count of people in
    detention held people evading arrest as well.
    """
    parts = counts_in_question(dataset, replace(query, metrics=(ARRESTED, DETAINED)), clocks)
    parts = parts[~is_excluded(parts, clocks) & (parts["qualifier"] == "exact")]
    parts = parts[
        (parts["period_end"] <= clocks.end) & (parts["period_end"] >= _last_definition(dataset, clocks))
    ]
    origin = pd.Timestamp(dataset.settings.origin)
    arrested = parts[
        (parts["metric"] == ARRESTED) & (parts["basis"] == "documented") & (parts["period_start"] == origin)
    ]
    detained = parts[parts["metric"] == DETAINED].reset_index()
    pairs = arrested.reset_index().merge(
        detained[["source_id", "place", "period_end", "value", "line"]],
        on=["source_id", "place", "period_end"],
        suffixes=("", "_detained"),
    )
    return pairs.assign(
        metric=RELEASED,
        value=pairs["value"] - pairs["value_detained"],
        status=str(Status.DERIVED),
        inputs=column_of_tuples(zip(pairs["line"], pairs["line_detained"], strict=True), pairs.index),
        formula=[
            f"{ARRESTED} {number(a)} - {DETAINED} {number(d)}"
            for a, d in zip(pairs["value"], pairs["value_detained"], strict=True)
        ],
        note="",
    ).set_index(-pairs["line"].rename("line"))[[*arrested.columns, "status", "inputs", "formula"]]


def _last_definition(dataset: Dataset, clocks: Clocks) -> pd.Timestamp:
    breaks = dataset.breaks
    of_parts = breaks["metric"].isin([ARRESTED, DETAINED]) & (breaks["kind"] == "definition")
    days = breaks.loc[of_parts & (breaks["recorded"] <= clocks.edition), "date"]
    return pd.Timestamp.min if days.empty else pd.Timestamp(days.max())
