"""The note of each row: how a value was derived, what it covers, and what else was printed.

Notes go into exports and the API, so they are in English whatever the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row
from metrics.counts.count import Count
from metrics.counts.selection import Conflict, conflicting_values
from metrics.language.phrasing import number
from metrics.query.days import ONE_DAY
from metrics.query.query import Measure, Status
from metrics.query.tolerances import MOST_DAYS_OFF_BUCKET

WITH_VALUE: Final = (Status.REPORTED, Status.DERIVED)
REVISION: Final = "revision: the running total was revised down"

Conflicts = Mapping[int, list[Conflict]]  # by line of observations.csv
LeftOut = Mapping[tuple[str, str], list[date]]  # the days of a series' excluded counts


def with_notes(
    rows: Iterable[Row], inputs: Inputs, *, considered: Iterable[Count], excluded: Iterable[Count]
) -> list[Row]:
    """The rows with `note` (parts joined by `; `), `is_revision`, `is_uneven` and `has_conflict`."""
    conflicts = conflicting_values(considered)
    left_out: dict[tuple[str, str], list[date]] = {}
    for count in excluded:
        left_out.setdefault((count.series.metric, count.series.place), []).append(count.period_end)
    return [_noted(row, inputs, conflicts, _number_left_out(row, inputs, left_out)) for row in rows]


def _noted(row: Row, inputs: Inputs, conflicts: Conflicts, left_out: int) -> Row:
    if not row.lines and not left_out:
        return row  # an empty bucket; there may be thousands
    marked = replace(
        row,
        is_revision=_is_revision(row, inputs),
        is_uneven=_is_uneven(row, inputs),
        has_conflict=any(line in conflicts for line in row.lines),
    )
    return replace(marked, note="; ".join(filter(None, _parts(marked, inputs, conflicts, left_out))))


def _parts(row: Row, inputs: Inputs, conflicts: Conflicts, left_out: int) -> Iterator[str]:
    yield row.formula
    yield row.note
    if inputs.query.event:
        yield f"of the event {inputs.query.event}"
    if left_out:
        yield f"figures for this period left out as corrections: {left_out}"
    if row.is_revision:
        yield REVISION
    if row.buckets_between:
        yield f"earlier periods without an exact total: {row.buckets_between}"
    if row.is_uneven:
        yield f"covers {_days_covered(row)} days, not one {inputs.query.grain.replace('_', ' ')}"
    for line in row.lines:
        for conflict in conflicts.get(line, []):
            part = "" if conflict.metric == row.metric else f" {conflict.metric}"
            yield f"{conflict.source_id} gives {number(conflict.value)}{part} for the same period"


def _is_revision(row: Row, inputs: Inputs) -> bool:
    return inputs.query.measure is Measure.NEWLY_DOCUMENTED and row.value is not None and row.value < 0


def _is_uneven(row: Row, inputs: Inputs) -> bool:
    """Whether a difference covers another time than its bucket: its days off at both ends, added up."""
    calendar = inputs.calendar
    if calendar is None or row.covers_from is None or row.covers_to is None:
        return False
    # A difference of exactly this bucket starts from the total of the day before it.
    early_or_late: int = abs((row.covers_from + ONE_DAY - calendar.first_day(row.number)).days)
    early_or_late += abs((row.covers_to - calendar.last_day(row.number)).days)
    return early_or_late > MOST_DAYS_OFF_BUCKET


def _days_covered(row: Row) -> int:
    """The days from one running total to the next."""
    return 0 if row.covers_from is None or row.covers_to is None else (row.covers_to - row.covers_from).days


def _number_left_out(row: Row, inputs: Inputs, left_out: LeftOut) -> int:
    """For a bucket without a value, how many of its published counts a correction takes out."""
    days = left_out.get((row.metric, row.place), ())
    if not days or inputs.calendar is None or row.status in WITH_VALUE:
        return 0
    return sum(inputs.calendar.bucket_of(day) == row.number for day in days)
