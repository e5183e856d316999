"""The headlines of a period that a reader has chosen, and the counts of regions of exactly that period.

    found = headlines_in(dataset, query, dataset.settings.headline_metrics)
    parts = counts_of_parts(dataset, query, dataset.settings.headline_metrics)

Of a stock the newest count within the period. Of a flow what happened in the period, where there is a count
of exactly that; else what was newly documented in it, where it is one whole year, quarter or month; else
the running total as it stood at its end. Which of the three it is stands in the answer's measure, and is
said.
"""

from __future__ import annotations

from dataclasses import replace

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.rows import Row
from metrics.counts.levels import wholes_of
from metrics.counts.listings import places_counted
from metrics.counts.table_rows import all_places
from metrics.headline.headline_questions import headline_question, headlines
from metrics.headline.headlines import Headline, headline_of
from metrics.headline.shares import CountAt
from metrics.query.caching import cached
from metrics.query.periods import grain_of_period
from metrics.query.query import Grain, Measure, Query
from metrics.question.allowed import kinds_of
from validation import Dataset


def is_all_time(dataset: Dataset, query: Query) -> bool:
    """Whether a question is about all since the usual first day, and not about a period."""
    return query.end is None and query.start == dataset.settings.defaults.start


@cached
def headlines_in(dataset: Dataset, query: Query, metrics: tuple[str, ...]) -> tuple[Headline, ...]:
    """The headline of each metric in the question's period; metrics without a number in it are left out."""
    if is_all_time(dataset, query):
        return headlines(dataset, query, metrics)
    found = (_headline_in(dataset, query, metric) for metric in metrics)
    return tuple(headline for headline in found if headline is not None)


def newly_documented_in(dataset: Dataset, query: Query, metric: str) -> Headline | None:
    """What was newly documented of a flow in a period that is one whole bucket; else None."""
    if query.end is None or kinds_of(dataset)[metric] != "flow":
        return None
    grain = grain_of_period(query.start, query.end, dataset.settings.reporting_year)
    if grain is Grain.AS_PUBLISHED:
        return None
    asked = replace(
        headline_question(dataset, query, metric),
        measure=Measure.NEWLY_DOCUMENTED,
        grain=grain,
        start=query.start,
        end=query.end,
    )
    answer = answer_for(dataset, asked)
    even = [row for row in answer.counted if not row.is_uneven]
    return _without_change(answer, even[0]) if even else None


@cached
def counts_of_parts(dataset: Dataset, query: Query, metrics: tuple[str, ...]) -> tuple[CountAt, ...]:
    """What happened in exactly the period in parts of the first place.

    Flows only, in the order of the metrics.
    """
    if query.end is None:
        return ()
    found: list[CountAt] = []
    for metric in metrics:
        if kinds_of(dataset)[metric] == "flow":
            found += _parts_of(dataset, _happened_in(dataset, query, metric))
    return tuple(found)


def _parts_of(dataset: Dataset, happened: Query) -> list[CountAt]:
    (whole,) = happened.places
    places = all_places(dataset)
    within = tuple(place for place in places_counted(dataset, happened) if whole in wholes_of(places, place))
    if not within:
        return []
    answer = answer_for(dataset, replace(happened, places=within))
    return [CountAt(answer=answer, row=row) for row in answer.counted if _is_of_exactly(row, happened)]


def _headline_in(dataset: Dataset, query: Query, metric: str) -> Headline | None:
    if kinds_of(dataset)[metric] == "flow":
        return (
            _happened_headline(dataset, query, metric)
            or newly_documented_in(dataset, query, metric)
            or _as_it_stood(dataset, query, metric)
        )
    return _as_it_stood(dataset, query, metric)


def _happened_headline(dataset: Dataset, query: Query, metric: str) -> Headline | None:
    if query.end is None:  # what happened is counted for periods that are over
        return None
    happened = _happened_in(dataset, query, metric)
    answer = answer_for(dataset, happened)
    exact = [row for row in answer.counted if _is_of_exactly(row, happened)]
    return _without_change(answer, exact[0]) if exact else None


def _as_it_stood(dataset: Dataset, query: Query, metric: str) -> Headline | None:
    """The newest count up to the period's end, where it lies within the period."""
    usual = headline_question(dataset, query, metric)
    asked = replace(usual, start=min(usual.start, query.start), end=query.end)
    headline = headline_of(answer_for(dataset, asked))
    return headline if headline is not None and headline.row.day >= query.start else None


def _happened_in(dataset: Dataset, query: Query, metric: str) -> Query:
    usual = headline_question(dataset, query, metric)
    return replace(usual, measure=Measure.HAPPENED, start=query.start, end=query.end)


def _is_of_exactly(row: Row, asked: Query) -> bool:
    return (row.period_start, row.period_end) == (asked.start, asked.end)


def _without_change(answer: Answer, row: Row) -> Headline:
    """Two periods are of two lengths: nothing is said of a change."""
    return Headline(answer=answer, row=row, later_bound=None, change=None, no_change_because=None)
