"""The frame of an answer: every bucket that was asked for, also those without a count."""

from __future__ import annotations

from itertools import product

import pandas as pd

from metrics.answer import Status
from metrics.candidates import Clocks, counts_in_question
from metrics.periods import buckets_between, first_and_last_day, frequency, label, whole_buckets_between
from metrics.query import Grain, Measure, Query
from metrics.records import rows_of
from metrics.running import running_winners
from metrics.winners import SERIES
from validation import Dataset

Key = tuple[str, str, pd.Period]  # metric, place, bucket

RUNNING_MEASURES = (Measure.LEVEL, Measure.TOTAL, Measure.NEWLY_DOCUMENTED, Measure.PER_100K)


def on_grid(series: pd.DataFrame, *, dataset: Dataset, query: Query, clocks: Clocks) -> pd.DataFrame:
    """The series in the order of the question, with a row for each bucket that has no count.

    As published there are no buckets to be missed: the days are those on which somebody counted.
    """
    rows = series
    if query.grain is not Grain.AS_PUBLISHED:
        rows = _with_empty_buckets(series, dataset=dataset, query=query, clocks=clocks)
        ends = {bucket: first_and_last_day(bucket) for bucket in set(rows["bucket"])}
        labels = {bucket: label(bucket) for bucket in ends}
        rows = rows.assign(
            bucket_start=pd.DatetimeIndex([ends[bucket][0] for bucket in rows["bucket"]]),
            bucket_end=pd.DatetimeIndex([ends[bucket][1] for bucket in rows["bucket"]]),
            bucket=[labels[bucket] for bucket in rows["bucket"]],
        )
    elif query.measure is not Measure.HAPPENED:
        rows = series.assign(bucket=series["bucket"].dt.strftime("%Y-%m-%d"))
    return _in_order(rows, query)


def _with_empty_buckets(
    series: pd.DataFrame, *, dataset: Dataset, query: Query, clocks: Clocks
) -> pd.DataFrame:
    freq = frequency(query.grain, first_month=dataset.settings.reporting_year_first_month)
    between = whole_buckets_between if query.measure is Measure.HAPPENED else buckets_between
    buckets = between(clocks.start, clocks.end, freq=freq)
    found = _keys(series)
    if query.measure is Measure.NEWLY_DOCUMENTED:
        found |= _first_totals(dataset, query, clocks)
    empty = [key for key in product(query.metrics, query.places, buckets) if key not in found]
    if not empty:
        return series
    rows = pd.DataFrame(empty, columns=[*SERIES, "bucket"])
    rows["status"] = _statuses(empty, dataset=dataset, query=query, clocks=clocks)
    rows["inputs"] = [()] * len(rows)
    rows[["qualifier", "source_id", "formula", "note"]] = ""
    return pd.concat([series, rows])


def _keys(rows: pd.DataFrame) -> set[Key]:
    return set(zip(rows["metric"], rows["place"], rows["bucket"], strict=True))


def _first_totals(dataset: Dataset, query: Query, clocks: Clocks) -> set[Key]:
    """The buckets of the first exact totals: they were reported, there is only nothing to subtract."""
    winners = running_winners(dataset, query, clocks)
    exact = winners[winners["qualifier"] == "exact"]
    return _keys(exact.sort_values("period_end").drop_duplicates(SERIES))


def _statuses(empty: list[Key], *, dataset: Dataset, query: Query, clocks: Clocks) -> list[str]:
    if query.measure not in RUNNING_MEASURES:
        return [str(Status.NOT_REPORTED)] * len(empty)
    ends = ends_of_printing(dataset, query, clocks)
    return [
        str(Status.NO_LONGER_PUBLISHED)
        if (metric, place) in ends and bucket.start_time > ends[metric, place]
        else str(Status.NOT_REPORTED)
        for metric, place, bucket in empty
    ]


def ends_of_printing(dataset: Dataset, query: Query, clocks: Clocks) -> dict[tuple[str, str], pd.Timestamp]:
    """Since when each asked metric and place is no longer printed, by `breaks.csv`, as known by the clocks.

    Only where the counter had printed it before, for the very group, sex, age and detail that are asked for,
    as a stock or a running total: who never printed a series has not stopped.
    """
    breaks = dataset.breaks
    known = (
        (breaks["kind"] == "no_longer_printed")
        & (breaks["recorded"] <= clocks.edition)
        & (breaks["date"] <= clocks.known_on)
    )
    ends = {(row.metric, row.place): row.date for row in rows_of(breaks[known])}
    counts = counts_in_question(dataset, query, clocks)
    running = counts[counts["basis"] != "happened"]
    printed = set(zip(running["metric"], running["place"], strict=True))
    return {series: day for series, day in ends.items() if series in printed}


def _in_order(rows: pd.DataFrame, query: Query) -> pd.DataFrame:
    order = rows.assign(
        metric_order=rows["metric"].map(query.metrics.index),
        place_order=rows["place"].map(query.places.index),
    )
    by = ["metric_order", "place_order", "bucket"]
    if query.grain is Grain.AS_PUBLISHED:
        by = ["metric_order", "place_order", "period_end", "period_start"]
    return order.sort_values(by, kind="stable").reset_index()
