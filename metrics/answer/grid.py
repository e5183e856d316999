"""The rows of an answer in the order of the question: one for every bucket, also those without a count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Final

from metrics.answer.inputs import Inputs
from metrics.answer.measures import (
    exact_totals,
    happened_rows,
    newly_documented_rows,
    per_100k_rows,
    running_rows,
)
from metrics.answer.rows import Row
from metrics.counts.small_tables import breaks_of
from metrics.query.periods import Calendar
from metrics.query.query import Measure, Status

ROWS_OF: Final[dict[Measure, Callable[[Inputs, str, str], list[Row]]]] = {
    Measure.LEVEL: running_rows,
    Measure.TOTAL: running_rows,
    Measure.NEWLY_DOCUMENTED: newly_documented_rows,
    Measure.HAPPENED: happened_rows,
    Measure.PER_100K: per_100k_rows,
}


def rows_in_order(inputs: Inputs) -> list[Row]:
    """The rows by metric, place and time, with one for each bucket that has no count.

    As published there are no buckets to be missed: the days are those on which somebody counted.
    """
    query, calendar = inputs.query, inputs.calendar
    rows_of = ROWS_OF[query.measure]
    series = product(query.metrics, query.places)
    if calendar is None:
        return [row for metric, place in series for row in rows_of(inputs, metric, place)]
    labels = {bucket: calendar.label(bucket) for bucket in _buckets_of_question(inputs, calendar)}
    return [
        row
        for metric, place in series
        for row in _with_empty_buckets(rows_of(inputs, metric, place), inputs, metric, place, labels)
    ]


def _buckets_of_question(inputs: Inputs, calendar: Calendar) -> range:
    clocks = inputs.clocks
    if inputs.query.measure is Measure.HAPPENED:
        return calendar.whole_between(clocks.start, clocks.end)
    return calendar.between(clocks.start, clocks.end)


def _with_empty_buckets(
    rows: list[Row], inputs: Inputs, metric: str, place: str, labels: dict[int, str]
) -> list[Row]:
    """The rows of one series, and one for each other bucket of the question.

    The bucket of a first total gets none: it was reported, only there is nothing to subtract from it.
    """
    found = {row.number: row for row in rows}
    first = _bucket_of_first_total(inputs, metric, place)
    ended_on = end_of_printing(inputs, metric, place)
    return [
        found.get(number)
        or Row(
            metric=metric,
            place=place,
            number=number,
            bucket=label,
            status=_status(inputs, number, ended_on),
        )
        for number, label in labels.items()
        if number in found or number != first
    ]


def _bucket_of_first_total(inputs: Inputs, metric: str, place: str) -> int | None:
    if inputs.query.measure is not Measure.NEWLY_DOCUMENTED:
        return None
    return next(iter(exact_totals(inputs, metric, place)), None)


def _status(inputs: Inputs, bucket: int, ended_on: date | None) -> Status:
    # Printing ended within the bucket of that day; those after it began without.
    if ended_on is not None and bucket > inputs.bucket_of(ended_on):
        return Status.NO_LONGER_PUBLISHED
    return Status.NOT_REPORTED


def end_of_printing(inputs: Inputs, metric: str, place: str) -> date | None:
    """Since when a series is no longer printed, by `breaks.csv`, as known by the clocks; None where it is.

    Only where the counter had printed it before, for the same group, sex, age and detail, as a stock or a
    running total: who never printed a series has not stopped.
    """
    if inputs.query.measure is Measure.HAPPENED:
        return None
    clocks = inputs.clocks
    ends = [
        change.day
        for change in breaks_of(inputs.dataset)
        if change.kind == "no_longer_printed"
        and change.counted_by == inputs.query.counted_by
        and (change.metric, change.place) == (metric, place)
        and change.recorded <= clocks.edition
        and change.day <= clocks.known_on
    ]
    was_printed = any(count.basis != "happened" for count in inputs.candidates.known[metric, place])
    return ends[-1] if ends and was_printed else None
