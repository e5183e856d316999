"""The widgets of a page's question: each offers codes under their names and sets one parameter.

`options` are codes; `names` gives each code its words, as they are in the data: the widgets escape them.
A code of the address that the page does not offer stays, as one more option. Where one choice decides what
another may be, `fallback` is the code that the second gets when its own is no longer among the options.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from app_pages.question.browser_address import note_widget_change
from app_pages.question.chosen_values import ChosenValues
from metrics.language.plain_text import plain, plain_label

Names = Mapping[str, str] | Callable[[str], str]
LabelVisibility = Literal["visible", "hidden", "collapsed"]


class Widgets(ChosenValues):
    """Draws widgets; each sets its parameter, or several, to what the reader chose."""

    def select(
        self,
        parameter: str,
        label: str,
        *,
        options: Sequence[str],
        names: Names,
        fallback: str | None = None,
    ) -> str:
        """One code from a list that opens."""
        offered = self._offered(parameter, options, fallback=fallback)
        return self._one_code(st.selectbox, parameter, label, offered, name_of=_name_of(names))

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
        """One code from a few that are all in sight."""
        offered = self._offered(parameter, options, fallback=fallback)
        return self._one_code(
            st.segmented_control,
            parameter,
            label,
            offered,
            name_of=_escaped(names),
            required=True,
            label_visibility=label_visibility,
        )

    def bundle(
        self,
        label: str,
        *,
        options: Mapping[str, Mapping[str, str]],
        names: Names,
        placeholder: str,
        instead_of: Callable[[str], str] | None = None,
    ) -> str | None:
        """One choice that sets several parameters; its code, or None where the address fits none.

        `options` gives the parameters of each choice by its code. `instead_of` gives the code that takes
        the place of one that the reader chose, where another widget's choice has taken it from the options.
        """
        name = f"bundle of {'+'.join(next(iter(options.values()), {}))}"
        fitting = next((code for code, parameters in options.items() if self.has(parameters)), None)
        gone = None if self.from_address else st.session_state.get(self.key_of(name))
        if instead_of and fitting is None and gone is not None:
            fitting = instead_of(gone)
        key = self.prepare(name, fitting, allowed=(None, *options))
        chosen: str | None = _drawn(
            st.selectbox,
            label,
            list(options),
            name_of=_name_of(names),
            key=key,
            index=None,
            placeholder=placeholder,
        )
        for parameter, code in options[chosen].items() if chosen is not None else ():
            self.set(parameter, code)
        return chosen

    def _offered(self, parameter: str, options: Sequence[str], *, fallback: str | None) -> list[str]:
        """The options, and the parameter's own code where it is not among them and there is no `fallback`."""
        listed = [str(option) for option in options]
        if self.value(parameter) not in listed and fallback is not None:
            self.set(parameter, fallback)
        return _with_unlisted(listed, [self.value(parameter)])

    def _one_code(
        self,
        widget: Callable[..., Any],
        parameter: str,
        label: str,
        offered: Sequence[str],
        *,
        name_of: Callable[[str], str],
        **appearance: object,
    ) -> str:
        """Draw a widget that chooses the one code of the parameter."""
        key = self.prepare(parameter, self.value(parameter), allowed=offered)
        chosen: str | None = _drawn(widget, label, offered, name_of=name_of, key=key, **appearance)
        if chosen is not None:
            self.set(parameter, chosen)
        return self.value(parameter)

    def has(self, codes: Mapping[str, str]) -> bool:
        """Whether the parameters have these codes."""
        return all(self.values(parameter) == (code,) for parameter, code in codes.items())


def _drawn(
    widget: Callable[..., Any],
    label: str,
    options: Sequence[str],
    *,
    name_of: Callable[[str], str],
    key: str,
    **appearance: object,
) -> Any:  # each widget of Streamlit's has a type of its own
    return widget(
        plain_label(label), options, format_func=name_of, key=key, on_change=note_widget_change, **appearance
    )


def _with_unlisted(options: Sequence[str], chosen: Sequence[str]) -> list[str]:
    listed = [str(option) for option in options]
    return [*listed, *(code for code in chosen if code not in listed)]


def _name_of(names: Names) -> Callable[[str], str]:
    return names if callable(names) else lambda code: names.get(code, code)


def _escaped(names: Names) -> Callable[[str], str]:
    """The name as plain text, for a widget that reads Markdown."""
    name_of = _name_of(names)
    return lambda code: plain(name_of(code))
