"""The tables of one folder, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd

from validation.findings import Finding
from validation.models.vocabularies import WORDS

SETTINGS_FILE: Final = "dataset.toml"


@dataclass(frozen=True, kw_only=True)
class Defaults:
    """The defaults of a question's parameters. None means `latest`."""

    metric: str
    place: str
    counted_by: str
    group: str
    sex: str
    age: str
    detail: str
    start: date
    end: date | None
    known_on: date | None
    edition: date | None
    grain: str
    measure_of_stock: str
    measure_of_flow: str


@dataclass(frozen=True, kw_only=True)
class Identity:
    """A whole that equals the sum of its parts, wherever one document prints them all for one day.

    `derive` is the part that may be worked out where it is not printed, and `derived_for` the counters of
    whom that is known to hold; both are empty where nothing is. `derive_as` is the metric of what is left of
    the whole where that is more than the part, and otherwise empty: not all who left detention were released.
    """

    whole: str
    parts: tuple[str, ...]
    derive: str = ""
    derived_for: tuple[str, ...] = ()
    derive_as: str = ""

    @property
    def derived(self) -> str:
        """The metric that is worked out; empty where none is."""
        return self.derive_as or self.derive


@dataclass(frozen=True, kw_only=True)
class ReportingYear:
    """Years that begin with a month of the data set's own, named by the year in which they start or end."""

    first_month: int
    named_by_its_end: bool = False

    @property
    def is_calendar_year(self) -> bool:
        """Whether it is the calendar year, under another name."""
        return self.first_month == 1


@dataclass(frozen=True, kw_only=True)
class Origin:
    """A first day of running totals, and what to call the time since then: `since the coup`."""

    day: date
    label: str


@dataclass(frozen=True, kw_only=True)
class Settings:
    """`dataset.toml`: what the tables are about, and the default question."""

    title: str
    name: str
    description: str
    version: str
    licence: str
    licence_url: str
    citation: str
    contact: str
    map_credit: str
    origins: tuple[Origin, ...]  # the first is that of a question which names none
    reporting_year: ReportingYear
    defaults: Defaults
    headline_metrics: tuple[str, ...]
    lead_metrics: tuple[
        str, ...
    ] = ()  # those of the headline metrics that stand large; the first two if empty
    identities: tuple[Identity, ...] = ()
    # The codes that group, sex and age may have, each with its words as they stand in a sentence.
    words: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: WORDS)
    # Codes that are gone, with those of today, by parameter: a link that somebody cited keeps its meaning.
    replaced_by: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def leads(self) -> tuple[str, ...]:
        """The headline metrics that stand large on the first page."""
        return self.lead_metrics or self.headline_metrics[:2]

    @property
    def people(self) -> Mapping[str, str]:
        """The words for every code of group, sex and age."""
        return {code: text for column in ("age", "sex", "group") for code, text in self.words[column].items()}

    @property
    def origin(self) -> date:
        """The day from which running totals are counted where a question names no other."""
        return self.origins[0].day

    @property
    def origin_label(self) -> str:
        """What that day is called."""
        return self.origins[0].label

    def origin_named(self, since: str) -> Origin:
        """The origin of this first day in ISO form; the usual one where none is named.

        Raises StopIteration for a day that is no origin of the data set: questions are checked before.
        """
        return next(one for one in self.origins if since in ("", one.day.isoformat()))


@dataclass(frozen=True, eq=False, kw_only=True)
class Dataset:
    """The tables of one folder, checked.

    Each frame is indexed by `line`, the line in its CSV file (the header is line 1). Text is `str`,
    empty where not given; days are `datetime64`, NaT where not given; counts are `Int64`, NA where
    held back. Compared by identity, so that a dataset can key a cache. Nobody changes a frame.
    """

    folder: Path
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
    boundaries: Mapping[str, Any]  # GeoJSON features by place code; empty where there are none
    findings: tuple[Finding, ...]  # warnings and notes; an error would have kept the tables out
    digest: str  # SHA-256 over all files of the folder, hexadecimal
