"""The table of all regions: count, rate, day and document of each, also of those without a count."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pandas as pd
import streamlit as st

from app_pages.tables import count_column
from metrics.answer import Answer
from metrics.phrasing import quantity
from metrics.sharing import shared_words
from metrics.wording import _

KEY: Final = "regions-table"
KEPT_TABLES: Final = 64


def regional_table(answer: Answer, rates: Answer | None, *, choose: Callable[[str], None]) -> None:
    """Every region with its count, its rate and its document; `choose` is called with the one selected."""

    def select_region() -> None:
        for position in st.session_state[KEY].selection.rows:
            choose(answer.query.places[position])

    st.dataframe(
        _in_words(answer, rates),
        hide_index=True,
        width="stretch",
        height="content",
        placeholder="",
        key=KEY,
        on_select=select_region,
        selection_mode="single-row",
        column_config={
            _("Count"): count_column(),
            _("Per 100,000"): st.column_config.NumberColumn(format="%.2f"),
            _("On, or until"): st.column_config.DateColumn(format="D MMM YYYY"),
        },
    )


@shared_words(most=KEPT_TABLES)
def _in_words(answer: Answer, rates: Answer | None) -> pd.DataFrame:
    rows = _last_of_each_place(answer)
    per_100k = _last_of_each_place(rates)["value"] if rates else {}
    places = list(answer.query.places)
    return pd.DataFrame(
        {
            _("Region"): [answer.places.loc[place, "name"] for place in places],
            _("Count"): [
                quantity(rows.loc[place, "value"], rows.loc[place, "qualifier"])
                if place in rows.index
                else _("no count")
                for place in places
            ],
            _("Per 100,000"): [per_100k.get(place) for place in places],
            _("On, or until"): [rows["period_end"].get(place) for place in places],
            _("Document"): [rows["source_id"].get(place, "") for place in places],
        }
    )


def _last_of_each_place(answer: Answer) -> pd.DataFrame:
    return answer.rows.drop_duplicates("place", keep="last").set_index("place")
