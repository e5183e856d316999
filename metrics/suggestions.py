"""What to ask instead, where a question finds nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd

from metrics.candidates import Clocks, counts_in_question, is_excluded, is_known, published_counts
from metrics.phrasing import Message
from metrics.query import Measure, Query
from metrics.wording import N_
from validation import Dataset

# The parts of a question in the order in which a reader would let go of them.
LOOSENED: Final = (("detail", ""), ("age", "all"), ("sex", "all"))


def what_exists(dataset: Dataset, query: Query, clocks: Clocks) -> Message:
    """One sentence on the nearest question that has an answer."""
    same = _of_measure(_usable(counts_in_question(dataset, query, clocks), clocks), query.measure)
    if not same.empty:
        return Message(
            N_("No count fits this question in the chosen period; there are {count} from {start} to {end}."),
            {
                "count": len(same),
                "start": same["period_end"].min().date(),
                "end": same["period_end"].max().date(),
            },
        )
    for name, all_of_it in LOOSENED:
        if getattr(query, name) != all_of_it:
            looser = replace(query, **{name: all_of_it})  # type: ignore[arg-type]
            if not _of_measure(counts_in_question(dataset, looser, clocks), query.measure).empty:
                return Message(
                    N_("No count fits this question; there are some for {name} `{value}`."),
                    {"name": name, "value": all_of_it},
                )
    return _of_other_counters(dataset, query, clocks)


def _usable(counts: pd.DataFrame, clocks: Clocks) -> pd.DataFrame:
    return counts[~is_excluded(counts, clocks)]


def _of_measure(counts: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    if measure is Measure.HAPPENED:
        return counts[counts["basis"] == "happened"]
    return counts[counts["basis"] != "happened"]


def _of_other_counters(dataset: Dataset, query: Query, clocks: Clocks) -> Message:
    counts = published_counts(dataset)
    same = (
        counts["metric"].isin(query.metrics) & counts["place"].isin(query.places) & is_known(counts, clocks)
    )
    counters = sorted(set(counts.loc[same & (counts["group"] == query.group), "counted_by"]))
    if not counters:
        return Message(
            N_("No count of this metric is recorded for this place and group, as known on that day.")
        )
    return Message(
        N_("No count fits this question; for this metric and place there are counts by {counters}."),
        {"counters": ", ".join(counters)},
    )
