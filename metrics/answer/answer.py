"""What a question gets: rows, and all that has to travel with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from metrics.counts.small_tables import Event
from metrics.language.phrasing import Message
from metrics.query.query import Query
from validation.findings import Finding

SERIES_COLUMNS: Final = (
    "metric",
    "place",
    "group",
    "sex",
    "age",
    "detail",
    "measure",
    "bucket",
    "period_start",
    "period_end",
    "covers_from",
    "covers_to",
    "value",
    "qualifier",
    "status",
    "counted_by",
    "source_id",
    "published",
    "note",
)


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

    rows: one row for each place, metric and bucket, columns SERIES_COLUMNS, in the order of the
        question (metric, then place, then time). Days are datetime64, `value` is Float64 (counts are whole
        numbers), NA where there is none: read `status` before `value`.
    sources: the documents that the rows rest on (columns of sources.csv, and `publisher_name`).
    vintages: every count that was considered for a shown row (columns of observations.csv, and
        `published`, `publisher`, `bucket`, `shown`: True for the selected count).
    excluded: counts within the question that a correction takes out (and its `reason`).
    event: the event whose counts are asked for; None where a running series is.
    breaks, events: those that fall within the time shown; breaks also within what its differences cover.
    findings: results of the checks that speak of the counts shown.
    """

    query: Query
    rows: pd.DataFrame
    caveats: tuple[Caveat, ...]
    sources: pd.DataFrame
    vintages: pd.DataFrame
    excluded: pd.DataFrame
    breaks: pd.DataFrame
    events: pd.DataFrame
    findings: tuple[Finding, ...]
    metrics: pd.DataFrame  # rows of metrics.csv that were asked for, indexed by metric
    places: pd.DataFrame  # rows of places.csv that were asked for, indexed by place
    event: Event | None
    counter: str  # name of the organisation whose count it is
    start: date
    end: date  # `to`, with `latest` made a day
    known_on: date
    edition: date
    origin: date
    origin_label: str
    reporting_year_first_month: int
