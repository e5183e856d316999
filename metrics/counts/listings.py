"""Published counts as the tables list them: of a place, of a document, of an event, of all regions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import pandas as pd

from metrics.counts.candidates import Clocks, are_excluded, are_known, candidates_of, clocks_of
from metrics.counts.published import published_counts
from metrics.counts.table_rows import all_places
from metrics.query.caching import cached
from metrics.query.query import MEASURE_OF_BASIS, Measure, Query
from validation import Dataset
from validation.models.vocabularies import ALL

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
    "qualifier",
    "counted_by",
    "source_id",
    "is_answered",
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


@dataclass(frozen=True, eq=False, kw_only=True)
class RegionalCount:
    """A period for which counts of several regions were published."""

    metric: str
    sex: str
    age: str
    measure: Measure
    start: pd.Timestamp  # NaT for a stock
    end: pd.Timestamp
    regions: int


@cached
def regional_counts(
    dataset: Dataset, clocks: Clocks, query: Query, *, parent: str
) -> tuple[RegionalCount, ...]:
    """The periods, metrics, sexes and ages for which the counter published counts of regions.

    Those of everybody first, then most regions, then the newest. Only whole counts (no `detail`), and none
    that is excluded.
    """
    counts = known_counts(dataset, clocks)
    regions = regions_of(dataset, parent)
    counts = counts[
        counts["place"].isin(regions)
        & (counts["counted_by"] == query.counted_by)
        & (counts["group"] == query.group)
        & (counts["detail"] == "")
        & (counts["event_id"] == "")
        & (counts["standing"] != str(Standing.EXCLUDED))
    ]
    keys = ["metric", "sex", "age", "basis", "period_start", "period_end"]
    found = counts.groupby(keys, dropna=False)["place"].nunique().reset_index(name="regions")
    found["is_of_everybody"] = (found["sex"] == ALL) & (found["age"] == ALL)
    order = ["is_of_everybody", "regions", "period_end"]
    found = found.sort_values(order, ascending=False, kind="stable")[[*keys, "regions"]]
    return tuple(
        RegionalCount(
            metric=metric,
            sex=sex,
            age=age,
            measure=MEASURE_OF_BASIS[basis],
            start=start,
            end=end,
            regions=regions_counted,
        )
        for metric, sex, age, basis, start, end, regions_counted in found.itertuples(index=False)
    )


@cached
def regions_of(dataset: Dataset, parent: str) -> tuple[str, ...]:
    """The places that make up another, without the one for "place not known"."""
    places = dataset.places
    parts = places[(places["parent"] == parent) & (places["kind"] != "unknown")]
    return tuple(parts["place"])


def country_of(dataset: Dataset, place: str) -> str:
    """The country of a place: the place itself, or the one that it lies in."""
    known = all_places(dataset)
    return (known[place].parent if place in known else "") or place
