"""Why a question has another answer on other days of its clocks: the count that made the difference."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row
from metrics.counts.count import Count
from metrics.counts.published import published_counts
from metrics.counts.small_tables import breaks_of
from metrics.counts.typed_rows import Break
from metrics.query.query import Measure


class CauseKind(StrEnum):
    """What changed the answer."""

    DOCUMENT = "document"  # published later
    RECORDED_LATE = "recorded_late"  # published by then, and recorded here only afterwards
    CORRECTION = "correction"  # a judgement of ours leaves a count out
    BREAK = "break"  # a change of definition was recorded, before which nothing is derived


class RevisionCause(NamedTuple):
    """What changed an answer, by which count, on which day; `reason` where the tables give one."""

    cause: CauseKind
    on: date  # published, or recorded here
    reason: str
    by: Count | None  # the count that came, or that is left out; None for a break


class UnexplainedChangeError(RuntimeError):
    """The answer changed but no input did: a bug."""


def cause_of(then: Inputs, later: Inputs, *, was: Row | None, now: Row | None) -> RevisionCause:
    """Why a row changed between two states of the clocks, none of them earlier in the second.

    A count that was left out comes before the one that replaced it: without the correction, nobody could say
    whether it would have been superseded.

    Raises UnexplainedChangeError where no table says why.
    """

    def nearness(count: Count) -> tuple[bool | int, ...]:
        return (*_weight(count, was, now), -count.position)

    telling = [count for count in _changed_counts(then, later) if any(_weight(count, was, now))]
    if telling:
        return _revision_cause(max(telling, key=nearness), then, later, was, now)
    return _change_of_definition(then, later)


def _change_of_definition(then: Inputs, later: Inputs) -> RevisionCause:
    """A break that was recorded meanwhile: before it no count is derived any more."""
    first, last = then.clocks.edition, later.clocks.edition
    for change in breaks_of(then.dataset):
        is_new = change.kind == "definition" and first < change.recorded <= last
        if is_new and change.counted_by == then.query.counted_by:
            return RevisionCause(CauseKind.BREAK, change.recorded, change.what_changed, None)
    raise UnexplainedChangeError(then.query)


def _changed_counts(then: Inputs, later: Inputs) -> list[Count]:
    """The counts that may answer the question in only one of the two states of the clocks."""
    before, after = _usable(then), _usable(later)
    return [(before.get(line) or after[line]) for line in before.keys() ^ after.keys()]


def _usable(inputs: Inputs) -> dict[int, Count]:
    is_happened = inputs.query.measure is Measure.HAPPENED
    usable: Iterable[Count] = chain.from_iterable(inputs.candidates.usable.values())
    return {count.lines[0]: count for count in usable if (count.basis == "happened") == is_happened}


def _weight(count: Count, was: Row | None, now: Row | None) -> tuple[bool, bool, bool]:
    """How near a changed count is to the row: the row rested on it, it does now, or shares a day."""
    line = count.lines[0]
    days = {day for row in (was, now) if row for day in (row.period_end, row.covers_from)}
    return (
        was is not None and line in was.lines,
        now is not None and line in now.lines,
        count.period_end in days,
    )


def _revision_cause(
    count: Count, then: Inputs, later: Inputs, was: Row | None, now: Row | None
) -> RevisionCause:
    if count.excluded_on is not None and count.excluded_on <= later.clocks.edition:
        reason = str(published_counts(then.dataset)["reason"].iloc[count.position])
        return RevisionCause(CauseKind.CORRECTION, count.excluded_on, reason, count)
    reason = _reason_of_break(later, was, now)
    if count.published > then.clocks.known_on:
        return RevisionCause(CauseKind.DOCUMENT, count.published, reason, count)
    return RevisionCause(CauseKind.RECORDED_LATE, max(count.recorded, count.source_recorded), reason, count)


def _reason_of_break(later: Inputs, was: Row | None, now: Row | None) -> str:
    """What `breaks.csv` says happened to the series between the two documents."""
    if was is None or now is None or was.published is None or now.published is None:
        return ""
    return " ".join(
        change.what_changed
        for change in breaks_of(later.dataset)
        if was.published < change.day <= now.published
        and change.counted_by == later.query.counted_by
        and _is_of(change, now)
        and _is_known(change, later)
    )


def _is_of(change: Break, row: Row) -> bool:
    own = (change.metric, change.place) == (row.metric, row.place)
    return own and change.kind != "no_longer_printed"


def _is_known(change: Break, inputs: Inputs) -> bool:
    clocks = inputs.clocks
    return change.recorded <= clocks.edition and change.day <= clocks.known_on
