"""Published counts as the tables list them: of a place, of a document, of an event."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Final

import pandas as pd

from metrics.counts.candidates import Clocks, are_excluded, are_known, candidates_of, clocks_of
from metrics.counts.levels import OPENED_BY_PARTS, levels_of
from metrics.counts.published import published_counts
from metrics.counts.table_rows import all_places
from metrics.query.caching import cached
from metrics.query.query import Query
from validation import Dataset

LISTED: Final = [
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
    "value",
    "value_to",
    "qualifier",
    "counted_by",
    "source_id",
    "is_answered",
    "since",
    "publisher",
    "published",
    "locator",
    "note",
    "reason",
]
# What tells one series, or one event, from another, and one period of it from another.
SAME: Final = [
    "metric",
    "place",
    "period_start",
    "period_end",
    "counted_by",
    "group",
    "sex",
    "age",
    "detail",
    "event_id",
    "basis",
]


class Standing(StrEnum):
    """Whether a published count stands, is superseded, or is excluded."""

    STANDS = "stands"
    SUPERSEDED = "superseded"  # another count stands for the same period
    EXCLUDED = "excluded"  # by a correction


@cached
def known_counts(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    """Every count known by the clocks (LISTED), with its `standing` and, where excluded, the `reason`.

    A count of an event is compared with the other counts of that event only.
    """
    known = are_known(dataset, clocks)
    counts = published_counts(dataset)[known]
    excluded = pd.Series(are_excluded(dataset, clocks)[known], index=counts.index)
    superseded = (
        counts.assign(is_excluded=excluded).sort_values("is_excluded", kind="stable").duplicated(SAME)
    )
    standing = pd.Series(str(Standing.STANDS), index=counts.index)
    standing[superseded.reindex(counts.index)] = str(Standing.SUPERSEDED)
    standing[excluded] = str(Standing.EXCLUDED)
    listed = counts[LISTED].assign(standing=standing)
    listed["reason"] = listed["reason"].where(excluded, "")
    return listed.sort_values("period_end", ascending=False, kind="stable")


@cached
def counts_of_place(dataset: Dataset, clocks: Clocks, place: str) -> pd.DataFrame:
    """All that is known of a place: every metric, counter, sex, age and detail, newest first."""
    counts = known_counts(dataset, clocks)
    return counts[counts["place"] == place]


@cached
def places_counted(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """The places for which the question's metrics have a published count, in the order of the tables."""
    everywhere = replace(query, places=tuple(dataset.places["place"]))
    known = candidates_of(dataset, everywhere, clocks_of(dataset, query)).known
    counted = {place for (_metric, place), counts in known.items() if counts}
    return tuple(place for place in everywhere.places if place in counted)


@cached
def regions_of(dataset: Dataset, parent: str) -> tuple[str, ...]:
    """The places that make up another, without institutions and the one for "place not known"."""
    whole = levels_of(dataset).get(parent)
    return whole.places if whole else ()


def country_of(dataset: Dataset, place: str) -> str:
    """The country of a place: the place itself, or the one that it lies in."""
    known = all_places(dataset)
    if place not in known or known[place].kind in OPENED_BY_PARTS:
        return place
    return known[place].parent or place
