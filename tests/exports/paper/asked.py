"""Every chart that an address can name, of questions that the folders can answer."""

from __future__ import annotations

from dataclasses import replace

from exports.paper.chart_kinds import Asked
from metrics.counts.candidates import clocks_of
from metrics.counts.regional_counts import counted_levels
from metrics.headline.documented_happened import metrics_beside
from metrics.headline.headline_questions import headline_question
from metrics.organisations.comparable import comparable_counts
from metrics.question.address import read_parameters
from metrics.revisions.revisions import revised_questions
from tests.metrics.asking import TODAY
from validation import Dataset


def every_chart(dataset: Dataset) -> list[tuple[str, Asked]]:
    """The chart's name and its question; those without figures in this folder are left out."""
    usual = read_parameters([], dataset=dataset, today=TODAY)
    asked = [
        ("over_time", Asked(dataset=dataset, query=headline_question(dataset, usual, metric)))
        for metric in dataset.settings.headline_metrics
    ]
    for one in counted_levels(dataset, usual, usual.places[0])[:1]:
        count = one.counts[0]
        query = replace(
            headline_question(dataset, usual, count.metric), measure=count.measure, start=count.oldest
        )
        charts = ("ranking", "map") if dataset.boundaries else ("ranking",)
        asked += [(chart, Asked(dataset=dataset, query=query, level=one.level.code)) for chart in charts]
    for metric in metrics_beside(dataset, usual)[:1]:
        asked.append(("years", Asked(dataset=dataset, query=replace(usual, metrics=(metric,)))))
    for query in revised_questions(dataset, usual)[:1]:
        asked.append(("revisions", Asked(dataset=dataset, query=query)))
    for one in comparable_counts(dataset, clocks_of(dataset, usual))[:1]:
        pairs = {**one.counted._asdict(), "from": one.start.isoformat()}.items()
        asked.append(
            (
                "organisations",
                Asked(dataset=dataset, query=read_parameters(pairs, dataset=dataset, today=TODAY)),
            )
        )
    return asked
