"""The typed tables of one folder, as the rules see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

import pandas as pd

from validation.dataset import Dataset, Settings
from validation.findings import Finding
from validation.models import OBSERVATION_KEY, TABLES

# Counts of one series differ in nothing of this but the day; a stock has no first day.
SERIES: Final = ["counted_by", "metric", "place", "group", "sex", "age", "detail", "period_start"]
FREE: Final = ("observations", "corrections", "breaks", "editions")  # no code refers to their rows
NO_VALUE: Final = -1  # an empty value, where values are compared


@dataclass(frozen=True, eq=False, kw_only=True)
class Tables:
    """Frames by the names of their files, indexed by line. Rules read them and change nothing."""

    settings: Settings
    observations: pd.DataFrame
    sources: pd.DataFrame
    organisations: pd.DataFrame
    metrics: pd.DataFrame
    definitions: pd.DataFrame
    places: pd.DataFrame
    corrections: pd.DataFrame
    editions: pd.DataFrame
    breaks: pd.DataFrame
    events: pd.DataFrame
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)  # see `comparisons.once`

    def without(self, *, faulty: Iterable[Finding]) -> Tables:
        """The tables without the lines that the findings are about, where no other table needs them."""
        lines: dict[str, set[int]] = {table: set() for table in FREE}
        for found in faulty:
            lines.get(found.table.removesuffix(".csv"), set()).update(found.lines)
        kept = {table: getattr(self, table) for table in FREE}
        kept = {table: frame[~frame.index.isin(list(lines[table]))] for table, frame in kept.items()}
        return replace(self, **kept)

    @cached_property
    def matches(self) -> pd.DataFrame:
        """Corrections (`correction`, their line) with the observations (`line`) that they name."""
        key = list(OBSERVATION_KEY)
        wanted = self.corrections[[*key, "expected_value"]].rename(columns={"expected_value": "value"})
        wanted = wanted.assign(correction=wanted.index, value=wanted["value"].fillna(NO_VALUE))
        rows = self.observations[[*key, "value"]]
        rows = rows.assign(line=rows.index, value=rows["value"].fillna(NO_VALUE))
        return wanted.merge(rows, on=[*key, "value"])[["correction", "line"]]

    @cached_property
    def documents(self) -> pd.DataFrame:
        """The rows of sources.csv by `source_id`."""
        return self.sources.drop_duplicates("source_id").set_index("source_id")

    def of_documents(self, column: str, *, rows: pd.DataFrame) -> pd.Series:
        """What sources.csv says of the document of each row; empty where it does not know the document."""
        # Not `map`, which makes numbers of days where sources.csv has its header only.
        found: pd.Series = self.documents[column].reindex(rows["source_id"]).set_axis(rows.index)
        return found

    @cached_property
    def judged(self) -> pd.DataFrame:
        """Observations with a value, not excluded; with `line`, `published` and `publisher`."""
        rows = self.observations
        rows = rows[~rows.index.isin(self.matches["line"]) & rows["value"].notna()]
        return rows.assign(
            line=rows.index,
            value=rows["value"].astype("int64"),
            published=self.of_documents("published", rows=rows),
            publisher=self.of_documents("publisher", rows=rows),
        ).reset_index(drop=True)

    @cached_property
    def running(self) -> pd.DataFrame:
        """Judged stocks and running totals, each with the number of its `series`.

        What belongs to an event, or counts by date of event, is no part of a running series.
        """
        rows = self.judged
        series: pd.DataFrame = rows[(rows["event_id"] == "") & (rows["basis"] != "happened")]
        return series.assign(series=series.groupby(SERIES, dropna=False, sort=False).ngroup())

    @cached_property
    def exact(self) -> pd.DataFrame:
        """Running series, exact values only: one row for each series, day and value.

        `lines` are the rows that print the value; of `published`, the first. Ordered by series, day
        and value.
        """
        rows = self.running[self.running["qualifier"] == "exact"]
        rows = rows.sort_values(["series", "period_end", "value", "published", "line"])
        by = ["series", "period_end", "value"]
        lines = rows.groupby(by)["line"].agg(tuple).rename("lines").reset_index()
        return rows.drop_duplicates(by).merge(lines, on=by)


def tables_of(*, dataset: Dataset) -> Tables:
    """The tables of a data set, to be judged or sealed."""
    return Tables(settings=dataset.settings, **{table: getattr(dataset, table) for table in TABLES})
