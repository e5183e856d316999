"""A published count as an object. Only the counts of a question become objects: see `series_index`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from math import isnan, nan
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from metrics.counts.published import published_counts
from metrics.counts.typed_rows import HeldBackError
from metrics.query.caching import cached_per_dataset
from metrics.query.days import NOT_GIVEN, date_of, numbers_of_days
from metrics.query.query import Status
from validation import Dataset

DAYS: Final = ("period_start", "period_end", "published", "recorded", "source_recorded", "excluded_on")
TEXTS: Final = ("basis", "qualifier", "source_id", "published_is", "note")


class Series(NamedTuple):
    """The key of a series; a count with an `event_id` belongs to its event alone.

    A tuple, since the index looks series up by the hundred, and a tuple hashes itself fastest.
    """

    metric: str
    place: str
    counted_by: str
    group: str
    sex: str
    age: str
    detail: str
    event_id: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A published count, or one that is derived from two, with the values that an answer needs."""

    position: int  # in `published_counts`
    series: Series
    basis: str
    period_start: date | None
    period_end: date
    value: float | None  # None where it is held back
    qualifier: str
    strength: int  # the smaller, the better: see `published.STRENGTH`
    status: str
    source_id: str
    published: date
    published_is: str
    note: str
    recorded: date
    source_recorded: date
    excluded_on: date | None
    lines: tuple[int, ...]  # the lines of observations.csv that it rests on
    formula: str = ""
    value_to: float | None = None  # the upper end of a range

    @property
    def first_day(self) -> date:
        """The day on which its period begins; a stock has one day only."""
        return self.period_start or self.period_end

    @property
    def number(self) -> float:
        """The number that is printed, or derived.

        Raises HeldBackError for one that is held back: who adds and divides has looked before.
        """
        if self.value is None:
            raise HeldBackError(f"line {self.lines[0]} of observations.csv has no value")
        return self.value


FIELDS: Final = tuple(field.name for field in fields(Count))


@dataclass(frozen=True, eq=False, kw_only=True)
class CountColumns:
    """The columns of `published_counts` as plain values, best first."""

    days: Mapping[str, npt.NDArray[np.int64]]  # as numbers; NOT_GIVEN where there is none
    texts: Mapping[str, npt.NDArray[np.object_]]
    values: npt.NDArray[np.float64]  # NaN where it is held back
    values_to: npt.NDArray[np.float64]  # NaN for what is no range
    strengths: npt.NDArray[np.int64]
    lines: npt.NDArray[np.int64]


@cached_per_dataset
def count_columns(dataset: Dataset) -> CountColumns:
    """The columns of all published counts, for what concerns all of them at once."""
    frame = published_counts(dataset)
    return CountColumns(
        days={name: numbers_of_days(frame[name]) for name in DAYS},
        texts={name: frame[name].to_numpy(dtype=object) for name in TEXTS},
        values=frame["value"].to_numpy(dtype=float, na_value=nan),
        values_to=frame["value_to"].to_numpy(dtype=float, na_value=nan),
        strengths=frame["strength"].to_numpy(dtype=np.int64),
        lines=frame.index.to_numpy(dtype=np.int64),
    )


def counts_at(
    columns: CountColumns, positions: npt.NDArray[np.int64], *, series: Series
) -> tuple[Count, ...]:
    """The counts of one series at its positions in `published_counts`, as objects."""
    values: dict[str, list[Any]] = {name: texts[positions].tolist() for name, texts in columns.texts.items()}
    values |= {name: _days_given(days[positions]) for name, days in columns.days.items()}
    values["position"] = positions.tolist()
    values["series"] = [series] * len(positions)
    values["value"] = _given(columns.values[positions])
    values["value_to"] = _given(columns.values_to[positions])
    values["strength"] = columns.strengths[positions].tolist()
    values["status"] = [_status(qualifier) for qualifier in values["qualifier"]]
    values["lines"] = [(line,) for line in columns.lines[positions].tolist()]
    values["formula"] = [""] * len(positions)
    return tuple(map(Count, *(values[field] for field in FIELDS)))


def _given(values: npt.NDArray[np.float64]) -> list[float | None]:
    return [None if isnan(value) else value for value in values.tolist()]


def _days_given(days: npt.NDArray[np.int64]) -> list[date | None]:
    return [None if day == NOT_GIVEN else date_of(day) for day in days.tolist()]


def _status(qualifier: str) -> str:
    return str(Status.SUPPRESSED if qualifier == "suppressed" else Status.REPORTED)
