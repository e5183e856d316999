"""Explore: any question about the counts, with the answer's chart, table and sources."""

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.explore.further import further
from app_pages.explore.read_out import to_read_out
from app_pages.figure.choices import Choices
from app_pages.figure.figures import drawn, show
from app_pages.frame.page_heading import open_page
from app_pages.question.question import Question
from app_pages.words.reader_language import speak_readers_language
from charts import draw
from metrics.answer.answering import answer_for
from metrics.coverage.verification_lag import open_since


@st.fragment
def answered(question: Question) -> None:
    """The answer to what is chosen in its figure; when that changes, only this runs again."""
    speak_readers_language()
    query = question.chosen_on_page()
    answer = answer_for(question.dataset, query)
    since = open_since(question.dataset, query)
    figure = drawn(draw, answer, open_since=since) if since else drawn(draw, answer)
    show(figure, answer, key="explore", choices=Choices(question, query))
    sentences = to_read_out(answer)
    if sentences:
        with st.container(key="figure-read-out"):
            write(sentences, key="read-out")
    ways = further(question.dataset, query)
    if ways:
        write(ways, key="further")


dataset, question = open_page("explore", narrows=True)
answered(question)
