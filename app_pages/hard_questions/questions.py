"""Hard questions: each as it is asked, with one sentence to say, what it rests on, and who says so."""

from typing import Final

import streamlit as st

from app_pages.card.card import ask_for_card
from app_pages.card.words_with_cards import write
from app_pages.figure.component import ChosenMark
from app_pages.figure.figures import drawn, place, show
from app_pages.frame.page_heading import open_page
from app_pages.hard_questions.question_words import (
    answer_in_words,
    questions_in_words,
    source_in_words,
)
from app_pages.question.counter_filter import counter_filter
from charts import draw, years_beside
from charts.compared.years_beside import OF_ROW
from exports.addresses import picture_address
from exports.hard_questions.hard_question import OPENED, HardQuestion
from exports.hard_questions.questions import QUESTIONS, answered, in_their_order
from metrics.answer.answer import Answer
from metrics.headline.documented_happened import Beside
from metrics.language.wording import _
from metrics.number.card_address import question_of_card
from metrics.number.single import Reference

LIST: Final = "hard-questions"


def introduce() -> None:
    """What the sentences are for."""
    st.markdown(
        _(
            "Questions that people ask about these figures, each with one sentence to say. No answer"
            " says who is right. Every number opens a card that says where it comes from."
        )
    )


def open_question(code: str) -> None:
    """Callback of the list: the rerun begins with this question."""
    question.set_on_rerun(OPENED, [code])


def show_question(asked: HardQuestion, *, is_opened: bool) -> None:
    """One question; its figure, where it has one, is between what it rests on and who says so."""
    with st.container(key=f"question-{asked.code}"):
        write(answer_in_words(asked, is_opened=is_opened), key=f"answer-{asked.code}")
        if isinstance(asked.figure, Beside):
            show_years(asked.figure, key=f"years-{asked.code}")
        elif isinstance(asked.figure, Answer):
            figure = drawn(draw, asked.figure, low=True)
            show(figure, asked.figure, key=f"line-{asked.code}", details_of_sides=False)
        write(source_in_words(asked), key=f"source-{asked.code}")


def show_years(beside: Beside, *, key: str) -> None:
    """What happened in each year beside what was added to the total in it; a bar opens its card."""

    def open_card(mark: ChosenMark) -> None:
        kind = (mark.place or "").partition(OF_ROW)[0]
        answer = beside.happened if kind == "happened" else beside.newly
        if mark.row is not None and answer.has_row(mark.row):
            ask_for_card(key, question_of_card(Reference(answer=answer, row=mark.row)))

    place(
        drawn(years_beside, beside, low=True),
        key=key,
        picture=picture_address(beside.newly.query, chart="years"),
        answers=(beside.happened, beside.newly),
        choose=open_card,
    )


dataset, question = open_page("questions", own=lambda _tables: {OPENED: QUESTIONS})
introduce()
opened = "".join(question.chosen_elsewhere(OPENED))
counter_filter(question)
query = question.apply()
top = st.container(key=LIST)
found = []
for asked in answered(dataset, query, opened=opened):
    show_question(asked, is_opened=asked.code == opened)
    found.append(asked)
if found:
    with top:
        write(questions_in_words(in_their_order(found), opened), key=LIST, chosen=open_question)
else:
    st.info(_("None of these questions can be answered from the figures of this organisation on this day."))
