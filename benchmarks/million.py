"""The first questions at a million counts: what a reader waits for once the server has started."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final
from urllib.parse import parse_qsl

import numpy as np
import pandas as pd

from benchmarks.table import line
from metrics.answer.answering import answer_for
from metrics.counts.candidates import clocks_of
from metrics.query.caching import clear_caches
from metrics.question.address import read_parameters
from tests.serving import PROJECT
from validation import Dataset, read_dataset

PLACES: Final = 250
METRICS: Final = ("arrested", "detained", "killed", "released")
SEXES: Final = ("female", "male")
DAYS: Final = 500
FIRST_DAY: Final = "2022-01-01"
TODAY: Final = date(2026, 1, 1)
RECORDED: Final = pd.Timestamp("2025-01-01")
QUESTIONS: Final = (
    "metric=detained&place=G-000&sex=female",
    "metric=killed&place=G-001&sex=male&grain=month",
    "metric=arrested&place=G-002&sex=male&measure=newly_documented",
    "metric=detained&place=G-003&place=G-004&sex=male&known_on=2022-06-30",
)
TARGET: Final = 500.0  # milliseconds


def measure(*, times: int) -> None:
    """What a start does once, in seconds; the first question; and others, each about other series."""
    real = _read()
    starts: list[float] = []
    firsts: list[float] = []
    others: list[float] = []
    for _start in range(times):
        clear_caches()
        dataset = generated(real)
        starts.append(_seconds(_index, dataset))
        first, *rest = (_seconds(_ask, dataset, address) * 1000 for address in QUESTIONS)
        firsts.append(first)
        others += rest
    counts = f"{len(METRICS) * PLACES * len(SEXES) * DAYS:,} counts"
    line(f"{counts}: joined and indexed at start, s", starts, digits=1)
    line(f"{counts}: first question after start, ms", firsts, target=TARGET)
    line(f"{counts}: a question about other series, ms", others, target=TARGET)


def _index(dataset: Dataset) -> None:
    """As `app_pages.server.start` does it."""
    clocks_of(dataset, read_parameters([], dataset=dataset, today=TODAY))


def _ask(dataset: Dataset, address: str) -> None:
    """As the data API does it."""
    query = read_parameters(parse_qsl(address), dataset=dataset, today=TODAY)
    if answer_for(dataset, query).rows == ():
        raise SystemExit(f"Nothing was found for {address}.")


def generated(real: Dataset) -> Dataset:
    """A million counts in 2,000 series: each of 500 daily documents prints one of each series.

    Made as tables in memory, beside the real metrics and organisations. The rules do not judge them: that
    takes half a minute for 20,000 counts, and is no part of a question.
    """
    places = _places(real)
    sources = _sources(real)
    return replace(
        real,
        observations=_observations(real, sources=sources),
        sources=sources,
        places=pd.concat([real.places, places]).astype(real.places.dtypes.to_dict()),
        corrections=real.corrections.iloc[:0],
        editions=real.editions.iloc[:0],
        breaks=real.breaks.iloc[:0],
        events=real.events.iloc[:0],
        findings=(),
    )


def _places(real: Dataset) -> pd.DataFrame:
    codes = [f"G-{number:03}" for number in range(PLACES)]
    rows = pd.concat([real.places[real.places["kind"] == "region"].iloc[:1]] * PLACES, ignore_index=True)
    return rows.assign(place=codes, name=codes)


def _sources(real: Dataset) -> pd.DataFrame:
    """A document a day."""
    rows = pd.concat([real.sources.iloc[:1]] * DAYS, ignore_index=True)
    days = pd.date_range(FIRST_DAY, periods=DAYS, unit="us")
    rows = rows.assign(
        source_id=[f"generated-{day:%Y-%m-%d}" for day in days],
        publisher=real.settings.defaults.counted_by,
        published=days,
        recorded=RECORDED,
    )
    return _lines(rows.astype(real.sources.dtypes.to_dict()))


def _observations(real: Dataset, *, sources: pd.DataFrame) -> pd.DataFrame:
    series = pd.MultiIndex.from_product(
        [METRICS, [f"G-{number:03}" for number in range(PLACES)], SEXES], names=["metric", "place", "sex"]
    ).to_frame(index=False)
    kinds = dict(zip(real.metrics["metric"], real.metrics["kind"], strict=True))
    rows = series.loc[np.tile(np.arange(len(series)), DAYS)].reset_index(drop=True)
    days = sources.loc[sources.index.repeat(len(series))].reset_index(drop=True)
    is_flow = rows["metric"].map(kinds) == "flow"
    rows = rows.assign(
        source_id=days["source_id"],
        counted_by=real.settings.defaults.counted_by,
        group=real.settings.defaults.group,
        age=real.settings.defaults.age,
        detail="",
        event_id="",
        basis=np.where(is_flow, "documented", ""),
        period_start=pd.Series(pd.Timestamp(real.settings.origin), index=rows.index).where(is_flow),
        period_end=days["published"],
        value=np.arange(len(rows)),
        qualifier="exact",
        locator="",
        note="",
        recorded=RECORDED,
    )
    return _lines(rows[list(real.observations.columns)].astype(real.observations.dtypes.to_dict()))


def _lines(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_axis(pd.RangeIndex(2, len(table) + 2, name="line"))


def _read() -> Dataset:
    dataset = read_dataset(PROJECT / "data").dataset
    if dataset is None:
        raise SystemExit("The tables in data/ are not sound.")
    return dataset


def _seconds(work: Callable[..., None], *given: object) -> float:
    begun = time.perf_counter()
    work(*given)
    return time.perf_counter() - begun
