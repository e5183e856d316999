"""The parts of the small tables that go along with an answer, as frames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pandas as pd

from metrics.counts.published import KEPT_DATASETS
from metrics.counts.small_tables import names_of_organisations
from metrics.query.caching import cached
from validation import Dataset

# Most questions are about the same metrics and places, and about much the same time.
KEPT_PARTS: Final = 256


@cached(most=KEPT_PARTS)
def rows_of_metrics(dataset: Dataset, metrics: tuple[str, ...]) -> pd.DataFrame:
    """The rows of `metrics.csv` for these metrics, indexed by metric."""
    return dataset.metrics.set_index("metric").loc[list(metrics)]


@cached(most=KEPT_PARTS)
def rows_of_places(dataset: Dataset, places: tuple[str, ...]) -> pd.DataFrame:
    """The rows of `places.csv` for these places, indexed by place."""
    return dataset.places.set_index("place").loc[list(places)]


@cached(most=KEPT_PARTS)
def breaks_at(dataset: Dataset, positions: tuple[int, ...]) -> pd.DataFrame:
    """The rows of `breaks.csv` at these positions."""
    return dataset.breaks.take(positions)


@cached(most=KEPT_PARTS)
def events_at(dataset: Dataset, positions: tuple[int, ...]) -> pd.DataFrame:
    """The rows of `events.csv` at these positions."""
    return dataset.events.take(positions)


def documents_named(dataset: Dataset, source_ids: Iterable[str]) -> pd.DataFrame:
    """The rows of `sources.csv` with `publisher_name`, the oldest first."""
    documents, positions = _documents(dataset)
    return documents.take(sorted({positions[source_id] for source_id in source_ids}))


@cached(most=KEPT_DATASETS)
def _documents(dataset: Dataset) -> tuple[pd.DataFrame, dict[str, int]]:
    """All documents, and where each stands among them."""
    names = names_of_organisations(dataset)
    named = dataset.sources.assign(publisher_name=dataset.sources["publisher"].map(names))
    documents = named.sort_values(["published", "source_id"])
    return documents, {source_id: position for position, source_id in enumerate(documents["source_id"])}
