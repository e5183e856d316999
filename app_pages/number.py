"""One number and all that is known of it: where the link of a card leads."""

import streamlit as st

from app_pages.card import draw_card
from app_pages.heading import headed
from app_pages.platform.own_parameters import AnyDay
from metrics.address import iso_day
from metrics.card_address import SINCE, CardQuestion
from metrics.current import standing
from metrics.wording import _

dataset = standing().dataset
question = headed(_("Where this number is from"), dataset, page="number", own={SINCE: AnyDay()}, narrows=True)
query = question.settle()
if not draw_card(CardQuestion(query, iso_day(question.value(SINCE)))):
    st.warning(
        _(
            "This address is about no single number: there is none of that day, or there are several."
            " Open a number on a page."
        )
    )
    st.page_link("briefing.py", label=_("Start from the defaults"))
