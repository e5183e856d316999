"""Amnesties: what was announced, what was verified, and how that grew."""

from typing import Final

import streamlit as st

from app_pages.amnesties.amnesty_opened import amnesty_in_words, title_of
from app_pages.amnesties.amnesty_table import amnesties_table, sums_in_words
from app_pages.card.card import ask_for_card
from app_pages.card.words_with_cards import write
from app_pages.figure.component import ChosenMark
from app_pages.figure.figures import drawn, place
from app_pages.figure.reader import look
from app_pages.frame.page_heading import open_page
from app_pages.question.question import Question
from charts import amnesty_chart
from charts.compared.amnesty_bars import OF_BAR, count_of_bar
from exports.addresses import picture_address
from metrics.amnesty.amnesties import Amnesty, amnesties_of, codes_of_amnesties
from metrics.amnesty.amnesty_sums import sums_of_parts
from metrics.counts.candidates import clocks_of
from metrics.language.phrasing import day
from metrics.language.wording import _

OPENED: Final = "event_id"


def introduce() -> None:
    """What is announced, what is verified, and that one is not the other."""
    st.markdown(
        _(
            "Authorities announce how many prisoners of every kind an amnesty releases. Organisations"
            " then verify how many of them are political prisoners, which takes days or weeks. Both"
            " figures are shown as published. Where no figure is recorded, it is missing, which does"
            " not mean zero."
        )
    )


def open_amnesty(code: str) -> None:
    """Callback of what chooses an amnesty: the rerun opens it."""
    question.set_on_rerun(OPENED, code)


def open_clicked(mark: ChosenMark) -> None:
    """Callback of the chart: a bar opens its amnesty, and on top of it the card of its number."""
    if mark.place:
        open_amnesty(mark.place.partition(OF_BAR)[0])
        count = count_of_bar(amnesties, mark.place)
        if count is not None:
            ask_for_card("amnesties", count.card)


def choose_amnesty(question: Question, amnesties: tuple[Amnesty, ...]) -> str:
    """The amnesty that is opened; empty where there is none."""
    titles = {amnesty.event_id: title_of(amnesty) for amnesty in amnesties}
    return question.select(
        OPENED,
        _("Amnesty"),
        options=["", *titles],
        names=lambda code: titles.get(code, code) if code else _("None selected"),
    )


dataset, question = open_page("amnesties", own=lambda tables: {OPENED: codes_of_amnesties(tables)})
introduce()
clocks = clocks_of(dataset, question.current())
amnesties = amnesties_of(dataset, question.current())
known_on = clocks.known_on
opened = choose_amnesty(question, amnesties)
query = question.apply()
if opened:
    found = [amnesty for amnesty in amnesties if amnesty.event_id == opened]
    for amnesty in found:
        write(amnesty_in_words(dataset, amnesty, narrow=look().narrow), key="opened")
    if not found:
        st.info(_("This amnesty was not yet known on {day}.").format(day=day(known_on)))
if amnesties:
    st.header(_("Announced and verified"))
    figure = drawn(amnesty_chart, amnesties, known_on=known_on)
    place(figure, key="amnesties", picture=picture_address(query, chart="amnesties"), choose=open_clicked)
    st.header(_("All amnesties"))
    st.caption(
        _(
            "Choose the date of an amnesty to open it above. Announced figures count prisoners of"
            " every kind, verified figures only political prisoners."
        )
    )
    write(amnesties_table(amnesties, narrow=look().narrow), key="amnesties-table", chosen=open_amnesty)
sums = sums_of_parts(dataset, query)
if sums:
    st.header(_("Sums of parts"))
    write(sums_in_words(dataset, sums, query), key="sums", chosen=open_amnesty)
if not amnesties:
    st.info(_("No amnesty was known on {day}.").format(day=day(known_on)))
