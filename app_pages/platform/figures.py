"""The one way by which a figure gets onto a page, with all that belongs to it.

    from charts.line import line_chart
    answer = answer_for(dataset, query)
    show(drawn(line_chart, answer), answer, key="main")
    on_map = drawn(region_map, answer, boundaries=dataset.boundaries, map_credit=settings.map_credit)
    show(on_map, answer, key="map")

`drawn` keeps finished figures for all readers together; `show` puts one on the page. Below it: the
caveats, and folded away the table, the figure in words, the documents, and the download, all of
exactly that Answer. `boundaries` and other large options are told apart by identity.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Final

import streamlit as st

from app_pages.platform.belongings import MOST_CAVEATS_SHOWN, caveats_below, folded_belongings
from app_pages.platform.reader import look
from charts.drawing import Drawing
from charts.theme import Look
from exports.file_names import series_file_name
from metrics.answer import Answer
from metrics.wording import language

# A figure is some tens of kilobytes.
KEPT_DRAWINGS: Final = 256
# Half of the page's column, on the narrowest window in which columns stand beside each other.
HALF_WIDTH: Final = 420
# Nothing of Plotly's that would ask another host; the picture carries source and day within it.
CONFIG: Final[Mapping[str, object]] = {
    "displaylogo": False,
    "displayModeBar": "hover",
    "modeBarButtons": [["toImage"]],
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "plotlyServerURL": "",
    "topojsonURL": "",
}


@dataclass(frozen=True)
class _Same:
    """A value that is told apart by identity where it cannot be hashed."""

    value: object

    def __hash__(self) -> int:
        return hash(self.value) if isinstance(self.value, Hashable) else id(self.value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Same):
            return NotImplemented
        return self.value is other.value or (isinstance(self.value, Hashable) and self.value == other.value)


def drawn(
    draw: Callable[..., Drawing],
    answer: Answer,
    *,
    half_width: bool = False,
    low: bool = False,
    **options: object,
) -> Drawing:
    """The figure that a chart function makes of an Answer, for this reader's screen; kept once made.

    `half_width` is for a figure that shares its row with another, `low` for one of several on a printed page.
    """
    named = tuple((name, _Same(value)) for name, value in sorted(options.items()))
    seen = look()
    # On a phone columns stand under one another, each as wide as the screen.
    beside = half_width and not seen.narrow
    seen = replace(seen, low=low, pixels=HALF_WIDTH if beside else None)
    return _drawn(draw, answer, named, (seen, language.get()))


@lru_cache(maxsize=KEPT_DRAWINGS)
def _drawn(
    draw: Callable[..., Drawing],
    answer: Answer,
    options: tuple[tuple[str, _Same], ...],
    reader: tuple[Look, str],
) -> Drawing:
    return draw(answer, look=reader[0], **{name: option.value for name, option in options})


def show(
    drawing: Drawing,
    answer: Answer,
    *,
    key: str,
    belongings: bool = True,
    caveats: int = MOST_CAVEATS_SHOWN,
    choose: Callable[[int], None] | None = None,
) -> None:
    """Put a figure on the page, with its caveats, table, words, documents and download.

    `belongings=False` leaves out the caveats and what is folded away, where another figure on the page
    shows the same Answer; `caveats` is how many are written out. `choose` is called with the label of the
    Answer's row whose mark is clicked.
    """
    picture = {"format": "png", "scale": 2, "filename": series_file_name(answer, extension="png")[:-4]}
    with st.container(key=f"figure-{key}"):
        st.plotly_chart(
            drawing.figure,
            theme=None,
            key=f"chart-{key}",
            config={**CONFIG, "toImageButtonOptions": picture},
            alt=drawing.alt,
            on_select=partial(_tell_clicked_row, f"chart-{key}", choose) if choose else "ignore",
            selection_mode="points",
        )
        if belongings:
            caveats_below(answer, key=key, most=caveats)
            folded_belongings(answer, words=drawing.alt, key=key)


def _tell_clicked_row(key: str, choose: Callable[[int], None]) -> None:
    for point in st.session_state[key].selection.points:
        label = point.get("customdata")
        row = label[0] if isinstance(label, list) else label
        if row is not None:
            choose(int(row))


def spark(drawing: Drawing, *, key: str) -> None:
    """Put the small course of a series on a card, which says in words all that belongs to it."""
    with st.container(key=f"spark-{key}"):
        st.plotly_chart(
            drawing.figure,
            theme=None,
            key=f"spark-chart-{key}",
            config={**CONFIG, "staticPlot": True, "displayModeBar": False},
            alt=drawing.alt,
        )
