"""Regions: a metric over the parts of a country, for the periods for which its parts were counted."""

from dataclasses import replace

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.figure.figures import drawn, show
from app_pages.frame.page_heading import open_page
from app_pages.question.carried_values import carried
from app_pages.question.counter_filter import counter_filter
from app_pages.question.question import Question
from app_pages.regions.regional_counts import offered_counts, parameters_of_count
from app_pages.regions.regional_table import regional_table
from app_pages.words.counts_table import counts_table
from app_pages.words.names import place_names
from charts import NoBoundariesError, ranking, region_map
from metrics.answer.answering import answer_for
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import today
from metrics.counts.listings import RegionalCount, country_of, counts_of_place, regional_counts, regions_of
from metrics.counts.table_rows import all_organisations
from metrics.headline.ages import age_beside
from metrics.language.phrasing import number
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.caching import ByIdentity
from metrics.query.periods import grain_of_period
from metrics.query.query import Grain, Measure, Query
from metrics.question.address import read_parameters
from metrics.question.allowed import places_with_rates
from validation import Dataset


def grain_of(count: RegionalCount, dataset: Dataset) -> Grain:
    """The grain that has the count's period as one whole bucket; what happened in parts of it is left out."""
    if count.measure is not Measure.HAPPENED:
        return Grain.AS_PUBLISHED
    return grain_of_period(count.start, count.end, dataset.settings.reporting_year)


def choose_count(question: Question, counts: tuple[RegionalCount, ...], *, regions: int) -> RegionalCount:
    """One of the periods for which regions were counted; the most complete one to begin with."""
    offered = offered_counts(question.dataset, counts, regions=regions)
    chosen = question.bundle(
        _("What, and for which period"),
        options=offered.parameters,
        names=offered.names,
        placeholder=_("Choose one of the periods for which regions were counted"),
    )
    if chosen is None:
        question.apply()
        st.info(_("For this period no regions were counted. Choose one of the periods above."))
        st.stop()
    return offered.counts[chosen]


def choose_measure(question: Question, count: RegionalCount, *, has_rates: bool) -> None:
    """The count itself, or for every 100,000 inhabitants where every region has a population."""
    names = {str(count.measure): _("Count"), str(Measure.PER_100K): _("Per 100,000 people")}
    options = [count.measure, Measure.PER_100K]
    if has_rates:
        question.segments("measure", _("Shown as"), options=options, names=names, fallback=str(count.measure))
    else:
        question.set("measure", str(count.measure))


def say_age(dataset: Dataset, query: Query, count: RegionalCount) -> None:
    """How old the count is beside the newest of its counter, where it is old."""
    newest = clocks_of(dataset, replace(query, end=None)).end
    counter = all_organisations(dataset)[query.counted_by].called
    age = age_beside(count.end.date(), newest, counter=counter)
    if age is not None:
        st.caption(plain(str(age)))


def choose_region(question: Question, place: str | None) -> None:
    """Callback of table, map and ranking: the region becomes the question's place."""
    if place in regions:
        question.set_on_rerun("place", place)


def show_region(dataset: Dataset, query: Query, place: str) -> None:
    """All that is known of one region, whoever counted it."""
    counts = counts_of_place(dataset, clocks_of(dataset, query), place)
    st.header(_("All that is known of {place}").format(place=plain(place_names(dataset)[place])))
    if counts.empty:
        st.info(_("No count of this region is known on that day."))
        return
    st.caption(
        _("{count} published counts of every metric, organisation, sex and age, newest first.").format(
            count=number(len(counts))
        )
    )
    write(counts_table(dataset, ByIdentity(counts), query), key="region-counts")


def defaults_of(dataset: Dataset) -> dict[str, str]:
    """The newest period with counts of the most regions, for the reader's counter and days."""
    query = read_parameters(carried().items(), dataset=dataset, today=today())
    counts = regional_counts(
        dataset, clocks_of(dataset, query), query, parent=country_of(dataset, query.places[0])
    )
    return parameters_of_count(counts[0], dataset) | {"measure": str(counts[0].measure)} if counts else {}


dataset, question = open_page("regions", defaults=defaults_of)
query = question.current()
country = country_of(dataset, query.places[0])
regions = regions_of(dataset, country)
choices = st.container()
counter_filter(question)
query = question.current()
counts = regional_counts(dataset, clocks_of(dataset, query), query, parent=country)
if not counts:
    question.apply()
    st.info(_("This organisation has published no counts of regions that are known on that day."))
    st.stop()
with choices:
    count = choose_count(question, counts, regions=len(regions))
    say_age(dataset, question.current(), count)
    of_regions = replace(question.current(), places=regions, sex=count.sex, age=count.age)
    with_rates = () if count.measure is Measure.HAPPENED else places_with_rates(dataset, of_regions)
    region, shown_as = st.columns(2)
    with shown_as:
        choose_measure(question, count, has_rates=with_rates == regions)
    with region:
        selected = question.select(
            "place",
            _("Where; a region shows all that is known of it"),
            options=(country, *regions),
            names=place_names(dataset),
        )
question.set("grain", str(grain_of(count, dataset)))
query = question.apply()

answer = answer_for(dataset, replace(query, places=regions))
area = place_names(dataset)[country]
on_map = None
try:
    on_map = drawn(
        region_map,
        answer,
        boundaries=dataset.boundaries,
        map_credit=dataset.settings.map_credit,
        area=area,
        selected=selected,
    )
except NoBoundariesError:
    st.caption(_("There are no outlines of these regions to draw a map from."))
map_column, ranking_column = st.columns(2) if on_map else (None, st.container())
if on_map and map_column:
    with map_column:
        show(
            on_map,
            answer,
            key="map",
            details_of_sides=False,
            choose=lambda mark: choose_region(question, mark.place),
        )
with ranking_column:
    show(
        drawn(ranking, answer, half_width=on_map is not None, area=area, selected=selected),
        answer,
        key="ranking",
        choose=lambda mark: choose_region(question, mark.place),
    )

counted = answer_for(dataset, replace(query, places=regions, measure=count.measure))
rates = None
if with_rates:
    rates = answer_for(dataset, replace(query, places=with_rates, measure=Measure.PER_100K))
with st.container(key="every-region"):
    st.header(_("Every region"))
    st.caption(_("Choose a region to see all that is known of it, and a number to see where it is from."))
    write(
        regional_table(counted, rates),
        key="regions-table",
        chosen=lambda place: choose_region(question, place),
    )
if selected != country:
    show_region(dataset, query, selected)
