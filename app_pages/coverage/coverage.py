"""Coverage: how much of the time and of the country has a count, what is missing, and how old the last is."""

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.coverage.coverage_words import covered, known_later, metrics_covered, regions_covered
from app_pages.frame.page_heading import open_page
from app_pages.question.counter_filter import counter_filter
from app_pages.question.question import Question
from app_pages.words.names import GRAINS, MEASURES, metric_names, place_in_sentence, place_names, translated
from metrics.counts.current_tables import today
from metrics.counts.table_rows import all_organisations
from metrics.coverage.coverage import coverage_of, coverage_of_every_metric, regional_coverage
from metrics.coverage.verification_lag import open_since, verification_lag
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.query import Grain, Measure, Query
from metrics.question.allowed import allowed_codes, grains_offered, running_measure
from validation import Dataset


def introduce() -> None:
    """What is counted here: months, regions and days; never people."""
    st.markdown(
        _(
            "Which months and regions have a published figure, as far as it is recorded here. Where"
            " there is none, the figure is missing, which does not mean zero."
        )
    )


def choose_what(question: Question) -> None:
    """The choice of one metric, one place, and the periods."""
    dataset = question.dataset
    codes = allowed_codes(dataset)
    what, where = st.columns(2)
    with what:
        metric = question.select("metric", _("What"), options=codes["metric"], names=metric_names(dataset))
    with where:
        question.select("place", _("Where"), options=codes["place"], names=place_names(dataset))
    choose_measure(question, metric)
    offered = grains_offered(dataset, chosen=question.query.grain)
    grains = [grain for grain in offered if grain is not Grain.AS_PUBLISHED]
    question.segments(
        "grain", _("A figure for each"), options=grains, names=translated(GRAINS), fallback=str(Grain.MONTH)
    )


def choose_measure(question: Question, metric: str) -> None:
    """Offer published measures only: a derived value has the coverage of the counts that it rests on."""
    running = running_measure(question.dataset, metric)
    if running is Measure.LEVEL:
        question.set("measure", str(running))
        return
    question.segments(
        "measure",
        _("Measure"),
        options=[running, Measure.HAPPENED],
        names=translated(MEASURES),
        fallback=str(running),
    )


def show_one(dataset: Dataset, query: Query) -> None:
    """The coverage of the metric and place that are chosen, and of the country's regions."""
    on = query.known_on or query.edition or today()
    regional = regional_coverage(dataset, query, today=today())
    st.header(_("What is covered"))
    write(covered(dataset, coverage_of(dataset, query, today=today()), regional, as_of=on), key="coverage")
    if regional.counted:
        st.header(_("Regions with a figure"))
        write(regions_covered(dataset, regional), key="coverage-regions")


def show_lag(dataset: Dataset, query: Query) -> None:
    """The share of a count that was known after some days, for this series; or why it cannot be measured."""
    st.header(_("How figures for a date grow later"))
    st.caption(
        _(
            "How much of the latest figure for a date was already known a given number of days after"
            " that date. Only figures that were published by then and looked at again later are"
            " included."
        )
    )
    lag = verification_lag(dataset, query)
    of_events = verification_lag(dataset, query, of_events=True)
    write(known_later(lag, of_events, open_since(dataset, query)), key="lag")


def show_every_metric(dataset: Dataset, query: Query) -> None:
    """All that the counter has counted in the place: how much, until when, and what is printed no longer."""
    st.header(
        _("Everything that {counter} counts in {place}").format(
            counter=plain(all_organisations(dataset)[query.counted_by].called),
            place=plain(place_in_sentence(dataset, query.places[0])),
        )
    )
    coverages = coverage_of_every_metric(dataset, query, today=today())
    if coverages:
        write(metrics_covered(dataset, coverages), key="coverage-metrics")
    else:
        st.info(_("This organisation had no figures for this place by that day."))


dataset, question = open_page("coverage", defaults=lambda _tables: {"grain": str(Grain.MONTH)})
introduce()
choose_what(question)
counter_filter(question)
query = question.apply()
with st.container(key="covered"):
    show_one(dataset, query)
    show_lag(dataset, query)
    show_every_metric(dataset, query)
