"""Which charts the first page shows, for whatever metrics the data has, and what each one shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from charts import Drawing, draw, ranking
from exports.figure_findings import flow_finding, level_finding, newly_documented_finding, regional_finding
from exports.figure_headings import Heading, heading_of
from metrics.answer.answer import Answer
from metrics.counts.regional_counts import counted_levels
from metrics.headline.ages import age_beside
from metrics.headline.headline_questions import headline_question
from metrics.headline.period_headlines import is_all_time
from metrics.language.phrasing import Message
from metrics.number.sentence import Sentence
from metrics.query.caching import cached_words
from metrics.query.query import Measure, Query
from metrics.question.allowed import kinds_of, yearly_grain
from validation import Dataset

# With the one of the regions, five: what fits on two printed pages.
CHARTS_OVER_TIME: Final = 4


@dataclass(frozen=True, kw_only=True)
class Chart:
    """One of the five charts: its question, how it is drawn, and how its finding is put into words.

    `code` names it in addresses: what it shows of which metric.
    """

    code: str
    query: Query
    draw: Callable[..., Drawing]
    finding: Callable[[Answer], Sentence]


def charts_of(dataset: Dataset, query: Query) -> list[Chart]:
    """The first headline stock; the first two flows, as totals and the first as newly documented too."""
    kinds = kinds_of(dataset)
    headline_metrics = dataset.settings.headline_metrics
    stocks = [metric for metric in headline_metrics if kinds[metric] == "stock"][:1]
    flows = [metric for metric in headline_metrics if kinds[metric] == "flow"][:2]
    charts = [
        Chart(
            code=f"level-{metric}",
            query=_question(dataset, query, metric),
            draw=draw,
            finding=level_finding,
        )
        for metric in stocks
    ]
    for metric in flows:
        total = _question(dataset, query, metric)
        newly = replace(total, measure=Measure.NEWLY_DOCUMENTED, grain=yearly_grain(dataset))
        charts.append(Chart(code=f"total-{metric}", query=total, draw=draw, finding=flow_finding))
        charts.append(Chart(code=f"newly-{metric}", query=newly, draw=draw, finding=newly_documented_finding))
    return charts[:CHARTS_OVER_TIME]


def _question(dataset: Dataset, query: Query, metric: str) -> Query:
    """The question about a headline, within the period that the page shows."""
    return replace(headline_question(dataset, query, metric), start=query.start, end=query.end)


def regional_chart(dataset: Dataset, query: Query) -> Chart | None:
    """The newest running totals of the most places, of everybody; None where there are none."""
    found = [
        (one.level, count)
        for one in counted_levels(dataset, query, query.places[0])
        for count in one.counts
        if count.is_of_everybody and count.measure is Measure.TOTAL
    ]
    if not found:
        return None
    level, count = found[0]
    totals_of_places = replace(
        headline_question(dataset, query, count.metric),
        places=level.places,
        measure=Measure.TOTAL,
        start=count.oldest,
        end=query.end if count.is_newest else count.end,
    )
    return Chart(
        code=f"places-{count.metric}", query=totals_of_places, draw=ranking, finding=regional_finding
    )


@cached_words
def finding_in(chart: Chart, answer: Answer) -> Sentence:
    """What the chart shows."""
    return chart.finding(answer)


def heading_of_chart(chart: Chart, answer: Answer, drawing: Drawing) -> Heading | None:
    """What it shows as its title, over its statistic; None where its own title says enough."""
    return heading_of(
        answer,
        finding=finding_in(chart, answer),
        statistic=f"{drawing.title} · {drawing.subtitle}",
        takes_finding=drawing.takes_finding,
    )


def age_of_chart(answer: Answer, newest: date) -> Message | None:
    """How old the last count of a chart is, where it is old beside the newest that it could have."""
    last = max((row.day for row in answer.counted), default=newest)
    return age_beside(last, newest, counter=answer.counter)


def overview_charts(dataset: Dataset, query: Query) -> list[Chart]:
    """The charts over time, then the one of the regions, where there are such counts."""
    # Counts of places are seldom of one period: those of exactly a chosen one stand in a table of their own.
    regional = regional_chart(dataset, query) if is_all_time(dataset, query) else None
    return [*charts_of(dataset, query), *([regional] if regional else [])]
