"""Released, where it is not printed: arrested minus in detention, both from one document."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd

from metrics.answer import Status
from metrics.candidates import SERIES_PARTS, Clocks, counts_in_question, is_excluded
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
    pairs = printed_pairs(dataset, query, clocks)
    printed = counts[counts["metric"] == RELEASED]
    is_printed = set(zip(printed["place"], printed["period_end"], strict=True))
    days = zip(pairs["place"], pairs["period_end"], strict=True)
    missing = pairs[[day not in is_printed for day in days]]
    return counts if missing.empty else pd.concat([counts, _difference(missing)])


def with_parts(query: Query) -> Query:
    """The question, with the parts that a derived `released` rests on."""
    if RELEASED not in query.metrics:
        return query
    return replace(query, metrics=tuple(dict.fromkeys((*query.metrics, ARRESTED, DETAINED))))


def printed_pairs(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """Arrested beside in detention, for each document that prints both as exact totals for one day.

    Not before the last change of definition of either part: until April 2021 AAPP's count of people in
    detention held people evading arrest as well. Nor from more people in detention than were arrested: one of
    the two is wrong then, and fewer than no releases is no number.
    """
    parts = counts_in_question(dataset, replace(query, metrics=(ARRESTED, DETAINED)), clocks)
    is_usable = (
        ~is_excluded(parts, clocks)
        & (parts["qualifier"] == "exact")
        & (parts["period_end"] <= clocks.end)
        & (parts["period_end"] >= _last_definition(dataset, clocks))
    )
    is_total = (parts["basis"] == "documented") & (
        parts["period_start"] == pd.Timestamp(dataset.settings.origin)
    )
    arrested = parts.loc[is_usable & is_total & (parts["metric"] == ARRESTED), SERIES_PARTS]
    detained = parts.loc[is_usable & (parts["metric"] == DETAINED), SERIES_PARTS]
    same = ["source_id", "place", "period_end"]
    pairs = arrested.reset_index().merge(
        detained.reset_index()[[*same, "value", "line"]], on=same, suffixes=("", "_detained")
    )
    return pairs[pairs["value"] >= pairs["value_detained"]]


def _difference(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs as counts of `released`, labelled by the negative line of `arrested`: they have none."""
    values = zip(pairs["value"], pairs["value_detained"], strict=True)
    lines = zip(pairs["line"], pairs["line_detained"], strict=True)
    derived = pairs.assign(
        metric=RELEASED,
        value=pairs["value"] - pairs["value_detained"],
        status=str(Status.DERIVED),
        inputs=column_of_tuples(lines, pairs.index),
        formula=[f"{ARRESTED} {number(a)} - {DETAINED} {number(d)}" for a, d in values],
        note="",
    ).set_index(-pairs["line"].rename("line"))
    return derived[[*SERIES_PARTS, "status", "inputs", "formula"]]


def _last_definition(dataset: Dataset, clocks: Clocks) -> pd.Timestamp:
    breaks = dataset.breaks
    of_parts = breaks["metric"].isin([ARRESTED, DETAINED]) & (breaks["kind"] == "definition")
    days = breaks.loc[of_parts & (breaks["recorded"] <= clocks.edition), "date"]
    return pd.Timestamp.min if days.empty else pd.Timestamp(days.max())
