"""The measures: for one metric and one place, the rows that have a count."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from metrics.answer.derived import derived_counts
from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row, row_of
from metrics.counts.count import Count
from metrics.counts.selection import selected_of_each_bucket, selected_of_each_period
from metrics.counts.table_rows import all_places
from metrics.counts.typed_rows import Place
from metrics.language.phrasing import day, number
from metrics.query.query import Status

PERSONS_PER_100K: Final = 100_000


def selected_totals(inputs: Inputs, metric: str, place: str) -> list[Count]:
    """One count for each period of a stock, or of a flow's running total since the origin, up to `to`."""
    counts = [
        count
        for count in inputs.candidates.usable[metric, place]
        if count.period_end <= inputs.clocks.end and (not count.basis or inputs.is_total(count))
    ]
    derived = derived_counts(inputs, metric, place, printed=counts)
    return selected_of_each_period([*counts, *derived])


def running_rows(inputs: Inputs, metric: str, place: str) -> list[Row]:
    """The measures `level` and `total`: one value for each bucket, whose own date may be earlier."""
    start = inputs.clocks.start
    inside = [count for count in selected_totals(inputs, metric, place) if count.period_end >= start]
    buckets = selected_of_each_bucket(inside, inputs.bucket_of)
    return [row_of(count, bucket, inputs.label_of(bucket)) for bucket, count in buckets.items()]


def newly_documented_rows(inputs: Inputs, metric: str, place: str) -> list[Row]:
    """The difference between a bucket's running total and the last one before it.

    Not what happened in between: cases are documented late. A bound enters no difference, so each side is
    the last exact total of its bucket. The first exact total has nothing to be subtracted from and gives
    no row. A negative difference is a revision of the total: it stays, and says so.
    """
    totals = exact_totals(inputs, metric, place)
    return [
        replace(
            row_of(_difference(earlier, later), bucket, inputs.label_of(bucket)),
            covers_from=earlier.period_end,
            covers_to=later.period_end,
            buckets_between=0 if inputs.calendar is None else bucket - before - 1,
        )
        for (before, earlier), (bucket, later) in pairwise(totals.items())
        if later.period_end >= inputs.clocks.start
    ]


def exact_totals(inputs: Inputs, metric: str, place: str) -> dict[int, Count]:
    """The last exact running total of each bucket, oldest first, also of those before `from`."""
    exact = (count for count in selected_totals(inputs, metric, place) if count.qualifier == "exact")
    return selected_of_each_bucket(exact, inputs.bucket_of)


def _difference(earlier: Count, later: Count) -> Count:
    return replace(
        later,
        value=later.number - earlier.number,
        status=str(Status.DERIVED),
        lines=later.lines + earlier.lines,
        formula=f"{_total_in_words(later)} - {_total_in_words(earlier)}",
    )


def _total_in_words(total: Count) -> str:
    return f"{number(total.number)} on {day(total.period_end)} ({total.source_id})"


def happened_rows(inputs: Inputs, metric: str, place: str) -> list[Row]:
    """Counts for periods that lie within `from` and `to`; in a grain, for exactly one of its buckets."""
    selected = selected_of_each_period(_happened_within(inputs, metric, place))
    calendar = inputs.calendar
    if calendar is None:
        # By day and not by bucket: two periods may end on one day.
        in_time = sorted(selected, key=lambda count: (count.period_end, count.first_day))
        return [row_of(count, inputs.bucket_of(count.period_end), _interval(count)) for count in in_time]
    whole = [count for count in selected if calendar.is_whole(count.first_day, count.period_end)]
    buckets = selected_of_each_bucket(whole, calendar.bucket_of)
    return [row_of(count, bucket, inputs.label_of(bucket)) for bucket, count in buckets.items()]


def _happened_within(inputs: Inputs, metric: str, place: str) -> list[Count]:
    clocks = inputs.clocks
    return [
        count
        for count in inputs.candidates.usable[metric, place]
        if count.basis == "happened" and clocks.start <= count.first_day and count.period_end <= clocks.end
    ]


def _interval(count: Count) -> str:
    """An ISO 8601 interval."""
    return f"{count.first_day}/{count.period_end}"


def per_100k_rows(inputs: Inputs, metric: str, place: str) -> list[Row]:
    """The value for each 100,000 inhabitants of the place, of either sex and every age.

    The population is one census figure for all days: rates of different places compare, a rate's course
    in time is the count's. Places without a population are refused before they come here.
    """
    people = all_places(inputs.dataset)[place]
    return [
        replace(
            row,
            value=_per_100k(row.value, people),
            value_to=_per_100k(row.value_to, people),
            status=row.status if row.status is Status.SUPPRESSED else Status.DERIVED,
            formula=_rate_formula(row, people),
        )
        for row in running_rows(inputs, metric, place)
    ]


def _per_100k(value: float | None, place: Place) -> float | None:
    return None if value is None else value * PERSONS_PER_100K / place.inhabitants


def _rate_formula(row: Row, place: Place) -> str:
    count = "withheld" if row.value is None else number(row.value)
    how = f" ({row.formula})" if row.formula else ""
    return (
        f"{count}{how} * 100,000 / {number(place.inhabitants)} people"
        f" ({place.population_year}, {place.population_source})"
    )
