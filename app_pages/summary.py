"""Summary: five charts with what they show as their titles, for a phone and for two printed pages."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from app_pages.headline_cards import headline_question
from app_pages.platform.figures import drawn, show
from app_pages.platform.question import ask
from charts import Drawing, draw, ranking
from exports.findings import level_finding, newly_documented_finding, regional_finding, total_finding
from metrics.answer import Answer
from metrics.answering import answer_for
from metrics.candidates import clocks_of
from metrics.current import standing
from metrics.listings import regional_counts, regions_of
from metrics.phrasing import day
from metrics.plain_text import plain
from metrics.query import Grain, Measure, Query
from metrics.wording import _
from validation import Dataset

# With the one of the regions, five: what fits on two printed pages.
CHARTS_OVER_TIME = 4


@dataclass(frozen=True, kw_only=True)
class Chart:
    """One of the five: what is asked, how it is drawn, and how its finding is put into words."""

    query: Query
    draw: Callable[..., Drawing]
    finding: Callable[[Answer], str]


def charts_of(dataset: Dataset, query: Query) -> list[Chart]:
    """The first headline stock; the first two flows, as totals and the first as newly documented too."""
    kinds = dataset.metrics.set_index("metric")["kind"]
    headline_metrics = dataset.settings.headline_metrics
    stocks = [metric for metric in headline_metrics if kinds[metric] == "stock"][:1]
    flows = [metric for metric in headline_metrics if kinds[metric] == "flow"][:2]
    charts = [
        Chart(
            query=headline_question(dataset, query, metric),
            draw=draw,
            finding=level_finding,
        )
        for metric in stocks
    ]
    for metric in flows:
        total = headline_question(dataset, query, metric)
        newly = replace(total, measure=Measure.NEWLY_DOCUMENTED, grain=Grain.REPORTING_YEAR)
        charts.append(Chart(query=total, draw=draw, finding=total_finding))
        charts.append(Chart(query=newly, draw=draw, finding=newly_documented_finding))
    return charts[:CHARTS_OVER_TIME]


def regional_chart(dataset: Dataset, query: Query) -> Chart | None:
    """The most complete count of regions, of everybody; None where there is none."""
    country = query.places[0]
    counts = regional_counts(dataset, clocks_of(dataset, query), query, parent=country)
    whole = [c for c in counts if (c.sex, c.age, c.measure) == ("all", "all", Measure.TOTAL)]
    if not whole:
        return None
    end = whole[0].end.date()
    asked = replace(
        headline_question(dataset, query, whole[0].metric),
        places=regions_of(dataset, country),
        start=end,
        end=end,
    )
    return Chart(query=asked, draw=ranking, finding=regional_finding)


dataset = standing().dataset
title, clock = st.columns([3, 1], vertical_alignment="bottom")
with title:
    st.title(_("Summary"))
question = ask(dataset, page="summary", defaults={"metric": dataset.settings.headline_metrics[0]})
with clock:
    question.day("known_on", _("As known on (empty: latest)"))
query = question.settle()
with st.container(key="intro"):
    st.markdown(plain(dataset.settings.description))
regional = regional_chart(dataset, query)
charts = [*charts_of(dataset, query), *([regional] if regional else [])]
with st.container(key="summary"):
    for position, chart in enumerate(charts, start=1):
        answer = answer_for(dataset, chart.query)
        with st.container(key=f"summary-{position}"):
            st.header(plain(chart.finding(answer)))
            show(drawn(chart.draw, answer, low=True), answer, key=f"finding-{position}", caveats=1)
st.caption(
    _("All numbers as known on {day}, each with its documents on the page “Sources and checks”.").format(
        day=day(clocks_of(dataset, query).known_on.date())
    )
)
