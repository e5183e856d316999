"""What to ask instead, where a question finds nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd

from metrics.candidates import Clocks, counts_in_question, is_excluded, is_known, published_counts
from metrics.phrasing import Message
from metrics.query import Grain, Measure, Query
from metrics.wording import N_
from validation import Dataset

# The parts of a question in the order in which a reader would let go of them.
LOOSENED: Final = (("detail", ""), ("age", "all"), ("sex", "all"))
MEASURE_OF_BASIS: Final = {"": Measure.LEVEL, "documented": Measure.TOTAL, "happened": Measure.HAPPENED}


def what_exists(dataset: Dataset, query: Query, clocks: Clocks) -> Message:
    """One sentence on the nearest question that has an answer; it never points back at the same question."""
    usable = _usable(dataset, query, clocks)
    same = _of_measure(usable, query.measure)
    if not same.empty:
        return _within_reach(same, query, clocks)
    for name, all_of_it in LOOSENED:
        looser = replace(query, **{name: all_of_it})  # type: ignore[arg-type]
        if looser != query and not _of_measure(_usable(dataset, looser, clocks), query.measure).empty:
            return Message(
                N_("No count fits this question; there are some for {name} `{value}`."),
                {"name": name, "value": all_of_it},
            )
    if not usable.empty:
        measures = sorted({str(MEASURE_OF_BASIS[basis]) for basis in usable["basis"]})
        return Message(
            N_("No count fits this question; there are some for the measure `{measures}`."),
            {"measures": "`, `".join(measures)},
        )
    return _of_other_counters(dataset, query, clocks)


def _within_reach(counts: pd.DataFrame, query: Query, clocks: Clocks) -> Message:
    """The series is there: in another period, or in this one and not as it is asked for."""
    first_days = counts["period_start"].fillna(counts["period_end"])
    starts = first_days if query.measure is Measure.HAPPENED else counts["period_end"]
    if ((starts >= clocks.start) & (counts["period_end"] <= clocks.end)).any():
        if query.measure is Measure.NEWLY_DOCUMENTED:
            return Message(
                N_(
                    "No two exact totals are known whose difference ends in the chosen period; ask for the"
                    " measure `total`."
                )
            )
        if query.measure is Measure.HAPPENED and query.grain is not Grain.AS_PUBLISHED:
            return Message(
                N_(
                    "No count is for exactly one of these periods; the grain `as_published` shows those that"
                    " there are."
                )
            )
    return Message(
        N_("No count fits this question in the chosen period; the known ones are from {start} to {end}."),
        {"start": starts.min().date(), "end": counts["period_end"].max().date()},
    )


def _usable(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    counts = counts_in_question(dataset, query, clocks)
    return counts[~is_excluded(counts, clocks)]


def _of_measure(counts: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    if measure is Measure.HAPPENED:
        return counts[counts["basis"] == "happened"]
    return counts[counts["basis"] != "happened"]


def _of_other_counters(dataset: Dataset, query: Query, clocks: Clocks) -> Message:
    counts = published_counts(dataset)
    counts = _of_measure(
        counts[
            counts["metric"].isin(query.metrics)
            & counts["place"].isin(query.places)
            & (counts["group"] == query.group)
            & (counts["event_id"] == "")
            & is_known(counts, clocks)
            & ~is_excluded(counts, clocks)
        ],
        query.measure,
    )
    counters = sorted(set(counts["counted_by"]) - {query.counted_by})
    if not counters:
        return Message(N_("No count that fits this question is recorded, as known on that day."))
    return Message(
        N_("No count fits this question; for this metric and place there are counts by {counters}."),
        {"counters": ", ".join(counters)},
    )
