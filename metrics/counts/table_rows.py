"""Rows of the tables that go along with an answer, as frozen objects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import pandas as pd

from metrics.counts.published import published_counts
from metrics.counts.typed_rows import Document, Metric, Organisation, Place, PublishedCount, typed_rows
from metrics.query.caching import cached_per_dataset
from validation import Dataset

# A column of places.csv with the names in one language: name_my.
NAME_IN: Final = "name_"


def metrics_named(dataset: Dataset, metrics: tuple[str, ...]) -> Mapping[str, Metric]:
    """These rows of `metrics.csv`, by code, in this order."""
    return {code: all_metrics(dataset)[code] for code in metrics}


def places_named(dataset: Dataset, places: tuple[str, ...]) -> Mapping[str, Place]:
    """These rows of `places.csv`, by code, in this order."""
    return {code: all_places(dataset)[code] for code in places}


@cached_per_dataset
def all_metrics(dataset: Dataset) -> Mapping[str, Metric]:
    """All rows of `metrics.csv`, by code."""
    return {metric.metric: metric for metric in typed_rows(dataset.metrics, Metric)}


@cached_per_dataset
def all_places(dataset: Dataset) -> Mapping[str, Place]:
    """All rows of `places.csv`, by code."""
    columns = [str(column) for column in dataset.places.columns]
    own = {name: name.removeprefix(NAME_IN) for name in columns if name.startswith(NAME_IN)}
    names = dataset.places[list(own)].fillna("").rename(columns=own).to_dict("records")
    places = dataset.places.rename(columns={"name": "written"})
    places["names"] = pd.Series(names, index=places.index, dtype=object)
    return {place.place: place for place in typed_rows(places, Place)}


def lies_in(dataset: Dataset, place: str) -> tuple[str, ...]:
    """The place, what it is a part of, what that is a part of, and so on; each once."""
    places = all_places(dataset)
    chain: dict[str, None] = {}
    while place in places and place not in chain:
        chain[place] = None
        place = places[place].parent
    return tuple(chain)


@cached_per_dataset
def all_organisations(dataset: Dataset) -> Mapping[str, Organisation]:
    """All rows of `organisations.csv`, by code."""
    return {one.organisation: one for one in typed_rows(dataset.organisations, Organisation)}


@cached_per_dataset
def all_documents(dataset: Dataset) -> Mapping[str, Document]:
    """All rows of `sources.csv`, by code, the oldest first."""
    publishers = dataset.organisations.set_index("organisation")[["name", "about"]].add_prefix("publisher_")
    named = dataset.sources.join(publishers, on="publisher")
    ordered = named.sort_values(["published", "source_id"])
    return {document.source_id: document for document in typed_rows(ordered, Document)}


def published_at(dataset: Dataset, positions: Sequence[int]) -> tuple[PublishedCount, ...]:
    """The published counts at these positions of `published_counts`."""
    return typed_rows(published_counts(dataset).take(list(positions)), PublishedCount)


def documents_named(dataset: Dataset, source_ids: Iterable[str]) -> tuple[Document, ...]:
    """The documents of these codes, each once, the oldest first."""
    wanted = set(source_ids)
    documents = (all_documents(dataset)[code] for code in wanted)
    return tuple(sorted(documents, key=lambda document: (document.published, document.source_id)))
