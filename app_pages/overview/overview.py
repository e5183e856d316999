"""Overview: what this is, the numbers that lead, charts of them, and what can be said in a room."""

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.figure.figures import drawn, show
from app_pages.frame.page_heading import open_page
from app_pages.overview.numbers import others_in_words, show_leads
from app_pages.overview.overview_words import (
    by_place,
    changed_in_words,
    counts_of_parts_in_words,
    draw_title,
    first_questions,
    old_in_words,
    to_read_out,
    unsupported_claims_in_words,
)
from app_pages.overview.period import choose_period
from app_pages.question.address_question import first_headline
from app_pages.question.counter_filter import counter_filter
from app_pages.question.day_field import known_on_field
from app_pages.words.folded import unfolded
from exports.overview.headline_numbers import by_lead
from exports.overview.overview_charts import finding_in, overview_charts
from exports.overview.overview_sentences import missing_in_words, nothing_in_words, subject
from exports.overview.provenance import provenance_in_words
from metrics.answer.answering import answer_for
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import today
from metrics.headline.headlines import Headline
from metrics.headline.period_headlines import counts_of_parts, headlines_in, is_all_time
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.query import Query

dataset, question = open_page("overview", defaults=first_headline, head=draw_title)
metrics = dataset.settings.headline_metrics
st.markdown(plain(subject(dataset, question.query)))
choose_period(question)
with st.container(key="quiet", horizontal=True):
    counter_filter(question)
    known_on_field(question)
query = question.apply()
found = headlines_in(dataset, query, metrics)
as_of = query.known_on or today()


def show_numbers(found: tuple[Headline, ...]) -> None:
    """The headlines, and the metrics that have none."""
    leads, others = by_lead(dataset, found)
    with st.container(key="numbers"):
        show_leads(dataset, leads, query, as_of=as_of)
        if others:
            write(others_in_words(dataset, others, query, as_of), key="others")
    without = missing_in_words(dataset, found)
    if without:
        st.caption(plain(without))


def show_charts(query: Query, *, first: int, last: int | None) -> None:
    """Some of the charts, each titled by what it shows."""
    newest = clocks_of(dataset, query).end
    charts = overview_charts(dataset, query)
    for position, chart in list(enumerate(charts, start=1))[first:last]:
        answer = answer_for(dataset, chart.query)
        with st.container(key=f"overview-{position}"):
            old = old_in_words(answer, newest)
            if old:
                write(old, key=f"finding-{position}")
            figure = drawn(chart.draw, answer, low=first > 0)
            show(figure, answer, key=f"finding-{position}", finding=finding_in(chart, answer), caveats=1)


def show_what_can_be_said(found: tuple[Headline, ...]) -> None:
    """Sentences to say, what the numbers do not carry, and the questions that follow."""
    write(to_read_out(dataset, query, found), key="sentences")
    if unfolded(_("What these figures cannot tell you"), key="unsupported-claims"):
        write(unsupported_claims_in_words(found), key="unsupported-claims")
    parts = counts_of_parts(dataset, query, metrics)
    if parts:
        write(counts_of_parts_in_words(parts), key="parts")
    with st.container(key="first-questions"):
        write(first_questions(dataset, query), key="first-questions")


if found:
    changed = changed_in_words(dataset, query, found)
    if changed:
        write(changed, key="changed")
    show_numbers(found)
    show_charts(query, first=0, last=1)
    show_what_can_be_said(found)
    with st.container(key="overview-charts"):
        show_charts(query, first=1, last=None)
    places = by_place(dataset, query) if is_all_time(dataset, query) else None
    if places:
        write(places, key="by-place")
    st.caption(plain(provenance_in_words(dataset, query)))
else:
    st.info(nothing_in_words(dataset, query))
