"""Documented and happened: what a year's two numbers are, beside each other."""

from functools import partial

import streamlit as st

from app_pages.card.card import ask_for_card
from app_pages.card.words_with_cards import write
from app_pages.documented.documented_words import (
    caveats_of,
    heading,
    reporting_years_in_words,
    years_in_words,
)
from app_pages.figure.component import ChosenMark
from app_pages.figure.figures import drawn, place
from app_pages.figure.reader import look
from app_pages.frame.page_heading import open_page
from charts import years_beside
from charts.compared.years_beside import OF_ROW
from exports.addresses import picture_address
from metrics.headline.documented_happened import Beside, beside_by, documented_and_happened, metrics_beside
from metrics.language.wording import _
from metrics.number.card_address import question_of_card
from metrics.number.single import Reference
from metrics.query.query import Grain


def introduce() -> None:
    """What the two numbers are."""
    st.markdown(
        _(
            "A year has two figures that are often confused. **Happened** counts the cases known to"
            " have happened in that year. **Newly documented** is how much the running total rose in"
            " that year, which can include earlier cases that became known late."
        )
    )


def open_card(beside: Beside, key: str, mark: ChosenMark) -> None:
    """Callback of a chart: a bar opens the card of its number."""
    kind = (mark.place or "").partition(OF_ROW)[0]
    answer = beside.happened if kind == "happened" else beside.newly
    if mark.row is not None and answer.has_row(mark.row):
        ask_for_card(key, question_of_card(Reference(answer=answer, row=mark.row)))


dataset, question = open_page("documented")
query = question.apply()
introduce()
metrics = metrics_beside(dataset, query)
for metric in metrics:
    beside, key = documented_and_happened(dataset, query, metric), f"beside-{metric}"
    write(heading(beside), key=f"said-{metric}")
    place(
        drawn(years_beside, beside),
        key=key,
        picture=picture_address(beside.newly.query, chart="years"),
        answers=(beside.happened, beside.newly),
        caveats=caveats_of(beside),
        choose=partial(open_card, beside, key),
    )
    write(years_in_words(beside, narrow=look().narrow), key=f"years-{metric}")
    if beside.grain is Grain.YEAR and not dataset.settings.reporting_year.is_calendar_year:
        by_reporting_year = beside_by(dataset, query, metric, Grain.REPORTING_YEAR)
        words = reporting_years_in_words(by_reporting_year, narrow=look().narrow)
        write(words, key=f"reporting-years-{metric}")
if not metrics:
    st.info(_("No figures for what happened in a whole year, for this place and organisation."))
    if metrics_beside(dataset, query.as_of_today()):
        st.caption(_("Choose another day above."))
