"""A chart of every kind that pages show, of the questions that a folder of tables can answer."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from charts import (
    Drawing,
    Look,
    amnesty_chart,
    draw,
    line_chart,
    ranking,
    region_map,
    revised,
    side_by_side,
    small_multiples,
    sparkline,
    years_beside,
)
from metrics.amnesty.amnesties import amnesties_of
from metrics.answer.answering import answer_for
from metrics.counts.candidates import clocks_of
from metrics.counts.regional_counts import counted_levels
from metrics.headline.documented_happened import documented_and_happened, metrics_beside
from metrics.headline.headline_questions import headline_question
from metrics.organisations.comparable import comparable_counts
from metrics.organisations.scopes import scope_in_a_line
from metrics.organisations.side_by_side import sides_of
from metrics.query.query import Grain, Measure, Query
from metrics.question.address import read_parameters
from metrics.question.allowed import kinds_of, running_measure, yearly_grain
from metrics.revisions.revisions import revised_questions, revisions_of
from tests.metrics.asking import TODAY
from validation import Dataset

MOST_AMNESTIES = 8


@cache
def every_kind(dataset: Dataset, look: Look) -> dict[str, Drawing]:
    """The charts by their kind; those that the folder has figures for."""
    usual = read_parameters([], dataset=dataset, today=TODAY)
    return {
        **_over_time(dataset, usual, look),
        **_regions(dataset, usual, look),
        **_compared(dataset, usual, look),
    }


def _over_time(dataset: Dataset, usual: Query, look: Look) -> dict[str, Drawing]:
    metrics, kinds = dataset.settings.headline_metrics, kinds_of(dataset)
    charts = {}
    for kind in ("stock", "flow"):
        for metric in [metric for metric in metrics if kinds[metric] == kind][:1]:
            question = headline_question(dataset, usual, metric)
            answer = answer_for(dataset, question)
            charts[f"usual {kind}"] = draw(answer, look=look)
            charts[f"line {kind}"] = line_chart(answer, look=look)
            charts[f"sparkline {kind}"] = sparkline(answer, look=look)
            if kind == "flow":
                newly = replace(question, measure=Measure.NEWLY_DOCUMENTED, grain=yearly_grain(dataset))
                charts["newly by year"] = draw(answer_for(dataset, newly), look=look)
                by_month = answer_for(dataset, replace(newly, grain=Grain.MONTH))
                charts["newly by month"] = draw(by_month, look=look)
                happened = replace(question, measure=Measure.HAPPENED)
                charts["happened"] = draw(answer_for(dataset, happened), look=look)
    alike = [metric for metric in metrics if kinds[metric] == kinds[metrics[0]]][:4]
    question = headline_question(dataset, usual, metrics[0])
    charts["several"] = small_multiples(
        answer_for(dataset, replace(question, metrics=tuple(alike))), look=look
    )
    return charts


def _regions(dataset: Dataset, usual: Query, look: Look) -> dict[str, Drawing]:
    charts = {}
    for one in counted_levels(dataset, usual, usual.places[0])[:1]:
        count = one.counts[0]
        question = replace(
            headline_question(dataset, usual, count.metric),
            places=one.level.places,
            measure=count.measure,
            grain=Grain.AS_PUBLISHED,
            start=count.oldest,
        )
        answer = answer_for(dataset, question)
        charts["ranking"] = ranking(answer, look=look)
        if dataset.boundaries:
            credit = dataset.settings.map_credit
            charts["map"] = region_map(answer, boundaries=dataset.boundaries, map_credit=credit, look=look)
    return charts


def _compared(dataset: Dataset, usual: Query, look: Look) -> dict[str, Drawing]:
    charts = {}
    clocks = clocks_of(dataset, usual)
    amnesties = amnesties_of(dataset, usual)
    if amnesties:
        charts["amnesties"] = amnesty_chart(amnesties[:MOST_AMNESTIES], look=look, known_on=clocks.known_on)
    for metric in metrics_beside(dataset, usual)[:1]:
        charts["years"] = years_beside(documented_and_happened(dataset, usual, metric), look=look)
    for question in revised_questions(dataset, usual)[:1]:
        found = revisions_of(dataset, question)
        charts["revised"] = revised(found.answer, revisions=found, look=look)
    for one in comparable_counts(dataset, clocks)[:1]:
        asked = {**one.counted._asdict(), "from": one.start.isoformat(), "grain": str(Grain.AS_PUBLISHED)}
        asked["measure"] = str(running_measure(dataset, one.counted.metric))
        sides = sides_of(dataset, read_parameters(asked.items(), dataset=dataset, today=TODAY))
        scopes = tuple(scope_in_a_line(dataset, side) for side in sides)
        charts["sides"] = side_by_side(sides[0].answer, sides=sides, scopes=scopes, look=look)
    return charts
