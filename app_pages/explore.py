"""Explore: written later."""

import streamlit as st

from app_pages.platform.figures import drawn, show
from app_pages.platform.question import ask
from charts.line import line_chart
from metrics.address import default_measure
from metrics.answering import answer_for
from metrics.current import standing
from metrics.questions import allowed_codes, measures_for
from metrics.wording import _

dataset = standing().dataset
codes = allowed_codes(dataset)
names = {
    **dataset.metrics.set_index("metric")["label"].to_dict(),
    **dataset.places.set_index("place")["name"].to_dict(),
}

st.title(_("Explore"))
question = ask(dataset, page="explore")
chosen = question.multiselect("metric", _("What"), options=codes["metric"], names=names)
question.select("place", _("Where"), options=codes["place"], names=names)
question.segments(
    "measure",
    _("Measure"),
    options=measures_for(dataset, chosen),
    names={},
    fallback=default_measure(dataset, chosen),
)
question.day("known_on", _("As known on"))
query = question.settle()
answer = answer_for(dataset, query)
st.table(answer.rows[["metric", "place", "bucket", "value", "status"]].tail(5))
show(drawn(line_chart, answer), answer, key="main")
