"""The counts that the peers show: what our own page shows, from the same answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from metrics.answer.answering import answer_for
from metrics.counts.listings import places_counted
from metrics.query.query import Query
from metrics.question.address import read_parameters
from validation import Dataset, read_dataset

PROJECT = Path(__file__).resolve().parent.parent.parent
Series = dict[str, tuple[list[str], list[float]]]


def series_by_place() -> Series:
    """Days and values of the documented total of killings, for each place that has one."""
    dataset = read_dataset(PROJECT / "data").dataset
    assert dataset is not None
    pairs = [("metric", "killed"), ("measure", "total")]
    today = dataset.observations["recorded"].max().date()
    query = read_parameters(pairs, dataset=dataset, today=today)
    return {place: _series(dataset, query, place) for place in places_counted(dataset, query)}


def _series(dataset: Dataset, query: Query, place: str) -> tuple[list[str], list[float]]:
    rows = answer_for(dataset, replace(query, places=(place,))).to_frame()
    rows = rows[rows["value"].notna()]
    return [day.strftime("%Y-%m-%d") for day in rows["period_end"]], [float(one) for one in rows["value"]]
