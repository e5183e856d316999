"""The rows of an Answer as series: one for each metric and place, in the order of the question."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from charts.canvas.theme import Look, family_colour
from charts.canvas.titles import metric_label, place_name
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.query.query import Grain, Measure, Status

FLOWS: Final = (Measure.NEWLY_DOCUMENTED, Measure.HAPPENED)  # counts of periods, drawn as bars
LONG_SILENCE_DAYS: Final = 100  # about three reports missed where one a month is usual
MISSED_INTERVALS: Final = 1.5  # of counts that are never closer, as of a yearly census: one was missed
INTERVALS_TO_TELL: Final = 3


@dataclass(frozen=True, eq=False, kw_only=True)
class DrawnSeries:
    """Rows of one metric in one place, by the days on which they are drawn; those `counted` have a value."""

    metric: str
    place: str
    name: str  # what tells it from the other series of the figure
    colour: str
    rows: Sequence[Row]
    counted: Sequence[Row]


def series_of(answer: Answer, *, look: Look, apart: bool = False) -> list[DrawnSeries]:
    """One series for each metric and place that has rows.

    With `apart`, each has a panel of its own, and their colours may be the same.
    """
    grouped = _grouped(answer)
    colours = _colours(list(grouped), answer=answer, look=look, apart=apart)
    return [
        DrawnSeries(
            metric=metric,
            place=place,
            name=series_name(metric, place, answer=answer),
            colour=colours[metric, place],
            rows=rows,
            counted=[row for row in rows if row.value is not None],
        )
        for (metric, place), rows in grouped.items()
    ]


def _grouped(answer: Answer) -> dict[tuple[str, str], list[Row]]:
    """The rows of each metric and place of the question that has any, in time order."""
    keys = [(metric, place) for metric in answer.query.metrics for place in answer.query.places]
    grouped: dict[tuple[str, str], list[Row]] = {key: [] for key in keys}
    for row in sorted(answer.rows, key=lambda row: row.day):
        grouped[row.metric, row.place].append(row)
    return {key: rows for key, rows in grouped.items() if rows}


def series_name(metric: str, place: str, *, answer: Answer) -> str:
    """What tells a series from the others of its figure: its place, its metric, or both."""
    if len(answer.query.metrics) == 1:
        return place_name(answer, place)
    if len(answer.query.places) == 1:
        return metric_label(answer, metric)
    return f"{metric_label(answer, metric)}, {place_name(answer, place)}"


def _colours(
    keys: list[tuple[str, str]], *, answer: Answer, look: Look, apart: bool
) -> dict[tuple[str, str], str]:
    """A family's colour where no two series share it, else the colours of comparison, by position."""
    family = {key: colour_of(key[0], answer=answer, look=look) for key in keys}
    if apart or len(set(family.values())) == len(keys):
        return family
    one_metric = len(answer.query.metrics) == 1
    country = [key for key in keys if one_metric and _is_country(key[1], answer=answer)][:1]
    others = [key for key in keys if key not in country]
    colours = look.tokens.series
    compared = {key: colours[position % len(colours)] for position, key in enumerate(others)}
    return compared | dict.fromkeys(country, look.tokens.neutral)


def colour_of(metric: str, *, answer: Answer, look: Look) -> str:
    """The colour of the metric's family."""
    known = answer.metrics
    part_of = known[metric].part_of if metric in known else None
    return family_colour(metric, part_of or "", look=look)


def _is_country(place: str, *, answer: Answer) -> bool:
    known = answer.places
    return place in known and known[place].kind == "country"


def _may_be_joined(row: Row) -> bool:
    """Whether a line may join the row: an exact value. Bounds and estimates are not joined."""
    has_value = row.value is not None and row.status in (Status.REPORTED, Status.DERIVED)
    return has_value and row.qualifier == "exact"


def segments(series: DrawnSeries, *, answer: Answer) -> list[list[Row]]:
    """The rows that one unbroken line may join.

    A line ends where a bucket has no count and at a break in series. As published there are no buckets
    to be missed: there it ends where a long silence lies between two counts, since it must
    not suggest that anything is known of the time in between.
    """
    exact = [row for row in series.rows if _may_be_joined(row)]
    missed = [row.day for row in series.rows if row.value is None]
    stops = sorted([*missed, *break_days(series, answer=answer)])
    longest = longest_silence(exact) if answer.query.grain is Grain.AS_PUBLISHED else None
    found = [[row] for row in exact[:1]]
    for before, after in pairwise(exact):
        if _may_join(before.day, after.day, stops=stops, longest=longest):
            found[-1].append(after)
        else:
            found.append([after])
    return found


def longest_silence(counted: Sequence[Row]) -> float:
    """The most days without a count that are no gap: a yearly census misses nothing between two Decembers."""
    intervals = [(after.day - before.day).days for before, after in pairwise(counted)]
    if len(intervals) < INTERVALS_TO_TELL or min(intervals) <= LONG_SILENCE_DAYS:
        return LONG_SILENCE_DAYS
    return MISSED_INTERVALS * min(intervals)


def _may_join(before: date, after: date, *, stops: list[date], longest: float | None) -> bool:
    if longest is not None and (after - before).days > longest:
        return False
    return bisect_right(stops, before) == bisect_right(stops, after)


def break_days(series: DrawnSeries, *, answer: Answer) -> list[date]:
    """The days from which the series counts something else."""
    own = (series.metric, series.place)
    return [change.day for change in answer.breaks if (change.metric, change.place) == own]
