"""One number and all that is known about it: the page that a card's link opens."""

import streamlit as st

from app_pages.card.card import draw_card
from app_pages.frame.page_heading import name_tab, open_page
from app_pages.question.address_question import AnyDay
from metrics.language.wording import _
from metrics.number.card_address import COMPARED_WITH, CardQuestion
from metrics.question.address import iso_day

_dataset, question = open_page(
    "number", own=lambda _tables: {COMPARED_WITH: AnyDay()}, formerly={"since": COMPARED_WITH}, narrows=True
)
query = question.apply()
title = draw_card(CardQuestion(query, iso_day(question.value(COMPARED_WITH))))
if title:
    name_tab(title)
else:
    st.warning(
        _(
            "This link does not lead to a single number: there is none for that day, or there are"
            " several. Choose a number on one of the pages."
        )
    )
    st.page_link("overview/overview.py", label=_("Go to the overview"))
