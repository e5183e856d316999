"""Summary: five charts with what they show as their titles, for a phone and for two printed pages."""

from dataclasses import replace

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.figure.figures import drawn, show
from app_pages.frame.page_heading import open_page
from app_pages.question.address_question import first_headline
from app_pages.summary.summary_charts import heading, summary_charts
from metrics.answer.answering import answer_for
from metrics.counts.candidates import clocks_of
from metrics.language.phrasing import day
from metrics.language.plain_text import plain
from metrics.language.wording import _

dataset, question = open_page("summary", defaults=first_headline)
query = question.apply()
newest = clocks_of(dataset, replace(query, end=None)).end
with st.container(key="intro"):
    st.markdown(plain(dataset.settings.description))
with st.container(key="summary"):
    for position, chart in enumerate(summary_charts(dataset, query), start=1):
        answer = answer_for(dataset, chart.query)
        with st.container(key=f"summary-{position}"):
            write(heading(chart, answer, newest), key=f"finding-{position}")
            show(
                drawn(chart.draw, answer, low=True),
                answer,
                key=f"finding-{position}",
                has_finding=False,
                caveats=1,
            )
st.caption(
    _("All numbers as known on {day}, each with its documents on the page “Sources”.").format(
        day=day(clocks_of(dataset, query).known_on)
    )
)
