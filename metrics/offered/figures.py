"""How many figures an answer shows: its rows that have a value.

They are counted with the rules that make the rows (`ROWS_OF`), without what else an answer carries, so that
many choices can be counted in the time of one answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from metrics.answer.answering import inputs_of
from metrics.answer.grid import ROWS_OF
from metrics.answer.rows import Row
from metrics.counts.candidates import clocks_of
from metrics.counts.series_index import series_index
from metrics.query.caching import cached
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Measure, Query
from metrics.question.allowed import check_question, places_with_rates
from validation import Dataset


def makes_sense(dataset: Dataset, query: Query) -> bool:
    """Whether the question would be answered, be it by nothing."""
    try:
        check_question(dataset, query)
    except ParameterError:
        return False
    return True


@cached
def figures_of(dataset: Dataset, query: Query) -> int:
    """How many rows of the question's answer have a value; none where the question makes no sense."""
    return len(rows_with_a_value(dataset, query)) if makes_sense(dataset, query) else 0


def figures_by_place(dataset: Dataset, query: Query) -> Mapping[str, int]:
    """For each of the question's places that has any, how many figures it has there."""
    counted = set(places_of_series(dataset, query))
    places = tuple(place for place in query.places if place in counted)
    if query.measure is Measure.PER_100K:
        places = places_with_rates(dataset, replace(query, places=places))
    if not places or not makes_sense(dataset, replace(query, places=places[:1])):
        return {}
    return Counter(row.place for row in rows_with_a_value(dataset, replace(query, places=places)))


def rows_with_a_value(dataset: Dataset, query: Query) -> list[Row]:
    """The rows of the question's answer that have a value, without their labels; the question makes sense."""
    counted = set(places_of_series(dataset, query))
    places = tuple(place for place in query.places if place in counted)
    if not places:
        return []
    inputs = inputs_of(dataset, replace(query, places=places), clocks_of(dataset, query))
    rows_of = ROWS_OF[query.measure]
    return [
        row
        for metric in query.metrics
        for place in places
        for row in rows_of(inputs, metric, place)
        if row.value is not None
    ]


def places_of_series(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """The places of which the question's series have any count, whatever its metric, day and basis."""
    index = series_index(dataset)
    is_like = index.is_like(
        counted_by=query.counted_by,
        group=query.group,
        sex=query.sex,
        age=query.age,
        detail=query.detail,
        event_id=query.event,
    )
    found = set(np.unique(index.parts["place"][is_like].astype(str)).tolist())
    return tuple(place for place in dataset.places["place"] if place in found)
