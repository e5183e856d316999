"""The bars of a ranking and the words beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from charts.canvas import frame
from charts.canvas.theme import Look
from charts.series.bar_traces import PATTERNS
from charts.series.line_traces import plain_number

if TYPE_CHECKING:
    from charts.regions.ranking import Entry

THICKNESS: Final = 0.62  # of the line's height


def bar_trace(entries: list[Entry], *, qualifiers: Mapping[int, str], colour: str) -> dict[str, Any]:
    """One bar for each place with a count; bounds and rounded values are hatched."""
    counted = [(at, entry.region) for at, entry in enumerate(entries) if entry.region.value is not None]
    kinds = [qualifiers.get(region.label or 0, "") for _at, region in counted]
    shapes = [PATTERNS[kind][0] if kind in PATTERNS else "" for kind in kinds]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [at for at, _region in counted],
        "x": [plain_number(region.value or 0.0) for _at, region in counted],
        "width": THICKNESS,
        "marker": {
            "color": colour,
            "line": {"color": colour, "width": 1},
            "pattern": {"shape": shapes, "fillmode": "replace", "size": 6, "solidity": 0.35},
        },
        "customdata": [region.label for _at, region in counted],
        "ids": [region.place for _at, region in counted],
        "hovertext": [region.hover for _at, region in counted],
        "hoverinfo": "text",
        # A click chooses a region; the others are no less true for it.
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
        "meta": {"role": "values"},
    }


def words_trace(entries: list[Entry], *, look: Look) -> dict[str, Any]:
    """The quantity in words at the end of each bar; "no count" in faint letters where there is none."""
    tokens = look.tokens
    has_count = [entry.region.value is not None for entry in entries]
    return {
        "type": "scatter",
        "mode": "text",
        "y": list(range(len(entries))),
        "x": [plain_number(entry.region.value or 0.0) for entry in entries],
        "text": ["  " + frame.in_lines(entry.words).replace("<br>", "<br>  ") for entry in entries],
        "textposition": "middle right",
        "textfont": {
            "size": frame.TEXT_SIZE,
            "color": [tokens.text if counted else tokens.faint_text for counted in has_count],
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": "words"},
    }
