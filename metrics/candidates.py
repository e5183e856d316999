"""Which published counts may answer a question: the three clocks and the corrections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

import numpy as np
import pandas as pd

from metrics.query import Query
from metrics.winners import in_order_of_standing
from validation import Dataset
from validation.models import OBSERVATION_KEY

# Datasets whose joined counts are kept: the one on the screen and the one that replaces it.
KEPT_DATASETS: Final = 2
# One question is looked up several times while it is being answered.
KEPT_QUESTIONS: Final = 64
# What a series needs of each count; the rest of it stays in the tables.
SERIES_PARTS: Final = [
    "metric",
    "place",
    "period_start",
    "period_end",
    "value",
    "qualifier",
    "source_id",
    "published",
    "note",
    "strength",
]
# What tells one running series from another.
SERIES_KEY: Final = ["metric", "place", "counted_by", "group", "sex", "age", "detail"]


@dataclass(frozen=True, kw_only=True)
class Clocks:
    """The days on which a question stands: documents published, rows recorded, periods ended by then."""

    known_on: pd.Timestamp
    edition: pd.Timestamp
    start: pd.Timestamp
    end: pd.Timestamp


@lru_cache(maxsize=KEPT_DATASETS)
def published_counts(dataset: Dataset) -> pd.DataFrame:
    """Every observation with its document's clocks and what a correction says of it, best first.

    Adds `published`, `published_is`, `publisher`, `is_own` (the counter's own document),
    `source_recorded`, and `excluded_on` and `reason` where a correction takes the count out.
    """
    sources = dataset.sources.set_index("source_id")[["published", "published_is", "publisher", "recorded"]]
    counts = dataset.observations.join(
        sources.rename(columns={"recorded": "source_recorded"}), on="source_id"
    )
    counts["is_own"] = counts["publisher"] == counts["counted_by"]
    exclusions = dataset.corrections.query("action == 'exclude'")[[*OBSERVATION_KEY, "recorded", "reason"]]
    exclusions = exclusions.rename(columns={"recorded": "excluded_on"})
    joined = counts.reset_index().merge(exclusions, on=list(OBSERVATION_KEY), how="left").set_index("line")
    # Plain objects: on the few rows of one question, Arrow's strings cost more than they save.
    text: list[str] = list(joined.select_dtypes("str").columns)
    return in_order_of_standing(joined.astype(dict.fromkeys(text, object)))


@lru_cache(maxsize=KEPT_DATASETS)
def _positions(dataset: Dataset) -> dict[Any, Any]:
    """Where the counts of each series stand in `published_counts`, those of events apart."""
    counts = published_counts(dataset)
    return counts.assign(is_event=counts["event_id"] != "").groupby([*SERIES_KEY, "is_event"]).indices


def clocks_of(dataset: Dataset, query: Query) -> Clocks:
    """The question's days, with `latest` made a day.

    Latest edition: the last day on which a row was recorded. Latest knowledge: the last day on which a
    document recorded by then was published. Latest `to`: the last day for which the counter has a count
    that was known by then, of whatever metric, so that a metric which fell silent is seen to be silent.
    """
    edition, known_on, end = _latest_days(dataset, query.counted_by, query.edition, query.known_on, query.end)
    return Clocks(known_on=known_on, edition=edition, start=pd.Timestamp(query.start), end=end)


@lru_cache(maxsize=KEPT_QUESTIONS)
def _latest_days(
    dataset: Dataset, counted_by: str, edition: date | None, known_on: date | None, end: date | None
) -> tuple[pd.Timestamp, pd.Timestamp, pd.Timestamp]:
    counts = published_counts(dataset)
    edition_day = _latest_or(edition, counts["recorded"])
    recorded = counts[(counts["recorded"] <= edition_day) & (counts["source_recorded"] <= edition_day)]
    known_day = _latest_or(known_on, recorded["published"], edition_day)
    known = recorded[(recorded["published"] <= known_day) & (recorded["counted_by"] == counted_by)]
    last_day = _latest_or(end, known.loc[known["event_id"] == "", "period_end"], known_day)
    if known_on is not None:
        # What ended after that day could not have been reported by then, and is no gap.
        last_day = min(last_day, known_day)
    return edition_day, known_day, last_day


def _latest_or(asked: date | None, days: pd.Series, otherwise: pd.Timestamp | None = None) -> pd.Timestamp:
    if asked is not None:
        return pd.Timestamp(asked)
    if otherwise is not None and days.empty:
        return otherwise
    return pd.Timestamp(days.max())


@lru_cache(maxsize=KEPT_QUESTIONS)
def counts_in_question(dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """The counts of the running series that the question speaks of, as known and recorded by its days.

    What carries an `event_id` belongs to its event. What a correction excludes is still here: see
    `is_excluded`. The period is not bounded here, since a difference looks back before `from`.
    """
    fixed = (query.counted_by, query.group, query.sex, query.age, query.detail, False)
    positions = _positions(dataset)
    asked = [
        positions[metric, place, *fixed]
        for metric in query.metrics
        for place in query.places
        if (metric, place, *fixed) in positions
    ]
    counts = published_counts(dataset).iloc[np.sort(np.concatenate([*asked, np.array([], dtype=int)]))]
    return counts[is_known(counts, clocks)]


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
