"""Bars that each have their words beside them: lying in lines, or upright in columns.

    bars = [LabelledBar(at=0, value=402, row=7, id="MM-01", hover="<b>402</b>", words=("402",))]
    traces = [bars_trace(bars, thickness=0.6, colour=colour, is_lying=True, role="values")]
    traces.append(words_at_ends(bars, look=look))
    layout["yaxis"] = band_axis(...)

A bar without a value is not drawn; words may take its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from charts.canvas import frame
from charts.canvas.theme import Look, count_axis
from charts.series.bar_traces import PATTERNS
from charts.series.line_traces import plain_number

INDENT: Final = "  "  # between the end of a lying bar and its words
LEAST_SHARE: Final = 1 / 8  # of the plot's width that the longest bar keeps, however long its words


@dataclass(frozen=True, kw_only=True)
class LabelledBar:
    """One bar. `at` is its position on the axis of names, `words` are its words in lines, not escaped.

    value: its length; None for no bar.
    shape: how it is hatched, as Plotly names it; empty for a full bar.
    row, id: what the browser sends back where the bar is clicked.
    """

    at: float
    value: float | None
    shape: str = ""
    row: int | None
    id: str
    hover: str
    words: tuple[str, ...]

    @property
    def length(self) -> float:
        """Its length; zero where there is no bar."""
        return self.value or 0.0


def shape_of(kind: str) -> str:
    """The hatching for a kind of value (a key of PATTERNS); full for any other."""
    return PATTERNS[kind][0] if kind in PATTERNS else ""


def bars_trace(
    bars: Sequence[LabelledBar],
    *,
    thickness: float,
    colour: str,
    outlines: Sequence[str] | None = None,
    is_lying: bool,
    role: str,
) -> dict[str, Any]:
    """The bars that have a value; `outlines` are the colours around them, where these are not `colour`."""
    drawn = [bar for bar in bars if bar.value is not None]
    return {
        "type": "bar",
        **_on_axes([bar.at for bar in drawn], [bar.length for bar in drawn], is_lying=is_lying),
        **({"orientation": "h"} if is_lying else {}),
        "width": thickness,
        "marker": {
            "color": colour,
            "line": {"color": colour if outlines is None else list(outlines), "width": 1},
            "pattern": {
                "shape": [bar.shape for bar in drawn],
                "fillmode": "replace",
                "size": 6,
                "solidity": 0.35,
            },
        },
        "customdata": [bar.row for bar in drawn],
        "ids": [bar.id for bar in drawn],
        "hovertext": [bar.hover for bar in drawn],
        "hoverinfo": "text",
        "meta": {"role": role},
    }


def words_at_ends(bars: Sequence[LabelledBar], *, look: Look) -> dict[str, Any]:
    """The words at the end of each lying bar; in faint letters the words that replace a bar."""
    tokens = look.tokens
    return _words(
        _on_axes([bar.at for bar in bars], [bar.length for bar in bars], is_lying=True),
        [INDENT + frame.in_lines(list(bar.words)).replace("<br>", f"<br>{INDENT}") for bar in bars],
        position="middle right",
        size=frame.TEXT_SIZE,
        colour=[tokens.faint_text if bar.value is None else tokens.text for bar in bars],
    )


def words_on_top(bars: Sequence[LabelledBar], *, size: int, look: Look) -> dict[str, Any]:
    """The words above each upright bar; above the axis where the bar goes down from it."""
    drawn = [bar for bar in bars if bar.value is not None]
    return _words(
        _on_axes([bar.at for bar in drawn], [max(bar.length, 0.0) for bar in drawn], is_lying=False),
        [frame.in_lines(list(bar.words)) for bar in drawn],
        position="top center",
        size=size,
        colour=look.tokens.text,
    )


def _words(
    places: dict[str, Any], texts: list[str], *, position: str, size: int, colour: str | list[str]
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        **places,
        "text": texts,
        "textposition": position,
        "textfont": {"size": size, "color": colour},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": "words"},
    }


def _on_axes(places: list[float], lengths: list[float], *, is_lying: bool) -> dict[str, Any]:
    numbers = [plain_number(length) for length in lengths]
    return {"x": numbers, "y": places} if is_lying else {"x": places, "y": numbers}


def band_axis(
    names: Sequence[str], *, places: Sequence[float], ends: tuple[float, float], colour: str
) -> dict[str, Any]:
    """The axis along which bars have their names, without a grid. `names` are escaped already."""
    return {
        "range": list(ends),
        "tickvals": list(places),
        "ticktext": list(names),
        "tickfont": {"size": frame.TEXT_SIZE, "color": colour},
        "ticklabelstandoff": 6,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def axis_of_lying_bars(
    bars: Sequence[LabelledBar], *, width: float, most_ticks: int, look: Look
) -> dict[str, Any]:
    """The axis below lying bars, so long that the words beside every bar fit into `width` pixels."""
    return count_axis(look) | {"range": [0, _end_of_axis(bars, width=width)], "nticks": most_ticks}


def _end_of_axis(bars: Sequence[LabelledBar], *, width: float) -> float:
    needed = [bar.length * width / _room_of(bar, width=width) for bar in bars]
    return round(max(needed, default=0.0), 4) or 1.0


def _room_of(bar: LabelledBar, *, width: float) -> float:
    """The pixels that the words beside a bar leave for it."""
    words = max(frame.width_of(line) for line in bar.words)
    return max(width - words - 2 * frame.GAP, width * LEAST_SHARE)
