"""What a downloaded file is called: after the question it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from metrics.answer.answer import Answer
from metrics.counts.candidates import clocks_of
from metrics.query.query import Measure, Query
from validation import Dataset

UNSAFE: Final = re.compile(r"[^A-Za-z0-9_.-]+")
MOST_NAMED: Final = 3
USUAL: Final = (Measure.LEVEL, Measure.TOTAL)


def series_file_name(answer: Answer, *, extension: str) -> str:
    """Metric, place, of whom, measure, period, day of knowledge, and to what the question is narrowed.

    In letters that every system takes.
    """
    query = answer.query
    parts = (
        _named(query.metrics),
        _named(query.places),
        *_parts(query, usual=answer.usual_group),
        str(query.measure),
        answer.start.isoformat(),
        answer.end.isoformat(),
        f"known_on_{answer.known_on.isoformat()}",
        *_narrowed(query),
    )
    return UNSAFE.sub("-", "_".join(parts)) + f".{extension}"


def question_file_name(dataset: Dataset, query: Query, *, kind: str, extension: str = "") -> str:
    """The name of what is made of a question: what kind of file, metric, place, counter and day of knowledge.

    And, where they are asked for, a part of the people, a measure other than level or running total, an event
    and a document: another question has another name. Without an extension, the name of a folder.
    """
    known_on = clocks_of(dataset, query).known_on
    parts = (
        kind,
        _named(query.metrics),
        _named(query.places),
        *_parts(query, usual=dataset.settings.defaults.group),
        *([] if query.measure in USUAL else [str(query.measure)]),
        query.counted_by,
        f"known_on_{known_on}",
        *_narrowed(query),
    )
    return UNSAFE.sub("-", "_".join(parts)) + (f".{extension}" if extension else "")


def _parts(query: Query, *, usual: str) -> list[str]:
    """Of whom, where it is not the whole of the data set's usual group."""
    group = [] if query.group == usual else [query.group]
    return [*group, *(part for part in (query.sex, query.age, query.detail) if part not in ("", "all"))]


def _narrowed(query: Query) -> list[str]:
    return [part for part in (query.event, query.source) if part]


def _named(codes: Sequence[str]) -> str:
    named = "-".join(codes[:MOST_NAMED])
    return named if len(codes) <= MOST_NAMED else f"{named}-and-{len(codes) - MOST_NAMED}-more"
