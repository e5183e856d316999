"""The question that one more choice makes of another: all else is kept, as far as it fits."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from metrics.query.query import Grain, Measure, Query
from metrics.question.address import LATEST, NARROWING, default_measure, iso_day
from metrics.question.allowed import measures_offered
from validation import Dataset

# A metric that is shown beside those that are chosen; every other choice takes the place of an earlier one.
ALSO: Final = "also"
TIMES: Final = {"from": "start", "to": "end", "known_on": "known_on", "edition": "edition"}


def with_choice(dataset: Dataset, query: Query, parameter: str, code: str) -> Query:
    """The question in which the parameter has this code.

    Another metric takes the place of the first one, keeps the others that can be measured in the same way,
    and brings a measure that fits; a place stands beside the places that are chosen already.
    Whether the question makes sense is for `check_question` to say.
    """
    if parameter == "metric":
        return _of_metric(dataset, query, code)
    changed = _changed(query, parameter, code)
    if parameter == "event" and not code:
        # The whole series is not counted as one event is.
        return replace(changed, measure=Measure(default_measure(dataset, changed.metrics)))
    return _fitted(dataset, changed) if parameter in NARROWING else changed


def _changed(query: Query, parameter: str, code: str) -> Query:
    value: object = code
    match parameter:
        case "also":
            parameter, value = "metrics", _with(query.metrics, code)
        case "place":
            parameter, value = "places", _with(query.places, code)
        case "measure":
            value = Measure(code)
        case "grain":
            value = Grain(code)
        case "from" | "to" | "known_on" | "edition":
            parameter, value = TIMES[parameter], None if code == LATEST else iso_day(code)
    return replace(query, **{parameter: value})  # type: ignore[arg-type]


def _of_metric(dataset: Dataset, query: Query, code: str) -> Query:
    beside = tuple(metric for metric in query.metrics[1:] if metric != code)
    together = replace(query, metrics=(code, *beside))
    if query.event or query.measure in measures_offered(dataset, together.metrics):
        return _fitted(dataset, together)
    return _fitted(dataset, replace(query, metrics=(code,)))


def _fitted(dataset: Dataset, query: Query) -> Query:
    """The question with its own measure where that fits, else with the usual one."""
    if query.event:
        return replace(query, measure=Measure.HAPPENED)
    if query.measure in measures_offered(dataset, query.metrics):
        return query
    return replace(query, measure=Measure(default_measure(dataset, query.metrics)))


def _with(codes: tuple[str, ...], code: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*codes, code)))
