"""The answer to a question: rows with their caveats, documents, counts and events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from metrics.answer.frames import frame_of
from metrics.answer.rows import Row
from metrics.counts.definitions import Definition
from metrics.counts.typed_rows import Break, Document, Event, Metric, Place, PublishedCount
from metrics.language.phrasing import Message
from metrics.query.query import Query
from validation import ReportingYear
from validation.findings import Finding


@dataclass(frozen=True, kw_only=True)
class Caveat:
    """Something that must be said beside a number.

    `rows` are the labels of the Answer's rows that it is about; empty where it is about all.
    """

    kind: str
    message: Message
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Answer:
    """One question's answer; charts, tables, exports and sentences render it and nothing else.

    rows: one row for each place, metric and bucket, in the order of the question (metric, then place, then
        time). Read `status` before `value`.
    sources: the documents that the rows rest on, the oldest first.
    vintages: every count that was considered for a shown row; `shown` are those that were selected.
    excluded: counts within the question that a correction takes out (and its `reason`).
    event: the event of the question; None for a running series.
    breaks, events: those that fall within the time shown; breaks also within what its differences cover.
    findings: results of the checks of the counts shown.
    metrics, places: the question's rows of the tables, by code, in the order of the question.
    definitions: what the counter means by each metric of the question, on the last day that has a number.
    """

    query: Query
    rows: tuple[Row, ...]
    caveats: tuple[Caveat, ...]
    sources: tuple[Document, ...]
    vintages: tuple[PublishedCount, ...]
    excluded: tuple[PublishedCount, ...]
    breaks: tuple[Break, ...]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    metrics: Mapping[str, Metric]
    places: Mapping[str, Place]
    definitions: Mapping[str, Definition]
    event: Event | None
    counter: str  # what the organisation whose count it is, is called: its short name where it has one
    people: Mapping[str, str]  # the words for each code of group, sex and age
    usual_group: str  # of which the data set speaks where a question does not say
    counter_kind: str  # ngo, government, and so on
    start: date
    end: date  # `to`, with `latest` resolved to a date
    known_on: date
    edition: date
    origin: date
    origin_label: str
    reporting_year: ReportingYear

    @property
    def counted(self) -> tuple[Row, ...]:
        """The rows that have a value."""
        return tuple(row for row in self.rows if row.value is not None)

    @property
    def shown(self) -> tuple[PublishedCount, ...]:
        """The counts that were selected for the rows."""
        lines = {line for row in self.rows for line in row.lines}
        return tuple(count for count in self.vintages if count.line in lines)

    def has_row(self, label: int | None) -> bool:
        """Whether a row has this label."""
        return label is not None and 0 <= label < len(self.rows)

    def to_frame(self) -> pd.DataFrame:
        """The rows as a frame with the columns SERIES_COLUMNS: days are datetime64, `value` is Float64."""
        return frame_of(self.rows, self.query)
