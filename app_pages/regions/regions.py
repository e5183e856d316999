"""Regions: a metric over places of one level, the newest count of each or those of one day."""

from dataclasses import replace
from typing import Final

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.figure.figures import drawn, show
from app_pages.frame.page_heading import open_page
from app_pages.question.carried_values import carried
from app_pages.question.counter_filter import counter_filter
from app_pages.question.question import Question
from app_pages.regions.region_result import RESULT, lead_over_time, show_chips, show_region
from app_pages.regions.regional_counts import OfferedCounts, name_of_level, offered_counts
from app_pages.regions.regional_table import every_place, is_searched, regional_table
from app_pages.words.counts_of_places import name_of_count, parameters_of_count
from app_pages.words.names import kind_name, kind_names, place_names
from app_pages.words.reach import to_reach
from charts import NoBoundariesError, ranking, region_map
from exports.addresses import picture_address
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import today
from metrics.counts.levels import Level, levels_of
from metrics.counts.regional_counts import CountedLevel, RegionalCount, counted_levels, counts_within
from metrics.counts.table_rows import all_organisations
from metrics.headline.ages import age_beside, age_of_several
from metrics.language.phrasing import number
from metrics.language.plain_text import plain, plain_label
from metrics.language.wording import _
from metrics.query.periods import grain_of_period
from metrics.query.query import Grain, Measure, Query
from metrics.question.address import read_parameters
from metrics.question.allowed import places_with_rates
from validation import Dataset

# More outlines are too fine to read and too many to draw.
MOST_ON_MAP: Final = 400
ASKED: Final = "regions/asked"


def grain_of(count: RegionalCount, dataset: Dataset) -> Grain:
    """The grain that has the count's period as one whole bucket; what happened in parts of it is left out."""
    if count.start is None or count.is_newest:
        return Grain.AS_PUBLISHED
    return grain_of_period(count.start, count.end, dataset.settings.reporting_year)


def choose_level(question: Question, levels: tuple[CountedLevel, ...]) -> CountedLevel:
    """The places that are shown beside each other, where there are several such levels."""
    by_code = {one.level.code: one for one in levels}
    first = levels[0].level.code
    if len(levels) == 1:
        question.set("level", first)
        return levels[0]
    names = {code: name_of_level(question.dataset, one.level) for code, one in by_code.items()}
    return by_code[
        question.select("level", _("Which places"), options=list(by_code), names=names, fallback=first)
    ]


def offered(question: Question, chosen: CountedLevel) -> OfferedCounts:
    """What is counted of the level; and what the address asks for, where it is none of that."""
    dataset, query = question.dataset, question.current()
    found = offered_counts(dataset, chosen.counts, level=chosen.level)
    if question.from_address:
        is_offered = any(question.has(parameters) for parameters in found.parameters.values())
        st.session_state[ASKED] = None if is_offered else query
    asked: Query | None = st.session_state.get(ASKED)
    if asked is None:
        return found
    asked = replace(asked, known_on=query.known_on, edition=query.edition, counted_by=query.counted_by)
    within = counts_within(dataset, asked, level=chosen.level.code)
    if within is None:
        return found
    return found.with_asked(asked, within, name_of_count(within, dataset, level=chosen.level))


def choose_count(question: Question, chosen: CountedLevel) -> RegionalCount:
    """The newest count of each place, or the counts of one day; the most complete to begin with."""
    found = offered(question, chosen)
    code = question.bundle(
        _("What, and for which date or period"),
        options=found.parameters,
        names=found.names,
        placeholder=_("Choose a date or period that has figures"),
        instead_of=found.instead_of,
    )
    if code is None:
        question.apply()
        st.info(
            _("There are no figures for {places} in this period. Choose one of the periods above.").format(
                places=kind_names(chosen.level.kind)
            )
        )
        st.stop()
    return found.counts[code]


def choose_measure(question: Question, count: RegionalCount, *, has_rates: bool) -> None:
    """The count itself, or for every 100,000 inhabitants where every region has a population."""
    names = {str(count.measure): _("Figure"), str(Measure.PER_100K): _("Per 100,000 people")}
    options = [count.measure, Measure.PER_100K]
    if has_rates:
        question.segments("measure", _("Shown as"), options=options, names=names, fallback=str(count.measure))
    else:
        question.set("measure", str(count.measure))


def say_age(dataset: Dataset, query: Query, count: RegionalCount) -> None:
    """How old the count is beside the newest of its counter, where it is old."""
    newest = clocks_of(dataset, replace(query, end=None)).end
    counter = all_organisations(dataset)[query.counted_by].called
    words = age_of_several if count.is_newest else age_beside
    age = words(count.end, newest, counter=counter)
    if age is not None:
        st.caption(plain(str(age)))


def choose_place(question: Question, level: Level) -> str:
    """The whole, or one of its places; where they lie in nothing, whatever place is asked for."""
    options = tuple(dict.fromkeys((level.whole or question.current().places[0], *level.places)))
    return question.select(
        "place",
        _("Where (choose a {place} to see everything known about it)").format(place=kind_name(level.kind)),
        options=options,
        names=place_names(question.dataset),
        fallback=options[0],
    )


def choose_region(question: Question, level: Level, place: str | None) -> None:
    """Callback of table, map and ranking: the region is chosen, and the reader is taken to it."""
    if place in level.places:
        question.set_on_rerun("place", place)
        to_reach(RESULT)


def show_figures(question: Question, answer: Answer, level: Level, *, selected: str) -> None:
    """Map and ranking beside each other; the ranking alone where there is nothing to draw a map from."""
    dataset = question.dataset
    area = place_names(dataset)[level.whole] if level.whole else ""
    # The level names its places, of which there may be more than an address takes.
    of_level = replace(answer.query, places=(level.whole or level.places[0],))
    pictures = {
        chart: picture_address(of_level, chart=chart, level=level.code) for chart in ("map", "ranking")
    }
    on_map = None
    if len(level.places) > MOST_ON_MAP:
        words = _(
            "A map of {count} {places} would be too small to read. The ranking and the table have them."
        )
        st.caption(words.format(count=number(len(level.places)), places=kind_names(level.kind)))
    else:
        try:
            on_map = drawn(
                region_map,
                answer,
                boundaries=dataset.boundaries,
                map_credit=_(dataset.settings.map_credit),
                area=area,
                selected=selected,
            )
        except NoBoundariesError:
            words = _("There are no boundaries of these {places} to draw a map with.")
            st.caption(words.format(places=kind_names(level.kind)))
    map_column, ranking_column = st.columns(2) if on_map else (None, st.container())
    if on_map and map_column:
        with map_column:
            show(
                on_map,
                answer,
                key="map",
                details_of_sides=False,
                picture=pictures["map"],
                choose=lambda mark: choose_region(question, level, mark.place),
            )
    with ranking_column:
        show(
            drawn(ranking, answer, area=area, selected=selected),
            answer,
            key="ranking",
            picture=pictures["ranking"],
            choose=lambda mark: choose_region(question, level, mark.place),
        )


def show_table(question: Question, counts: Answer, rates: Answer | None, level: Level) -> None:
    """Every place, with a field for letters of its name where there are many."""
    with st.container(key="every-region"):
        st.header(every_place(level))
        words = _(
            "Choose a {place} to see everything known about it, or a number to see where it comes from."
        )
        st.caption(words.format(place=kind_name(level.kind)))
        wanted = ""
        if is_searched(level):
            words = _("Find a {place} by name").format(place=kind_name(level.kind))
            wanted = st.text_input(plain_label(words), key="find-place")
        write(
            regional_table(counts, rates, level, wanted=wanted),
            key="regions-table",
            chosen=lambda place: choose_region(question, level, place),
        )


def defaults_of(dataset: Dataset) -> dict[str, str]:
    """The newest counts of the most places, for the reader's counter and days."""
    query = read_parameters(carried().items(), dataset=dataset, today=today())
    levels = counted_levels(dataset, query, query.places[0])
    if not levels:
        return {}
    first = levels[0].counts[0]
    return parameters_of_count(first) | {"measure": str(first.measure)}


dataset, question = open_page(
    "regions", defaults=defaults_of, own=lambda tables: {"level": levels_of(tables)}
)
choices = st.container()
counter_filter(question)
query = question.current()
levels = counted_levels(dataset, query, query.places[0])
if not levels:
    question.apply()
    if counted_levels(dataset, query.as_of_today(), query.places[0]):
        st.info(_("No regional figures by this organisation were known on that day."))
    else:
        st.info(_("No regional figures by this organisation are recorded here."))
    st.stop()
with choices:
    chosen = choose_level(question, levels)
    level = chosen.level
    count = choose_count(question, chosen)
    say_age(dataset, question.current(), count)
    of_places = replace(question.current(), places=level.places, sex=count.sex, age=count.age)
    with_rates = () if count.measure is Measure.HAPPENED else places_with_rates(dataset, of_places)
    where, shown_as = st.columns(2)
    with shown_as:
        choose_measure(question, count, has_rates=with_rates == level.places)
    with where:
        selected = choose_place(question, level)
question.set("grain", str(grain_of(count, dataset)))
query = question.apply()

answer = answer_for(dataset, replace(query, places=level.places))
show_chips(question, level, selected)
show_figures(question, answer, level, selected=selected)
lead_over_time(dataset, query, selected)
if selected != level.whole:
    show_region(dataset, query, selected)
counted_places = answer_for(dataset, replace(query, places=level.places, measure=count.measure))
rates = None
if with_rates:
    rates = answer_for(dataset, replace(query, places=with_rates, measure=Measure.PER_100K))
show_table(question, counted_places, rates, level)
