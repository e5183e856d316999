"""Documented is not happened: both answers about one metric, year by year, beside each other.

    beside = documented_and_happened(dataset, query, metric)
    beside.newest                # the newest year for which both are known; None where there is none

The years are reporting years if the publisher counts any of them by date of event, else calendar years;
`grain` says which. The difference is worked out only where both numbers are of one time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.buckets import Span, bucket_span
from metrics.answer.derived import RELEASED
from metrics.answer.rows import NoValueError, Row, value_of
from metrics.counts.table_rows import all_metrics
from metrics.query.caching import cached
from metrics.query.days import ONE_DAY
from metrics.query.query import Grain, Measure, Query
from metrics.query.tolerances import MOST_DAYS_OFF_BUCKET
from metrics.question.allowed import kinds_of
from validation import Dataset


@dataclass(frozen=True, eq=False, kw_only=True)
class Year:
    """A year: what happened in it and what was newly documented; a row is None where an answer has none.

    label: the year as a bucket of both answers; start, end: its first and last day.
    days_off: by how many days at both ends the newly documented covers another time; None without both.
    days_covered: how many days the newly documented covers; None without both.
    changed_on: the day within it from which the metric counts something else; None where it does not change.
    """

    label: str
    start: date
    end: date
    happened: Row | None
    newly: Row | None
    days_off: int | None
    days_covered: int | None
    changed_on: date | None

    @property
    def has_both(self) -> bool:
        """Whether both have a value."""
        return self.days_off is not None

    @property
    def both(self) -> tuple[Row, Row]:
        """What happened, and what was newly documented.

        Raises NoValueError for a year without both.
        """
        if self.happened is None or self.newly is None:
            raise NoValueError(f"{self.label} has not both")
        return self.happened, self.newly

    @property
    def days(self) -> int:
        """How many days the year has."""
        return (self.end - self.start + ONE_DAY).days

    @property
    def difference(self) -> int | None:
        """How many more were newly documented than happened; None where a bound or the times forbid it."""
        if self.happened is None or self.newly is None or self.days_off is None:
            return None
        is_exact = (self.happened.qualifier, self.newly.qualifier) == ("exact", "exact")
        if (
            not is_exact
            or self.changed_on
            or self.days_off > MOST_DAYS_OFF_BUCKET
            or self.days_covered != self.days
            or value_of(self.newly) < 0
        ):
            return None
        return int(value_of(self.newly) - value_of(self.happened))


@dataclass(frozen=True, eq=False, kw_only=True)
class Beside:
    """One metric: what happened, what was newly documented, and the years of either, the oldest first."""

    metric: str
    grain: Grain
    happened: Answer
    newly: Answer
    years: tuple[Year, ...]

    @property
    def newest(self) -> Year | None:
        """The newest year for which both are known."""
        return next((year for year in reversed(self.years) if year.has_both), None)


@cached
def documented_and_happened(dataset: Dataset, query: Query, metric: str) -> Beside:
    """Both answers about a metric at the first place of a question, by its counter and its clocks."""
    is_one = dataset.settings.reporting_year.is_calendar_year
    grains = (Grain.YEAR,) if is_one else (Grain.REPORTING_YEAR, Grain.YEAR)
    found = [beside_by(dataset, query, metric, grain) for grain in grains]
    return next((beside for beside in found if beside.newest), found[0])


def metrics_beside(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """The headline metrics that are flows, no part of another, and counted by date of event for any year.

    Not `released`: its totals are mostly derived, and hold all who are no longer in detention.
    """
    kinds, table = kinds_of(dataset), all_metrics(dataset)
    return tuple(
        name
        for name in dataset.settings.headline_metrics
        if kinds[name] == "flow"
        and not table[name].part_of
        and name != RELEASED
        and documented_and_happened(dataset, query, name).happened.counted
    )


@cached
def beside_by(dataset: Dataset, query: Query, metric: str, grain: Grain) -> Beside:
    """Both answers by years of one kind, whether or not any year has both."""
    since = dataset.settings.origin
    yearly = replace(query, metrics=(metric,), places=query.places[:1], grain=grain, start=since, end=None)
    happened = answer_for(dataset, replace(yearly, measure=Measure.HAPPENED))
    newly = answer_for(dataset, replace(yearly, measure=Measure.NEWLY_DOCUMENTED))
    by_year = [{row.bucket: row for row in answer.rows} for answer in (happened, newly)]
    labels = sorted({*by_year[0], *by_year[1]})
    return Beside(
        metric=metric,
        grain=grain,
        happened=happened,
        newly=newly,
        years=tuple(_year(label, newly, *(rows.get(label) for rows in by_year)) for label in labels),
    )


def _year(label: str, answer: Answer, happened: Row | None, newly: Row | None) -> Year:
    start, end = bucket_span(label, answer=answer)
    both = [row for row in (happened, newly) if row is not None and row.value is not None]
    covered = _covered(newly) if len(both) == len(("happened", "newly")) else None
    return Year(
        label=label,
        start=start,
        end=end,
        happened=happened,
        newly=newly,
        days_off=None if covered is None else _days_off(covered, start, end),
        days_covered=None if covered is None else (covered[1] - covered[0] + ONE_DAY).days,
        changed_on=None if covered is None else _changed_on(answer, covered),
    )


def _covered(newly: Row | None) -> Span | None:
    """The days that a difference covers: it begins with the day after its earlier total."""
    if newly is None or newly.covers_from is None or newly.covers_to is None:
        return None
    return newly.covers_from + ONE_DAY, newly.covers_to


def _changed_on(answer: Answer, covered: Span) -> date | None:
    """The day in the year on which the definition of the metric changed."""
    first, last = covered
    changes = (change for change in answer.breaks if change.kind == "definition")
    return next(
        (
            change.day
            for change in changes
            if change.metric in answer.query.metrics and first <= change.day <= last
        ),
        None,
    )


def _days_off(covered: Span, start: date, end: date) -> int:
    """At both ends together."""
    first, last = covered
    return abs((first - start).days) + abs((last - end).days)
