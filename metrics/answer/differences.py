"""Newly documented: the difference of two running totals, and the time that it really covers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row, row_of
from metrics.answer.running import selected_totals
from metrics.counts.count import Count
from metrics.counts.selection import selected_of_each_bucket
from metrics.language.phrasing import day, number
from metrics.query.days import date_of
from metrics.query.query import Status


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
            covers_from=date_of(earlier.period_end),
            covers_to=date_of(later.period_end),
            buckets_between=0 if inputs.calendar is None else bucket - before - 1,
        )
        for (before, earlier), (bucket, later) in pairwise(totals.items())
        if later.period_end >= inputs.clocks.days.start
    ]


def exact_totals(inputs: Inputs, metric: str, place: str) -> dict[int, Count]:
    """The last exact running total of each bucket, oldest first, also of those before `from`."""
    exact = (count for count in selected_totals(inputs, metric, place) if count.qualifier == "exact")
    return selected_of_each_bucket(exact, inputs.bucket_of)


def _difference(earlier: Count, later: Count) -> Count:
    return replace(
        later,
        value=later.value - earlier.value,
        status=str(Status.DERIVED),
        lines=later.lines + earlier.lines,
        formula=f"{_printed(later)} - {_printed(earlier)}",
    )


def _printed(total: Count) -> str:
    return f"{number(total.value)} on {day(date_of(total.period_end))} ({total.source_id})"
