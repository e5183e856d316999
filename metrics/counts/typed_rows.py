"""Rows of the tables as frozen objects with real days, made only for the rows that are needed.

What is missing is None; text that is not given stays empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, TypeVar

import pandas as pd

from metrics.language.wording import ENGLISH, language
from metrics.query.days import dates_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A metric: a row of `metrics.csv`."""

    metric: str
    label: str
    kind: str
    part_of: str
    definition: str
    not_counted: str
    caveat: str
    noun: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place: a row of `places.csv`. `names` are those of its columns `name_LANGUAGE`, by language."""

    place: str
    written: str
    in_sentence: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    kind: str
    parent: str
    population: int | None
    population_year: int | None
    population_source: str

    @property
    def name(self) -> str:
        """Its name in the reader's language, where the table has one; else the one that it has for all."""
        return self.names.get(language.get()) or self.written

    def __str__(self) -> str:
        """What a sentence calls it, in the language in which the sentence is put into words."""
        return self.spoken

    @property
    def spoken(self) -> str:
        """What a sentence calls it: with its article, where it has one; that is English."""
        return self.in_sentence if self.in_sentence and language.get() == ENGLISH else self.name

    @property
    def inhabitants(self) -> int:
        """Its population.

        Raises NoPopulationError where none is recorded: who divides by it has looked before.
        """
        if self.population is None:
            raise NoPopulationError(f"places.csv has no population of {self.place}")
        return self.population


class NoPopulationError(ValueError):
    """No population is recorded for a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation: a row of `organisations.csv`."""

    organisation: str
    name: str
    short_name: str
    about: str
    kind: str
    url: str

    @property
    def called(self) -> str:
        """What charts and sentences call it."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What `sources.csv` says of a document, and `organisations.csv` of its publisher."""

    source_id: str
    publisher: str
    title: str
    published: date
    published_is: str
    url: str
    language: str
    note: str
    recorded: date
    publisher_name: str
    publisher_about: str

    @property
    def called(self) -> str:
        """Its title, or its code where it has none."""
        return self.title or self.source_id


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionRow:
    """What an organisation says of a metric, or of all that it counts: a row of `definitions.csv`."""

    organisation: str
    metric: str
    definition: str
    not_counted: str
    caveat: str
    how_verified: str
    valid_from: date | None
    valid_to: date | None
    unit_of_count: str
    standard_of_proof: str
    not_reached: str
    quotation: str
    source_id: str

    def holds_on(self, day: date) -> bool:
        """Whether numbers of the day are meant."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened on a day at a place: a row of `events.csv`."""

    event_id: str
    place: str
    day: date
    kind: str
    label: str
    source_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """From a day on, an organisation's metric counts something else at a place, or is no longer printed."""

    metric: str
    place: str
    counted_by: str
    kind: str
    what_changed: str
    day: date
    recorded: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCount:
    """A published count: a row of `observations.csv` with its document's days and its correction.

    line: in observations.csv; it identifies the count everywhere.
    reason, excluded_on: why and since when a correction leaves it out; None where it does not.
    standing: whether it stands, where it comes from a list of counts; else empty.
    value_to: the upper end of a range; None for what is none.
    since: the first day of a running total from another origin than the usual one; else empty.
    """

    line: int
    metric: str
    place: str
    group: str
    sex: str
    age: str
    detail: str
    event_id: str
    basis: str
    period_start: date | None
    period_end: date
    value: int | None
    qualifier: str
    counted_by: str
    source_id: str
    is_answered: bool
    publisher: str
    published: date
    locator: str
    note: str
    reason: str | None = None
    excluded_on: date | None = None
    standing: str = ""
    since: str = ""
    value_to: int | None = None

    @property
    def first_day(self) -> date:
        """The day on which its period begins; a stock has one day only."""
        return self.period_start or self.period_end

    @property
    def number(self) -> int:
        """The number that is printed.

        Raises HeldBackError for one that is held back: who adds and divides has looked before.
        """
        if self.value is None:
            raise HeldBackError(f"line {self.line} of observations.csv has no value")
        return self.value


class HeldBackError(ValueError):
    """The number of a count is held back."""


Typed = TypeVar("Typed", Metric, Place, Organisation, DefinitionRow, Document, Event, Break, PublishedCount)


def typed_rows(frame: pd.DataFrame, kind: type[Typed]) -> tuple[Typed, ...]:
    """The rows of a frame as objects of a kind; a column that the frame lacks must have a default.

    A column may be the frame's index.
    """
    columns = {name: values_of(_column(frame, name)) for name in _names(frame, kind)}
    return tuple(
        kind(**dict(zip(columns, values, strict=True))) for values in zip(*columns.values(), strict=True)
    )


def _names(frame: pd.DataFrame, kind: type[Typed]) -> list[str]:
    known = {*frame.columns, frame.index.name}
    return [field.name for field in fields(kind) if field.name in known]


def _column(frame: pd.DataFrame, name: str) -> pd.Series[Any]:
    return frame[name] if name in frame.columns else frame.index.to_series()


def values_of(column: pd.Series[Any]) -> Sequence[Any]:
    """The values of a column as Python knows them: days are dates, and what is missing is None."""
    if column.dtype.kind == "M":
        return dates_of(column)
    values: list[Any] = column.tolist()
    if not column.hasnans:
        return values
    return [None if is_missing else value for value, is_missing in zip(values, column.isna(), strict=True)]


def documents_by_code(documents: Iterable[Document]) -> dict[str, Document]:
    """The documents, by their codes."""
    return {document.source_id: document for document in documents}
