"""One row of an answer as a question of its own: the identity of a number, wherever it is shown.

    row = Reference(answer, 3)
    question = question_of(row)                     # its address is the number's address
    number = number_at(dataset, question)           # the same row, whoever asks

A page, a link and the data API then mean exactly the same number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.buckets import bucket_span
from metrics.answer.rows import Row
from metrics.counts.typed_rows import PublishedCount
from metrics.query.query import Grain, Measure, Query
from validation import Dataset

Dated = TypeVar("Dated", Row, PublishedCount)


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A number that is shown: a row of an answer by its label, or the change from an earlier row to it.

    `since` is the label of that earlier row, None where the number is the row's own value.
    """

    answer: Answer
    row: int
    since: int | None = None


def question_of(answer: Answer, label: int) -> Query:
    """The question that is answered by this row of the answer: its metric, its place and its time.

    Its clocks are those of the answer's question, so that `latest` stays `latest`. A question about a count
    by date of event, as published, also finds periods that lie within its own: `number_at` picks the right
    one.
    """
    row = answer.rows[label]
    start, end = _time_of(answer, row)
    return replace(answer.query, metrics=(row.metric,), places=(row.place,), start=start, end=end)


def pinned(answer: Answer, query: Query) -> Query:
    """A question with both clocks stopped at the days of the answer: its number is the same for ever.

    Only a number has a day on which it was known: a gap after the last document is no gap as known by then.
    """
    return replace(query, known_on=answer.known_on, edition=answer.edition)


def number_at(dataset: Dataset, query: Query) -> Reference | None:
    """The one row that a question of this kind is about; None where it has no row, or several."""
    if (len(query.metrics), len(query.places)) != (1, 1):
        return None
    answer = answer_for(dataset, query)
    rows = answer.rows
    if query.grain is Grain.AS_PUBLISHED and query.measure is Measure.HAPPENED:
        rows = of_period(rows, answer.start, answer.end)
    return Reference(answer=answer, row=rows[0].label) if len(rows) == 1 else None


def of_period(rows: Iterable[Dated], start: date | None, end: date | None) -> tuple[Dated, ...]:
    """The rows or counts of exactly this period, and none of those within it; of a day, `start` is None."""
    return tuple(row for row in rows if (row.period_start, row.period_end) == (start, end))


def _time_of(answer: Answer, row: Row) -> tuple[date, date]:
    """The time of a row's question: its own day or period, or its bucket within the answer's time."""
    if answer.query.grain is Grain.AS_PUBLISHED:
        start = row.period_start if answer.query.measure is Measure.HAPPENED else None
        return start or row.day, row.day
    first, last = bucket_span(row.bucket, answer=answer)
    start = max(first, answer.start)
    # A question as known on a day before it begins ends before it begins.
    return start, max(start, min(last, answer.end))
