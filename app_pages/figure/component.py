"""The component that puts figures on pages: its Python side, which mounts it and receives what was chosen.

The browser's side is assets/browser/figure.js. Streamlit makes a module of the few letters below; that module
fetches the real one from its own address, so that a browser that has been here before has it already.
Styles are not isolated: the page's style sheet and the printer's must reach the figure.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import streamlit as st

from app_pages.assets.assets import address_of_asset
from app_pages.figure.answer_details import CaveatsBelow
from app_pages.figure.choices import Choices, Offered
from app_pages.figure.finished_figures import Finished, keep
from app_pages.figure.reader import look
from app_pages.words.words import card_in, parts_of
from charts.canvas.theme import paper_colours
from exports.figure_headings import Heading
from metrics.counts.current_tables import current_snapshot
from metrics.language.wording import _
from metrics.number.card_address import CardQuestion

FIGURE: Final = "figure"
LOADER: Final = """
const at = (path) => new URL(path, document.baseURI).href;
export default (component) => import(at("{script}"))
  .then((module) => module.figure(component, at("{plotly}")));
"""
# Nothing of Plotly's that would ask another host; its buttons are replaced by those of the toolbar.
CONFIG: Final[Mapping[str, object]] = {
    "displaylogo": False,
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "plotlyServerURL": "",
    "topojsonURL": "",
}
QUIET: Final[Mapping[str, object]] = {**CONFIG, "staticPlot": True}


_figure = st.components.v2.component(
    FIGURE,
    js=LOADER.format(script=address_of_asset("figure.js"), plotly=address_of_asset("plotly.min.js")),
    isolate_styles=False,
)


@dataclass(frozen=True, kw_only=True)
class ChosenMark:
    """A mark that was clicked, or chosen by Enter: the label of its row, and its place.

    `row` is None for a place without a count, `place` where the figure does not tell places apart.
    """

    row: int | None
    place: str | None


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """What the toolbar leads to: picture, file of the answer, question; empty where there is no address.

    Without an address of the question, that of the page is copied. `link` goes on with the latest figures,
    `cited` shows the same ones for ever.
    """

    picture: str = ""
    data: str = ""
    link: str = ""
    cited: str = ""


def mount(
    figure: Finished,
    *,
    key: str,
    answer: str = "",
    heading: Heading | None = None,
    opened: Callable[[CardQuestion], None] | None = None,
    addresses: Addresses | None = None,
    choose: Callable[[ChosenMark], None] | None = None,
    choices: Choices | None = None,
    caveats: CaveatsBelow | None = None,
) -> None:
    """Put a finished figure on the page. Without `addresses` it is quiet: no texts, toolbar, keyboard.

    `heading` replaces title and subtitle of the figure; `opened` is called with the question of the card of a
    number in it.

    `answer` is the address of the question whose rows the marks are, or several addresses with blanks between
    them, so that tests can compare them. `choose` is called with the mark that is chosen; `choices` are the
    places and the time chosen inside the figure. The component shows the `caveats` too, below the figure: an
    element of Streamlit's would cost the server as much as a figure.
    """
    keep(figure)
    name = f"chart-{key}"
    around = _surrounding(figure, heading, addresses) if addresses else {}
    sent = _Sent(name=name, heading=heading, opened=opened, choose=choose, choices=choices)
    _figure(
        key=name,
        data=_message(
            figure,
            key,
            answer,
            surrounding=around,
            choosable=choose is not None,
            offered=choices.offered() if choices else None,
            caveats=caveats,
        ),
        on_chosen_change=sent.mark,
        on_opened_change=sent.number,
        on_selection_change=sent.places_and_time,
        on_lost_change=_show_again,
    )


@dataclass(frozen=True, kw_only=True)
class _Sent:
    """What is done with what the browser sends back: a mark, a number of the title, places and time."""

    name: str
    heading: Heading | None
    opened: Callable[[CardQuestion], None] | None
    choose: Callable[[ChosenMark], None] | None
    choices: Choices | None

    def mark(self) -> None:
        chosen = _chosen_mark(self._value("chosen"))
        if self.choose and chosen:
            self.choose(chosen)

    def number(self) -> None:
        cells = (self.heading.title, self.heading.subtitle) if self.heading else ()
        card = card_in(cells, self._value("opened"))
        if card and self.opened:
            self.opened(card)

    def places_and_time(self) -> None:
        if self.choices:
            self.choices.take(self._value("selection"))

    def _value(self, sent: str) -> Any:
        return st.session_state[self.name].get(sent)


def _message(
    figure: Finished,
    key: str,
    answer: str,
    *,
    surrounding: Mapping[str, object],
    choosable: bool,
    offered: Offered | None,
    caveats: CaveatsBelow | None,
) -> bytes:
    """The message to the browser, as JSON in bytes: the one type that Streamlit passes on unchanged."""
    return _as_json(
        {
            "key": key,
            "figure": figure.address,
            "answer": answer,
            "height": figure.height,
            "narrowHeight": figure.narrow_height,
            "width": figure.width,
            "title": figure.title,
            "alt": figure.alt,
            "choosable": choosable,
            "quiet": not surrounding,
            "config": dict(CONFIG if surrounding else QUIET),
            **surrounding,
            "choices": offered.data if offered else None,
            "caveats": caveats.lines if caveats else (),
            "more": caveats.more if caveats else "",
            "unreachable": _("The chart could not be loaded. Its numbers are in the table below it."),
        }
    )


def _surrounding(figure: Finished, heading: Heading | None, addresses: Addresses) -> dict[str, object]:
    """Texts and toolbar around the plot."""
    # A finding's subtitle says what the heights are, and an axis title would say it again.
    texts = dict(figure.texts)
    if heading:
        dataset = current_snapshot().dataset
        title, subtitle = (parts_of(text, dataset) for text in (heading.title, heading.subtitle))
        texts |= {"title": title, "subtitle": subtitle, "axis": ""}
    words = {
        "tools": _("This chart"),
        "picture": _("Picture"),
        "data": _("Data"),
        "link": _("Link"),
        "linkTitle": _("Copies a link that shows the latest figures whenever it is opened"),
        "cited": _("Link to cite"),
        "citedTitle": _("Copies a link that shows exactly these figures for ever, as known today"),
        "explore": _("Explore"),
        "copied": _("Link copied"),
        "share": _("Share"),
    }
    tools = {
        **asdict(addresses),
        "title": str(heading.title) if heading else figure.title,
        "colours": paper_colours(look().scheme),
        "words": words,
    }
    return {"texts": texts, "tools": tools}


def _as_json(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _show_again() -> None:
    """Nothing to do: in the rerun that follows, `mount` keeps the figure again."""


def _chosen_mark(sent: Any) -> ChosenMark | None:
    """What the browser sent, where it makes sense."""
    if not isinstance(sent, Mapping):
        return None
    row, place = sent.get("row"), sent.get("place")
    return ChosenMark(
        row=row if isinstance(row, int) and not isinstance(row, bool) else None,
        place=place if isinstance(place, str) else None,
    )
