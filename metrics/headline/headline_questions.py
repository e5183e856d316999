"""The question that a headline answers, and the headlines of several metrics."""

from __future__ import annotations

from dataclasses import replace

from metrics.answer.answering import answer_for
from metrics.headline.headlines import Headline, headline_of
from metrics.query.caching import cached
from metrics.query.query import Grain, Measure, Query
from metrics.question.address import default_measure
from validation import Dataset


@cached
def headlines(dataset: Dataset, query: Query, metrics: tuple[str, ...]) -> tuple[Headline, ...]:
    """The headline of each metric at the question's first place; metrics without a count are left out.

    The same objects for everybody who asks, so that their words are cached too.
    """
    questions = (headline_question(dataset, query, metric) for metric in metrics)
    found = (headline_of(answer_for(dataset, question)) for question in questions)
    return tuple(headline for headline in found if headline is not None)


def headline_question(dataset: Dataset, query: Query, metric: str) -> Query:
    """The question for the newest count of a metric: as published, since the origin, until the latest."""
    return replace(
        query,
        metrics=(metric,),
        places=query.places[:1],
        measure=Measure(default_measure(dataset, (metric,))),
        grain=Grain.AS_PUBLISHED,
        start=dataset.settings.defaults.start,
        end=None,
    )
