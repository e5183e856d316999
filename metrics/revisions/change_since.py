"""Was X, now Y, because: how a number as known on an earlier day has changed since.

    change = change_since(dataset, query, row)  # a row of answer_for(dataset, query).rows
    change = changed_since(dataset, query)  # a question whose answer has one row, or had none then
    if change:
        str(change.sentence)   # "Was 25,931, now 25,900, because a document was published later: ..."
        str(change.because)    # the part after "because"
        change.was, change.now # a Row; None for a number that has appeared, or disappeared

Both give None where nothing has changed, and where the question names no day of knowledge and no edition:
then the number is today's. `to` keeps its earlier day, so that a count for a later day does not pass for a
revision of the same bucket. It takes some milliseconds and is cached for all readers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan

from metrics.answer.answering import inputs_of
from metrics.answer.grid import rows_in_order
from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row
from metrics.counts.candidates import clocks_of
from metrics.counts.count import Count
from metrics.language.phrasing import Message
from metrics.language.wording import spoken_in
from metrics.query.query import Query, Status
from metrics.revisions.change_words import cause_in_words, change_in_words
from metrics.revisions.revision_causes import CauseKind, RevisionCause, cause_of
from validation import Dataset


@dataclass(frozen=True, eq=False, kw_only=True)
class ChangeSince:
    """A number then and now; None for one that there was not, or is not any more."""

    was: Row | None
    now: Row | None
    why: RevisionCause
    sentence: Message  # the whole: "Was ..., now ..., because ..."
    because: Message  # the reason alone

    @property
    def cause(self) -> CauseKind:
        """What changed it: a document, one recorded late, a correction, or a break in the series."""
        return self.why.cause


def change_since(dataset: Dataset, query: Query, row: Row) -> ChangeSince | None:
    """How a row of the question's answer has changed since; None where it has not."""
    alone = replace(query, metrics=(row.metric,), places=(row.place,))
    return _changed(dataset, alone, row.bucket)


def changed_since(dataset: Dataset, query: Query) -> ChangeSince | None:
    """How the one number of a question for one metric and place has changed since.

    None where it has not, where there are several, and where there is none in either state.
    """
    if len(query.metrics) > 1 or len(query.places) > 1:
        return None
    return _changed(dataset, query, None)


def _changed(dataset: Dataset, query: Query, bucket: str | None) -> ChangeSince | None:
    if query.known_on is None and query.edition is None:
        return None
    clocks = clocks_of(dataset, query)
    today = replace(query, known_on=None, edition=None, end=clocks.end)
    then = inputs_of(dataset, query, clocks)
    later = inputs_of(dataset, today, clocks_of(dataset, today))
    with spoken_in("en"):
        before, after = rows_by_bucket(then), rows_by_bucket(later)
    if bucket is None:
        only = before or after
        bucket = next(iter(only)) if len(only) == 1 else ""
    was, now = before.get(bucket), after.get(bucket)
    if _standing(was) == _standing(now):
        return None
    why = cause_of(then, later, was=was, now=now)
    return ChangeSince(
        was=was,
        now=now,
        why=why,
        sentence=change_in_words(dataset, query, was=was, now=now, why=why),
        because=cause_in_words(dataset, why),
    )


def rows_by_bucket(inputs: Inputs) -> dict[str, Row]:
    """The rows of a question for one series by bucket: those with a value, or one that is held back."""
    return {
        row.bucket: row
        for row in rows_in_order(inputs)
        if row.value is not None or row.status == Status.SUPPRESSED
    }


def _standing(row: Row | None) -> tuple[object, ...]:
    return () if row is None else (*value_of(row), row.status)


def value_of(one: Row | Count) -> tuple[float | None, str, float | None]:
    """A value with its qualifier and the upper end of a range; None where it is held back."""
    value = one.value
    return (None if value is None or isnan(value) else value, one.qualifier, one.value_to)
