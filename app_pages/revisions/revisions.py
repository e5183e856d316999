"""Revisions: the first count of a period, the later one, when, by how much, and why."""

from dataclasses import replace

import streamlit as st

from app_pages.card.card import ask_for_card
from app_pages.card.words_with_cards import write
from app_pages.figure.component import ChosenMark
from app_pages.figure.figures import drawn, show
from app_pages.frame.page_heading import open_page
from app_pages.question.carried_values import carried
from app_pages.question.counter_filter import counter_filter
from app_pages.question.question import Question
from app_pages.revisions.revisions_in_words import (
    card_of_value,
    left_out_here,
    never_revised,
    revised_by_documents,
    revised_here,
)
from app_pages.words.names import MEASURES, metric_names, place_names, translated
from charts import revised
from charts.compared.revised_traces import FIRST
from exports.addresses import picture_address
from exports.row_sentences import series_name
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import today
from metrics.language.phrasing import day
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.query import PRINTED, Query
from metrics.question.address import default_measure, read_parameters
from metrics.question.allowed import allowed_codes, measures_for
from metrics.revisions.revisions import revised_questions, revisions_of
from validation import Dataset


def defaults_of(dataset: Dataset) -> dict[str, str]:
    """The series with most revisions; nothing where none was revised."""
    default = read_parameters(list(carried().items()), dataset=dataset, today=today())
    most = revised_questions(dataset, default)[:1]
    return {name: code for one in most for name, code in _parameters(one).items()}


def _parameters(query: Query) -> dict[str, str]:
    return {"metric": query.metrics[0], "measure": str(query.measure), "grain": str(query.grain)}


def choose_series(question: Question) -> None:
    """One metric at one place, and whether its totals or its counts of periods are followed."""
    dataset = question.dataset
    codes = allowed_codes(dataset)
    what, where = st.columns([2, 1])
    with what:
        metric = question.select("metric", _("What"), options=codes["metric"], names=metric_names(dataset))
    with where:
        question.select("place", _("Where"), options=codes["place"], names=place_names(dataset))
    printed = [measure for measure in measures_for(dataset, (metric,)) if measure in PRINTED]
    question.segments(
        "measure",
        _("Measure"),
        options=printed,
        names=translated(MEASURES),
        fallback=default_measure(dataset, (metric,)),
    )
    question.set("grain", "as_published")


def show_what_was_revised(dataset: Dataset, query: Query) -> None:
    """The series of this place and counter that have revisions."""
    names, measures = metric_names(dataset), translated(MEASURES)
    found = [
        f"{names[one.metrics[0]]} ({measures[one.measure]})" for one in revised_questions(dataset, query)
    ]
    known_on = day(clocks_of(dataset, query).known_on)
    words = _("Revised as of {day}: {series}.").format(day=known_on, series=", ".join(found) or _("none"))
    st.caption(plain(words))


def open_first(mark: ChosenMark) -> None:
    """Callback of the chart: a hollow mark opens the card of what was published first."""
    for pair in revisions.first_and_latest:
        if mark.place == f"{FIRST}{pair.bucket}":
            ask_for_card("revised", card_of_value(pair, pair.first, revisions.answer))


dataset, question = open_page("revisions", defaults=defaults_of)
st.markdown(
    _(
        "A revision is a different figure for the same day or period in a document published later. A"
        " figure for a later day is not a revision, even if a running total falls. Figures that we"
        " leave out as errors are our own corrections and are listed separately."
    )
)
choose_series(question)
counter_filter(question)
query = question.apply()
show_what_was_revised(dataset, query)
revisions = revisions_of(dataset, replace(query, metrics=query.metrics[:1], places=query.places[:1]))

st.header(_("Revised in documents"))
st.caption(plain(_("For {series}.").format(series=series_name(revisions.answer))))
if revisions.first_and_latest:
    figure = drawn(revised, revisions.answer, revisions=revisions)
    picture = picture_address(revisions.answer.query, chart="revisions")
    show(figure, revisions.answer, key="revised", choose=open_first, picture=picture)
by_documents = revised_by_documents(revisions)
if by_documents:
    write(by_documents, key="revised-by-documents")
st.markdown(plain(never_revised(revisions)))
st.header(_("Corrected by us"))
changed, left_out = revised_here(revisions), left_out_here(revisions.answer)
if changed:
    write(changed, key="changed-here")
if left_out:
    st.caption(_("Published figures that are left out of this series. They stay in the data."))
    write(left_out, key="left-out-here")
if not changed and not left_out:
    st.markdown(_("No figure is left out of this series."))
