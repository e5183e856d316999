"""A page's question: from the address, through the widgets, back to the address.

A page opens at its top, draws its widgets, and applies. In between, address and widgets are
kept the same: a copied link sets the widgets, a changed widget writes the address.

    dataset, question = open_page("explore", defaults=lambda _tables: {"metric": "detained"})

    codes = allowed_codes(dataset)
    metrics = question.multiselect("metric", _("What"), options=codes["metric"], names=metric_names(dataset))
    question.select("place", _("Where"), options=codes["place"], names=place_names(dataset))
    question.segments("measure", _("Measure"), options=measures_for(dataset, metrics), names=...)
    day_field(question, "edition", _("Edition of the data (empty: latest)"))

    query = question.apply()
    answer = answer_for(dataset, query)

`open_page` (by `ask`, asking.py) and `apply` draw a sentence and stop the page where the address or the
choice makes no sense: below them, a page need not care. A parameter without a widget keeps the value of the
address.
`options` are codes; `names` gives each its words, as they are in the data: the widgets escape them.
A value of a link that the page does not offer stays, as one more option. Where one choice decides what
another may be, `fallback` is what the second becomes when its value no longer fits:
`question.segments("measure", ..., options=measures_for(dataset, metrics),
fallback=default_measure(dataset, metrics))`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, Literal

import streamlit as st

from app_pages.question.browser_address import (
    grouped,
    note_widget_change,
    take_widget_change,
    write_parameters,
)
from app_pages.question.invalid_question import show_invalid_question
from metrics.counts.current_tables import today
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import ALLOWED, CLOCKS, LATEST, parameters_of, read_parameters
from validation import Dataset

Names = Mapping[str, str] | Callable[[str], str]
LabelVisibility = Literal["visible", "hidden", "collapsed"]

# Kept when the reader goes to another page: as of when, and whose count.
CARRIED: Final = ("known_on", "edition", "counted_by")
CARRIED_VALUES: Final = "question/carried"
EARLIEST_OFFERED: Final = date(1962, 1, 1)


class Question:
    """The question while its widgets are drawn; see the module's text."""

    def __init__(
        self,
        dataset: Dataset,
        *,
        page: str,
        query: Query,
        own: Mapping[str, list[str]],
        from_address: bool,
    ) -> None:
        self.dataset = dataset
        self.page = page
        self.query = query
        self.from_address = from_address
        self._own = tuple(own)
        self._values = {**grouped(parameters_of(query)), **own}
        for clock in CLOCKS:  # also where no field shows it: a callback sets it
            self._prepared(clock, self.day(clock))
            chosen = st.session_state[self.key_of(clock)]
            self.set(clock, LATEST if chosen is None else chosen.isoformat())

    def value(self, parameter: str) -> str:
        """The parameter's code as it stands now."""
        return self._values[parameter][0]

    def values(self, parameter: str) -> tuple[str, ...]:
        """The parameter's codes as they stand now."""
        return tuple(self._values[parameter])

    def set(self, parameter: str, *codes: str) -> None:
        """Set a parameter without a widget, say from a row that was selected in a table."""
        self._values[parameter] = list(codes)

    def select(
        self,
        parameter: str,
        label: str,
        *,
        options: Sequence[str],
        names: Names,
        fallback: str | None = None,
    ) -> str:
        """One code out of a list that opens."""
        key, offered = self._offered(parameter, options, fallback)
        chosen = st.selectbox(
            plain(label), offered, format_func=_name_of(names), key=key, on_change=note_widget_change
        )
        return self._one(parameter, chosen)

    def segments(
        self,
        parameter: str,
        label: str,
        *,
        options: Sequence[str],
        names: Names,
        fallback: str | None = None,
        label_visibility: LabelVisibility = "visible",
    ) -> str:
        """One code out of a few that are all in sight."""
        key, offered = self._offered(parameter, options, fallback)
        chosen = st.segmented_control(
            plain(label),
            offered,
            format_func=_escaped(names),
            key=key,
            on_change=note_widget_change,
            required=True,
            label_visibility=label_visibility,
        )
        return self._one(parameter, chosen)

    def multiselect(
        self, parameter: str, label: str, *, options: Sequence[str], names: Names
    ) -> tuple[str, ...]:
        """Several codes, for a parameter that may be repeated; where none is chosen, says so and stops."""
        key = self._prepared(parameter, list(self.values(parameter)))
        offered = _with_unlisted(options, st.session_state[key])
        chosen = st.multiselect(
            plain(label),
            offered,
            format_func=_name_of(names),
            key=key,
            on_change=note_widget_change,
        )
        if not chosen:
            show_invalid_question(_nothing_chosen(parameter), page=self.page)
        self.set(parameter, *chosen)
        return tuple(chosen)

    def day(self, clock: str) -> date | None:
        """The day of a clock as it stands now; None is the latest."""
        return _day_of(self.value(clock))

    def bundle(
        self, label: str, *, options: Mapping[str, Mapping[str, str]], names: Names, placeholder: str
    ) -> str | None:
        """One choice that sets several parameters; the chosen code, None where the address fits none.

        `options` gives each choice's parameters by its code.
        """
        fitting = (code for code, sets in options.items() if self._has(sets))
        name = f"bundle of {'+'.join(next(iter(options.values()), {}))}"
        key = self._prepared(name, next(fitting, None), allowed=(None, *options))
        chosen = st.selectbox(
            plain(label),
            list(options),
            index=None,
            format_func=_name_of(names),
            key=key,
            on_change=note_widget_change,
            placeholder=placeholder,
        )
        sets = options[chosen] if chosen is not None else {}
        for parameter, code in sets.items():
            self.set(parameter, code)
        return chosen

    def held(self, parameter: str) -> tuple[str, ...]:
        """The codes of a parameter that has no widget of Streamlit's, but is chosen elsewhere; see `hold`."""
        key = self._prepared(parameter, list(self.values(parameter)))
        self.set(parameter, *st.session_state[key])
        return self.values(parameter)

    def set_value(self, parameter: str, *codes: str) -> None:
        """Callback of what chooses such a parameter: from the next rerun on it has these codes."""
        st.session_state[self.key_of(parameter)] = list(codes)
        note_widget_change()

    def set_day(self, clock: str, day: date | None) -> None:
        """Callback of the field of a clock: from the next rerun on it has this day; None is the latest."""
        st.session_state[self.key_of(clock)] = day
        note_widget_change()

    def to_latest(self) -> None:
        """Callback: the clocks go to the latest day."""
        for clock in CLOCKS:
            st.session_state[self.key_of(clock)] = None
        note_widget_change()

    def _has(self, codes: Mapping[str, str]) -> bool:
        return all(self.values(parameter) == (code,) for parameter, code in codes.items())

    def key_of(self, parameter: str) -> str:
        """The key of a parameter's widget, for a callback that sets it from elsewhere on the page."""
        return f"{self.page}/{parameter}"

    def current(self) -> Query:
        """The question as the widgets drawn so far ask it; the address is not written.

        Draws a sentence and stops the page where the choice makes no sense.
        """
        pairs = [(name, code) for name in ALLOWED for code in self._values.get(name, ())]
        try:
            return read_parameters(pairs, dataset=self.dataset, today=today())
        except ParameterError as error:
            show_invalid_question(error, page=self.page)

    def apply(self) -> Query:
        """The question that the widgets ask now, written into the address.

        Draws a sentence and stops the page where the choice makes no sense.
        """
        query = self.current()
        # A fragment that settles again has its values from its widgets: the address was taken before.
        self.from_address = False
        take_widget_change()
        written = (*parameters_of(query), *((name, self.value(name)) for name in self._own))
        write_parameters(self.page, written)
        st.session_state[CARRIED_VALUES] = {name: code for name, code in written if name in CARRIED}
        return query

    def _offered(self, parameter: str, options: Sequence[str], fallback: str | None) -> tuple[str, list[str]]:
        """The key of the widget that chooses the parameter's one code, and the codes that it offers."""
        listed = [str(option) for option in options]
        if self.value(parameter) not in listed and fallback is not None:
            self.set(parameter, fallback)
        current = self.value(parameter)
        offered = _with_unlisted(listed, (current,))
        return self._prepared(parameter, current, allowed=offered), offered

    def _one(self, parameter: str, chosen: str | None) -> str:
        if chosen is not None:
            self.set(parameter, chosen)
        return self.value(parameter)

    def _prepared(self, parameter: str, value: object, *, allowed: Sequence[str | None] | None = None) -> str:
        """The widget's key, its state set where the address says so or where it has none.

        State is not set at every rerun: that would undo what the reader chooses meanwhile.
        """
        key = self.key_of(parameter)
        stale = allowed is not None and st.session_state.get(key) not in allowed
        if self.from_address or key not in st.session_state or stale:
            st.session_state[key] = value
        return key


def _nothing_chosen(parameter: str) -> ParameterError:
    return ParameterError(parameter=parameter, value="", problem=_("is empty"), allowed=(_("at least one"),))


def _with_unlisted(options: Sequence[str], chosen: Sequence[str]) -> list[str]:
    listed = [str(option) for option in options]
    return [*listed, *(code for code in chosen if code not in listed)]


def _name_of(names: Names) -> Callable[[str], str]:
    return names if callable(names) else lambda code: names.get(code, code)


def _escaped(names: Names) -> Callable[[str], str]:
    name_of = _name_of(names)
    return lambda code: plain(name_of(code))


def _day_of(text: str) -> date | None:
    return None if text == LATEST else date.fromisoformat(text)
