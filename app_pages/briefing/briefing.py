"""Briefing: what to know before walking into the room, and what to say there."""

from dataclasses import replace

import streamlit as st

from app_pages.briefing.briefing_questions import questions_at_briefings
from app_pages.briefing.headline_cards import show_cards, to_read_out, unsupported_claims_in_words
from app_pages.card.words_with_cards import write
from app_pages.figure.figures import drawn, show
from app_pages.frame.page_heading import open_page
from app_pages.question.address_question import first_headline
from app_pages.question.counter_filter import counter_filter
from app_pages.words.folded import unfolded
from app_pages.words.names import metric_names
from charts import draw
from metrics.answer.answering import answer_for
from metrics.counts.current_tables import today
from metrics.headline.ages import newest_document
from metrics.headline.headline_questions import headline_question, headlines
from metrics.language.phrasing import day
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.query import Measure, Query
from metrics.question.address import default_measure
from metrics.question.allowed import kinds_of, yearly_grain
from validation import Dataset


def newly_documented_by_year(dataset: Dataset, query: Query) -> Query | None:
    """What each reporting year added to the running total of the first headline that is a flow, if any is."""
    kinds = kinds_of(dataset)
    flows = [metric for metric in dataset.settings.headline_metrics if kinds[metric] == "flow"]
    if not flows:
        return None
    total = headline_question(dataset, query, flows[0])
    return replace(total, measure=Measure.NEWLY_DOCUMENTED, grain=yearly_grain(dataset))


dataset, question = open_page("briefing", defaults=first_headline)
headline_metrics = dataset.settings.headline_metrics
counter_filter(question)
query = question.current()
found = headlines(dataset, query, headline_metrics)
if not found and headlines(dataset, query.as_of_today(), headline_metrics):
    st.info(
        _("This organisation's headline counts are not known on that day. Choose another or a later day.")
    )
elif not found:
    st.info(_("No headline count by this organisation is recorded here."))
else:
    answer = found[0].answer
    by_whom = _("Counts by {counter}, as known on {day}.").format(
        counter=plain(answer.counter), day=day(answer.known_on)
    )
    since = "" if query.known_on else f" {newest_document(answer.known_on, today())}"
    st.caption(by_whom + since)
show_cards(dataset, found)
without = [metric for metric in headline_metrics if metric not in {one.row.metric for one in found}]
if found and without:
    names = ", ".join(metric_names(dataset)[metric] for metric in without)
    st.caption(plain(_("No count is recorded here of: {names}.").format(names=names)))

if found:
    st.header(_("To read out"))
    by_year = newly_documented_by_year(dataset, query)
    year = answer_for(dataset, by_year) if by_year else None
    write(to_read_out(found, year), key="sentences")
    if unfolded(_("What is not said, and why"), key="unsupported-claims"):
        write(unsupported_claims_in_words(found), key="unsupported-claims")

    with st.container(key="briefing-questions"):
        st.header(_("What will be asked"))
        write(questions_at_briefings(dataset, query, found), key="briefing-questions")

st.header(_("Over time"))
metric = question.segments(
    "metric",
    _("What"),
    options=headline_metrics,
    names=metric_names(dataset),
    label_visibility="collapsed",
)
question.set("measure", default_measure(dataset, (metric,)))
answer = answer_for(dataset, question.apply())
show(drawn(draw, answer), answer, key="briefing")
