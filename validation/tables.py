"""The typed tables of one folder, as the rules see them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pandas as pd

from validation.dataset import Settings
from validation.models import OBSERVATION_KEY

ALL: Final = "all"
# Counts of one series differ in nothing of this but the day.
SERIES: Final = ["counted_by", "metric", "place", "group", "sex", "age", "detail"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Tables:
    """Frames by the names of their files, indexed by line. Rules read them and change nothing."""

    settings: Settings
    observations: pd.DataFrame
    sources: pd.DataFrame
    organisations: pd.DataFrame
    metrics: pd.DataFrame
    places: pd.DataFrame
    corrections: pd.DataFrame
    editions: pd.DataFrame
    breaks: pd.DataFrame
    events: pd.DataFrame

    @cached_property
    def matches(self) -> pd.DataFrame:
        """Corrections (`correction`, their line) with the observations (`line`) that they name."""
        key = list(OBSERVATION_KEY)
        wanted = self.corrections[[*key, "expected_value"]].rename(columns={"expected_value": "value"})
        wanted = wanted.assign(correction=self.corrections.index, value=wanted["value"].fillna(-1))
        found = self.observations[[*key, "value"]].assign(line=self.observations.index)
        found["value"] = found["value"].fillna(-1)
        return wanted.merge(found, on=[*key, "value"])[["correction", "line"]]

    @cached_property
    def judged(self) -> pd.DataFrame:
        """Observations that no correction excludes, with publisher and day of publication."""
        left = self.observations[~self.observations.index.isin(self.matches["line"])]
        documents = self.sources.drop_duplicates("source_id").set_index("source_id")
        return left.assign(
            published=left["source_id"].map(documents["published"]),
            publisher=left["source_id"].map(documents["publisher"]),
        )

    @cached_property
    def running(self) -> pd.DataFrame:
        """Judged stocks and running totals that belong to no event and are not held back: the series."""
        rows: pd.DataFrame = self.judged
        series: pd.DataFrame = rows[
            (rows["event_id"] == "") & (rows["basis"] != "happened") & rows["value"].notna()
        ]
        return series
