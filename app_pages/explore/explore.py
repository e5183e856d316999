"""Explore: any question about the counts, with the answer's chart, table and sources."""

from functools import partial
from typing import Final

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.explore.filters import filters_in_words
from app_pages.explore.read_out import to_read_out
from app_pages.figure.choices import Choices
from app_pages.figure.figures import drawn, show
from app_pages.frame.page_heading import open_page
from app_pages.question.counter_filter import choose_counter
from app_pages.question.day_field import day_field
from app_pages.question.question import Question
from app_pages.words.folded import unfolded
from app_pages.words.names import GRAINS, MEASURES, MEASURES_EXPLAINED, metric_names, part_name, translated
from charts import draw
from metrics.answer.answering import answer_for
from metrics.counts.candidates import clocks_of
from metrics.counts.table_rows import all_organisations
from metrics.coverage.verification_lag import open_since
from metrics.language.phrasing import short_day
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _
from metrics.query.query import Measure, Query
from metrics.question.address import address_of, default_measure
from metrics.question.allowed import allowed_codes, grains_offered, measures_offered
from validation import Origin

FROM_AN_ORIGIN: Final = (Measure.TOTAL, Measure.NEWLY_DOCUMENTED, Measure.PER_100K)
PARTS_OF_A_COUNT = (
    ("group", N_("Group")),
    ("sex", N_("Sex")),
    ("age", N_("Age")),
    ("detail", N_("Detail")),
)


def choose_what(question: Question) -> None:
    """Metric, measure and grain; places and time are chosen inside the figure."""
    dataset = question.dataset
    metrics = question.multiselect(
        "metric", _("What"), options=allowed_codes(dataset)["metric"], names=metric_names(dataset)
    )
    measure = question.segments(
        "measure",
        _("Measure"),
        options=(Measure.HAPPENED,) if question.query.event else measures_offered(dataset, metrics),
        names=translated(MEASURES),
        fallback=default_measure(dataset, metrics),
    )
    origin = _choose_origin(question) if measure in FROM_AN_ORIGIN else dataset.settings.origins[0]
    st.caption(_(MEASURES_EXPLAINED[Measure(measure)]).format(since=plain(_(origin.label))))
    grains = grains_offered(dataset, chosen=question.query.grain)
    question.segments("grain", _("One value for each"), options=grains, names=translated(GRAINS))


def _choose_origin(question: Question) -> Origin:
    """Since when running totals are counted; asked only where there are several such days."""
    settings = question.dataset.settings
    if len(settings.origins) == 1:
        return settings.origin_named("")
    labels = {one.day.isoformat(): _(one.label) for one in settings.origins}
    labels[""] = labels.pop(settings.origin.isoformat())
    since = question.select("since", _("Counted"), options=["", *filter(None, labels)], names=labels)
    return settings.origin_named(since)


def choose_the_rest(question: Question) -> None:
    """Counter, edition and parts: folded away; the caption and the figure say what is set."""
    dataset = question.dataset
    codes = allowed_codes(dataset)
    if unfolded(_("Who counted, group, sex, age, edition"), key="counter-filter"):
        counter, edition = st.columns([3, 1])
        with counter:
            choose_counter(question)
        with edition:
            day_field(question, "edition", _("Edition of the data (empty: latest)"))
        for column, (parameter, label) in zip(st.columns(4), PARTS_OF_A_COUNT, strict=True):
            with column:
                question.select(
                    parameter, _(label), options=codes[parameter], names=partial(part_name, dataset)
                )


def show_counter_and_days(question: Question) -> None:
    """The counter, and the days of the clocks: they hold whatever is chosen inside the figure."""
    query = question.current()
    clocks = clocks_of(question.dataset, query)
    st.caption(
        _("Counted by {counter}, as known on {known_on}, edition of {edition}.").format(
            counter=plain(all_organisations(question.dataset)[query.counted_by].called),
            known_on=short_day(clocks.known_on),
            edition=short_day(clocks.edition),
        )
    )


def lead_to_coverage(query: Query) -> None:
    """Link to the page that shows which months and regions of one series have a count."""
    is_narrowed = query.event or query.source
    if (len(query.metrics), len(query.places)) == (1, 1) and not is_narrowed:
        words = _("Which months and regions have a count, and what is missing")
        st.markdown(f"[{words}](/coverage?{address_of(query)})")


@st.fragment
def answered(question: Question) -> None:
    """The answer for the places and the time chosen in its figure; when they change, only this runs again."""
    for parameter in ("place", "from", "to"):
        question.chosen_elsewhere(parameter)
    query = question.apply()
    answer = answer_for(question.dataset, query)
    since = open_since(question.dataset, query)
    figure = drawn(draw, answer, open_since=since) if since else drawn(draw, answer)
    show(figure, answer, key="explore", choices=Choices(question, query))
    sentences = to_read_out(answer)
    if sentences:
        with st.container(key="figure-read-out"):
            write(sentences, key="read-out")
    lead_to_coverage(query)


dataset, question = open_page("explore", narrows=True)
choose_what(question)
choose_the_rest(question)
show_counter_and_days(question)
filters = filters_in_words(dataset, question.current())
if filters:
    write(filters, key="filters")
answered(question)
