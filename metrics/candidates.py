"""Which published counts may answer a question: the three clocks and the corrections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd

from metrics.query import Query
from validation import Dataset

# A count is told from another by all but what was printed and how it was transcribed.
KEY: Final = (
    "source_id",
    "counted_by",
    "metric",
    "place",
    "group",
    "sex",
    "age",
    "detail",
    "event_id",
    "basis",
    "period_start",
    "period_end",
)
# Datasets whose joined counts are kept: the one on the screen and the one that replaces it.
KEPT_DATASETS: Final = 2


@dataclass(frozen=True, kw_only=True)
class Clocks:
    """The days on which a question stands: documents published, rows recorded, periods ended by then."""

    known_on: pd.Timestamp
    edition: pd.Timestamp
    start: pd.Timestamp
    end: pd.Timestamp


@lru_cache(maxsize=KEPT_DATASETS)
def published_counts(dataset: Dataset) -> pd.DataFrame:
    """Every observation with its document's clocks and with what a correction says of it.

    Adds `published`, `published_is`, `publisher`, `is_own` (the counter's own document),
    `source_recorded`, and `excluded_on` and `reason` where a correction takes the count out.
    """
    sources = dataset.sources.set_index("source_id")[["published", "published_is", "publisher", "recorded"]]
    counts = dataset.observations.join(sources.rename(columns={"recorded": "source_recorded"}), on="source_id")
    counts["is_own"] = counts["publisher"] == counts["counted_by"]
    exclusions = dataset.corrections.query("action == 'exclude'")[[*KEY, "recorded", "reason"]]
    exclusions = exclusions.rename(columns={"recorded": "excluded_on"})
    return counts.reset_index().merge(exclusions, on=list(KEY), how="left").set_index("line")


def clocks_of(dataset: Dataset, query: Query) -> Clocks:
    """The question's days, with `latest` made a day.

    Latest edition: the last day on which a row was recorded. Latest knowledge: the last day on which a
    document recorded by then was published. Latest `to`: the last day for which the counter has a count
    that was known by then, of whatever metric, so that a metric which fell silent is seen to be silent.
    """
    counts = published_counts(dataset)
    edition = _latest_or(query.edition, counts["recorded"])
    recorded = counts[(counts["recorded"] <= edition) & (counts["source_recorded"] <= edition)]
    known_on = _latest_or(query.known_on, recorded["published"], edition)
    known = recorded[(recorded["published"] <= known_on) & (recorded["counted_by"] == query.counted_by)]
    end = _latest_or(query.end, known.loc[known["event_id"] == "", "period_end"], known_on)
    return Clocks(known_on=known_on, edition=edition, start=pd.Timestamp(query.start), end=end)


def _latest_or(asked: date | None, days: pd.Series, otherwise: pd.Timestamp | None = None) -> pd.Timestamp:
    if asked is not None:
        return pd.Timestamp(asked)
    if otherwise is not None and days.empty:
        return otherwise
    return pd.Timestamp(days.max())


def counts_in_question(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """The counts of the running series that the question speaks of, as known and recorded by its days.

    What carries an `event_id` belongs to its event. What a correction excludes is still here: see
    `without_excluded`. The period is not bounded here, since a difference looks back before `from`.
    """
    counts = published_counts(dataset)
    asked = (
        counts["metric"].isin(query.metrics)
        & counts["place"].isin(query.places)
        & (counts["counted_by"] == query.counted_by)
        & (counts["group"] == query.group)
        & (counts["sex"] == query.sex)
        & (counts["age"] == query.age)
        & (counts["detail"] == query.detail)
        & (counts["event_id"] == "")
    )
    return counts[asked & is_known(counts, clocks)]


def is_known(counts: pd.DataFrame, clocks: Clocks) -> pd.Series:
    """Whether a count was published by `known_on`, and it and its document recorded by `edition`."""
    return (
        (counts["published"] <= clocks.known_on)
        & (counts["recorded"] <= clocks.edition)
        & (counts["source_recorded"] <= clocks.edition)
    )


def is_excluded(counts: pd.DataFrame, clocks: Clocks) -> pd.Series:
    """Whether a correction recorded by `edition` takes the count out; it does so for every `known_on`."""
    return counts["excluded_on"].notna() & (counts["excluded_on"] <= clocks.edition)
