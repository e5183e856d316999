"""The newest count of each place of an answer: what a map, a ranking and a table of places show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.headline.read_out import later_bound
from metrics.query.query import Measure


@dataclass(frozen=True, kw_only=True)
class Newest:
    """The newest count of a place: a row, and the bound that was printed for a later day, if there is one.

    Where the place has no count, the row says why.
    """

    row: Row
    later_bound: Row | None


def newest_of_each_place(answer: Answer) -> dict[str, Newest]:
    """The newest exact count of each place, else its newest bound, as a headline has it.

    Of what happened, the count for the newest period. Places of which the answer has no row are left out.
    """
    by_place: dict[str, list[Row]] = {}
    for row in answer.rows:
        by_place.setdefault(row.place, []).append(row)
    return {place: _newest(answer, rows) for place, rows in by_place.items()}


def _newest(answer: Answer, rows: list[Row]) -> Newest:
    counted = [row for row in rows if row.value is not None]
    if answer.query.measure in (Measure.HAPPENED, Measure.NEWLY_DOCUMENTED) or not counted:
        return Newest(row=_last(counted or rows), later_bound=None)
    newest = _last([row for row in counted if row.qualifier == "exact"] or counted)
    return Newest(row=newest, later_bound=later_bound(answer, counted, newest))


def _last(rows: Iterable[Row]) -> Row:
    return max(rows, key=lambda row: (row.period_end or date.min, row.bucket, row.label))


def days_between(newest: Mapping[str, Newest]) -> tuple[date, date] | None:
    """The days of the oldest and of the newest count; None where all are of one day, or there is none."""
    days = {one.row.day for one in newest.values() if one.row.value is not None}
    return (min(days), max(days)) if len(days) > 1 else None
