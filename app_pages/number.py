"""One number and all that is known of it: where the link of a card leads."""

import streamlit as st

from app_pages.card import draw_card
from app_pages.platform.address import given_parameters
from app_pages.platform.refusal import refuse
from metrics.address import read_parameters
from metrics.card_address import CardQuestion, taken_apart
from metrics.current import standing, today
from metrics.errors import ParameterError
from metrics.wording import _

dataset = standing().dataset
st.title(_("Where this number is from"))
try:
    pairs, since = taken_apart(given_parameters())
    query = read_parameters(pairs, dataset=dataset, today=today())
except ParameterError as error:
    refuse(error, page="briefing")
if not draw_card(CardQuestion(query, since)):
    st.warning(
        _("This address is about no single number: it names none, or several. Open a number on a page.")
    )
    st.page_link("briefing.py", label=_("Start from the defaults"))
