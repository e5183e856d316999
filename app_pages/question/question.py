"""A page's question: from the address, through the widgets, back to the address.

A page opens at its top, draws its widgets, and applies. In between, address and widgets are
kept the same: a copied link sets the widgets, a changed widget writes the address.

    dataset, question = open_page("explore", defaults=lambda _tables: {"metric": "detained"})

    codes = allowed_codes(dataset)
    metric = question.select("metric", _("What"), options=codes["metric"], names=metric_names(dataset))
    question.select("place", _("Where"), options=codes["place"], names=place_names(dataset))
    question.segments("measure", _("Measure"), options=measures_for(dataset, [metric]), names=...,
                      fallback=default_measure(dataset, (metric,)))
    day_field(question, "edition", _("Edition of the data (empty: latest)"))

    query = question.apply()
    answer = answer_for(dataset, query)

`open_page` and `apply` draw a sentence and stop the page where the address or the choice makes no sense:
below them, a page need not care. The way of the codes, in the order of the files: `address_question.py`
reads the address, `chosen_values.py` holds the codes and the session's state, `widgets.py` draws, and
`apply` (here) writes the address.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from app_pages.question.browser_address import grouped, take_widget_change, write_parameters
from app_pages.question.carried_values import carry
from app_pages.question.chosen_values import WHOLE_PAGE
from app_pages.question.invalid_question import show_invalid_question
from app_pages.question.widgets import Widgets
from metrics.counts.current_tables import today
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import ALLOWED, CLOCKS, NARROWING, parameters_of, read_parameters
from validation import Dataset

NONE_CHOSEN: Final = ""


class Question(Widgets):
    """The question of one page in one rerun; see the text of this module.

    query: the question as the page began with it, before any widget was drawn.
    own: the codes of the parameters that only this page has; no count depends on them.
    """

    def __init__(
        self,
        dataset: Dataset,
        *,
        page: str,
        query: Query,
        own: Mapping[str, list[str]],
        from_address: bool,
    ) -> None:
        not_narrowed = {name: [NONE_CHOSEN] for name in NARROWING}
        asked = grouped(parameters_of(query))
        super().__init__(page, {**not_narrowed, **asked, **own}, from_address=from_address)
        self.dataset = dataset
        self.query = query
        self._own = tuple(own)

    def current(self) -> Query:
        """The question as the widgets drawn so far ask it; the address is not written.

        Draws a sentence and stops the page where the choice makes no sense.
        """
        pairs = [(name, code) for name in ALLOWED for code in self.values(name)]
        try:
            return read_parameters(pairs, dataset=self.dataset, today=today())
        except ParameterError as error:
            show_invalid_question(error, page=self.page)

    def ask_on_rerun(self, query: Query) -> None:
        """Callback of a choice that may change any part of the question: the next rerun asks this one.

        Where a clock's day changes, it is a rerun of the whole page, whose head says on which day it stands.
        """
        asked = grouped(parameters_of(query))
        for parameter in ALLOWED:
            if parameter not in CLOCKS:
                self.set_on_rerun(parameter, asked.get(parameter, [NONE_CHOSEN]))
        shown = (self.day("known_on"), self.day("edition"))
        st.session_state[WHOLE_PAGE] = (query.known_on, query.edition) != shown
        for clock, chosen in (("known_on", query.known_on), ("edition", query.edition)):
            self.set_on_rerun(clock, chosen)

    def chosen_on_page(self) -> Query:
        """The question of a page without widgets of Streamlit's: as `ask_on_rerun` asked it, and applied."""
        if st.session_state.pop(WHOLE_PAGE, False):
            st.rerun()
        self.take_clocks()
        for parameter in ALLOWED:
            if parameter not in CLOCKS:
                self.chosen_elsewhere(parameter)
        return self.apply()

    def apply(self) -> Query:
        """The question that the widgets ask now, written into the address.

        Draws a sentence and stops the page where the choice makes no sense.
        """
        query = self.current()
        # A fragment that applies again must read its widgets: the address has been read already.
        self.from_address = False
        take_widget_change()
        written = (*parameters_of(query), *((name, self.value(name)) for name in self._own))
        write_parameters(self.page, written)
        carry(written)
        return query
