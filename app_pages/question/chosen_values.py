"""What is chosen on a page: the codes of each parameter, and the state of the widgets in the session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import streamlit as st

from app_pages.question.browser_address import note_widget_change
from metrics.question.address import CLOCKS, LATEST

WidgetState = str | list[str] | date | None
WHOLE_PAGE: Final = "question/whole-page"


class ChosenValues:
    """The codes of each parameter of one page, as its address gives them and its widgets change them.

    A parameter without a widget keeps the codes of the address. `from_address` is whether the address sets
    the widgets in this rerun; where it does not, the widgets keep what the reader chose.
    """

    def __init__(self, page: str, values: Mapping[str, Sequence[str]], *, from_address: bool) -> None:
        self.page = page
        self.from_address = from_address
        self._values = {parameter: list(codes) for parameter, codes in values.items()}
        self.take_clocks()

    def take_clocks(self) -> None:
        """The days of the clocks as the session has them: a callback may set them, also without a field."""
        for clock in CLOCKS:
            key = self.prepare(clock, self.day(clock))
            chosen = st.session_state[key]
            self.set(clock, LATEST if chosen is None else chosen.isoformat())

    def value(self, parameter: str) -> str:
        """The parameter's code."""
        return self._values[parameter][0]

    def values(self, parameter: str) -> tuple[str, ...]:
        """The parameter's codes; none where it is not set."""
        return tuple(self._values.get(parameter, ()))

    def day(self, clock: str) -> date | None:
        """The day of a clock; None is the latest."""
        code = self.value(clock)
        return None if code == LATEST else date.fromisoformat(code)

    def set(self, parameter: str, *codes: str) -> None:
        """Set a parameter in this rerun, for example one that the reader cannot choose on this page."""
        self._values[parameter] = list(codes)

    def set_on_rerun(self, parameter: str, state: WidgetState) -> None:
        """Callback of a choice made outside the parameter's widget: the next rerun begins with this state."""
        st.session_state[self.key_of(parameter)] = state
        note_widget_change()

    def to_latest(self) -> None:
        """Callback: both clocks go to the latest day."""
        for clock in CLOCKS:
            self.set_on_rerun(clock, None)

    def chosen_elsewhere(self, parameter: str) -> tuple[str, ...]:
        """The codes of a parameter that no widget of Streamlit's chooses, but `set_on_rerun` with a list."""
        key = self.prepare(parameter, list(self.values(parameter)))
        self.set(parameter, *st.session_state[key])
        return self.values(parameter)

    def key_of(self, parameter: str) -> str:
        """The key of the parameter's widget in the session."""
        return f"{self.page}/{parameter}"

    def prepare(
        self, parameter: str, state: WidgetState, *, allowed: Sequence[str | None] | None = None
    ) -> str:
        """Set the widget's state where the address decides, or where the session has none that is allowed.

        The state is not set at every rerun: that would undo what the reader has just chosen. Returns its key.
        """
        key = self.key_of(parameter)
        is_stale = allowed is not None and st.session_state.get(key) not in allowed
        if self.from_address or key not in st.session_state or is_stale:
            st.session_state[key] = state
        return key
