"""The revisions of published counts: what was revised, when, by how much, and why.

A revision is another count for the *same* period. Two clocks make them. On the clock of publication a
document replaces the count that stood: the publisher's own revision, placed on the day of publication,
whenever the document was recorded here. On the clock of recording this data set answers otherwise than in
its edition before: an older document was recorded late, or a correction left a count out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise
from typing import NamedTuple

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for, inputs_of
from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row
from metrics.counts.candidates import Clocks, clocks_of
from metrics.counts.count import Count
from metrics.counts.small_tables import breaks_of
from metrics.language.wording import spoken_in
from metrics.query.caching import cached
from metrics.query.query import PRINTED, Grain, Measure, Query
from metrics.question.allowed import allowed_codes, measures_for
from metrics.revisions.change_since import rows_by_bucket, value_of
from metrics.revisions.revision_causes import CauseKind, cause_of
from validation import Dataset


class NotOneSeriesError(ValueError):
    """The question names several metrics or places; revisions are worked out for one series."""


class PublishedValue(NamedTuple):
    """The count that a document gives for a period."""

    value: float | None  # None where it is held back
    qualifier: str
    status: str
    source_id: str
    published: date
    value_to: float | None = None  # the upper end of a range


class Revision(NamedTuple):
    """Another count for a period. `now` is None where none is left, `was` where none had been left."""

    bucket: str
    period_start: date | None  # None for a stock and a running total, which are of a day
    period_end: date
    was: PublishedValue | None
    now: PublishedValue | None
    on: date  # of publication; of recording for what was recorded late and for corrections
    difference: int | None  # between two exact counts only
    cause: CauseKind
    source_id: str  # the document that came, or whose count is left out; empty for a break
    reason: str  # as corrections.csv or breaks.csv gives it; else empty


class FirstAndLatest(NamedTuple):
    """A period whose count documents changed after they first gave it."""

    bucket: str
    period_start: date | None
    period_end: date
    first: PublishedValue
    latest: PublishedValue


@dataclass(frozen=True, eq=False, kw_only=True)
class Revisions:
    """The revisions of an answer's series, as known and recorded by its days; by period, then by day.

    `first_and_latest` are the periods that documents revised: the first count of each, and the one that
    stands. `periods` is how many periods have a count, `never_revised` how many of them were never revised.
    """

    answer: Answer
    revisions: tuple[Revision, ...]
    first_and_latest: tuple[FirstAndLatest, ...]
    periods: int
    never_revised: int


@cached
def revisions_of(dataset: Dataset, query: Query) -> Revisions:
    """The revisions of one metric in one place, as published whatever the question's grain.

    Raises NotOneSeriesError for several, ParameterError where the question makes no sense.
    """
    if len(query.metrics) != 1 or len(query.places) != 1:
        raise NotOneSeriesError(f"{len(query.metrics)} metrics in {len(query.places)} places")
    published = replace(query, grain=Grain.AS_PUBLISHED)
    answer, found = answer_for(dataset, published), revisions_of_series(dataset, published)
    revised = {revision.bucket for revision in found.revisions}
    buckets = {row.bucket for row in answer.rows}
    return Revisions(
        answer=answer,
        revisions=found.revisions,
        first_and_latest=found.first_and_latest,
        periods=len(buckets),
        never_revised=len(buckets - revised),
    )


class SeriesRevisions(NamedTuple):
    """The revisions of a series, without its answer."""

    revisions: tuple[Revision, ...]
    first_and_latest: tuple[FirstAndLatest, ...]


@cached
def revisions_of_series(dataset: Dataset, query: Query) -> SeriesRevisions:
    """The revisions of a question for one series, as published; a millisecond where there are none."""
    with spoken_in("en"):
        published, recorded = _by_publication(dataset, query), _by_recording(dataset, query)
    revisions = chain(_revisions(published), filter(_is_ours, _revisions(recorded)))
    return SeriesRevisions(
        revisions=tuple(sorted(revisions, key=_in_order)),
        first_and_latest=tuple(_first_and_latest(published)),
    )


@cached
def revised_questions(dataset: Dataset, query: Query) -> tuple[Query, ...]:
    """The question for every metric and printed measure that has a revision; most first, then by how much."""
    questions = [
        replace(query, metrics=(metric,), places=query.places[:1], measure=measure, grain=Grain.AS_PUBLISHED)
        for metric in allowed_codes(dataset)["metric"]
        for measure in measures_for(dataset, (metric,))
        if measure in PRINTED
    ]
    weights = {question: _weight(revisions_of_series(dataset, question)) for question in questions}
    return tuple(
        sorted((one for one in questions if weights[one] > (0, 0)), key=weights.__getitem__, reverse=True)
    )


def _weight(found: SeriesRevisions) -> tuple[int, int]:
    """How many revisions there are, and by how many people they changed the counts."""
    return len(found.revisions), sum(abs(revision.difference or 0) for revision in found.revisions)


def _in_order(revision: Revision) -> tuple[object, ...]:
    return revision.period_end, revision.bucket, revision.on


@dataclass(frozen=True, eq=False)
class State:
    """What stood for each period on one state of the clocks."""

    inputs: Inputs
    rows: dict[str, Row]


def _by_publication(dataset: Dataset, query: Query) -> list[State]:
    """What stood after each day on which a document may have changed it."""
    clocks = clocks_of(dataset, query)
    telling = _counts_that_may_revise(inputs_of(dataset, query, clocks))
    days = {clocks.known_on, *(count.published for count in telling)}
    return _states(dataset, query, (replace(clocks, known_on=day) for day in sorted(days)))


def _counts_that_may_revise(inputs: Inputs) -> Iterable[Count]:
    """The counts of all days with more than one value; all counts where a value is derived.

    Most documents repeat earlier counts, and a state of the clocks costs a millisecond.
    """
    series = inputs.candidates.usable
    counts = list(chain.from_iterable(series.values()))
    if len(series) > 1 or inputs.query.measure not in PRINTED:
        return counts
    values: dict[date, set[tuple[float | None, str, float | None]]] = {}
    for count in counts:
        values.setdefault(count.period_end, set()).add(value_of(count))
    return (count for count in counts if len(values[count.period_end]) > 1)


def _by_recording(dataset: Dataset, query: Query) -> list[State]:
    """What stood in each edition, known as far as the question knows."""
    clocks = clocks_of(dataset, query)
    inputs = inputs_of(dataset, query, clocks)
    last = clocks.edition
    days = {last, *(change.recorded for change in breaks_of(dataset))}
    for count in chain.from_iterable(inputs.candidates.known.values()):
        days |= {count.recorded, count.source_recorded, count.excluded_on or last}
    editions = (day for day in sorted(days) if day <= last)
    return _states(dataset, query, (replace(clocks, edition=day) for day in editions))


def _states(dataset: Dataset, query: Query, clocks: Iterable[Clocks]) -> list[State]:
    states_of_inputs = (inputs_of(dataset, query, on) for on in clocks)
    return [State(inputs, rows_by_bucket(inputs)) for inputs in states_of_inputs]


def _revisions(states: list[State]) -> Iterator[Revision]:
    """Each change of the selected count of a period; its first count is no change."""
    stood: dict[str, Row | None] = dict(states[0].rows)
    named: dict[str, Row] = dict(states[0].rows)
    for before, after in pairwise(states):
        named |= after.rows
        for bucket, was in stood.items():
            now = after.rows.get(bucket)
            if (was and value_of(was)) != (now and value_of(now)):
                yield _revision(named[bucket], before.inputs, after.inputs, was, now)
        stood = {bucket: after.rows.get(bucket) for bucket in named}


def _revision(named: Row, then: Inputs, later: Inputs, was: Row | None, now: Row | None) -> Revision:
    why = cause_of(then, later, was=was, now=now)
    start, end = _period(named, later.query)
    return Revision(
        bucket=named.bucket,
        period_start=start,
        period_end=end,
        was=_published_value(was) if was else None,
        now=_published_value(now) if now else None,
        on=why.on,
        difference=_difference(was, now),
        cause=why.cause,
        source_id=why.by.source_id if why.by else "",
        reason=why.reason,
    )


def _difference(was: Row | None, now: Row | None) -> int | None:
    if was is None or now is None or was.value is None or now.value is None:
        return None
    if {was.qualifier, now.qualifier} != {"exact"}:
        return None
    return round(now.value - was.value)


def _period(row: Row, query: Query) -> tuple[date | None, date]:
    """The period of a count; the day of a stock and of a running total."""
    is_day = row.period_start is None or query.measure is not Measure.HAPPENED
    return None if is_day else row.period_start, row.period_end or date.min


def _published_value(row: Row) -> PublishedValue:
    return PublishedValue(
        value=row.value,
        qualifier=row.qualifier,
        status=row.status,
        source_id=row.source_id,
        published=row.published or date.min,
        value_to=row.value_to,
    )


def _is_ours(revision: Revision) -> bool:
    """Whether only the clock of recording knows a revision.

    Where a document was published after the one that stood, the clock of publication has it already.
    """
    if revision.cause is not CauseKind.RECORDED_LATE or revision.was is None or revision.now is None:
        return True
    return revision.now.published <= revision.was.published


def _first_and_latest(states: list[State]) -> Iterator[FirstAndLatest]:
    first: dict[str, Row] = {}
    for state in states:
        first = state.rows | first
    for bucket, latest in states[-1].rows.items():
        if value_of(first[bucket]) != value_of(latest):
            period = _period(latest, states[-1].inputs.query)
            yield FirstAndLatest(bucket, *period, _published_value(first[bucket]), _published_value(latest))
