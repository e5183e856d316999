"""The slides of a question of Explore: one for each metric and place, or places beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from charts import Look
from charts.canvas.credit import source_and_days
from exports.paper.chart_kinds import Asked
from exports.paper.shown import shown_over_time
from exports.slides.native_charts import chart_over_time
from exports.slides.notes import notes_of, said_with
from exports.slides.region_slides import places_beside
from exports.slides.slide import Slide
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.language.wording import _
from metrics.query.query import Query
from validation import Dataset

MOST_PLACES: Final = 4  # more are bars beside each other, and no slides of their own


def explore_slides(asked: Asked) -> Iterator[Slide]:
    """A slide for each metric and place, or bars of many places; last those without a figure."""
    query, without = asked.query, []
    for metric in query.metrics:
        of_metric = replace(query, metrics=(metric,))
        if len(query.places) > MOST_PLACES:
            yield from places_beside(replace(asked, query=of_metric, level=""))
            continue
        for place in query.places:
            one = replace(of_metric, places=(place,))
            answer = answer_for(asked.dataset, one)
            if answer.counted:
                yield slide_over_time(asked.dataset, one, answer)
            else:
                without.append(_series_name(answer))
    if without and len(without) < len(query.metrics) * len(query.places):
        yield Slide(title=_("No figure, which does not mean zero"), said=tuple(without))


def _series_name(answer: Answer) -> str:
    """What is counted, and where."""
    (metric,), (place,) = answer.metrics.values(), answer.places.values()
    label = _(metric.label)
    return f"{label}, {place.name}"


def slide_over_time(dataset: Dataset, query: Query, answer: Answer) -> Slide:
    """One series under its finding."""
    shown = shown_over_time(dataset, query)
    plain, drawing = shown.draw(Look()), shown.drawn(Look())
    return Slide(
        title=drawing.title,
        statistic=drawing.subtitle,
        said=said_with(answer, [drawing.note]),
        foot=f"{plain.subtitle}. {source_and_days(answer)}",
        notes=notes_of(answer, more=[drawing.note]),
        chart=chart_over_time(answer, alt=drawing.alt),
        documents=answer.sources,
    )
