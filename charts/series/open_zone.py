"""Recent days whose counts may still grow, hatched: only for as many days as were measured."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from charts.canvas.key import KeyEntry, of_bar
from charts.canvas.theme import CLEAR, Look
from metrics.language import phrasing
from metrics.language.wording import _

# Its own axis from 0 to 1, so that it fills the height whatever the counts are.
AXIS: Final = "y3"
HATCH: Final = "/"


def open_zone(since: date, *, shown: list[str], look: Look) -> list[dict[str, Any]]:
    """The zone from a day to the end of the time shown, none where it lies outside."""
    start, end = max(since.isoformat(), shown[0]), shown[1]
    if start >= end:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "showlegend": False,
            "x": [start, start, end, end, start],
            "y": [0, 1, 1, 0, 0],
            "yaxis": AXIS,
            "fill": "toself",
            "fillcolor": CLEAR,
            "fillpattern": {"shape": HATCH, "fgcolor": look.tokens.axis, "size": 8, "solidity": 0.15},
            "line": {"width": 0},
            "hoverinfo": "skip",
            "meta": {"role": "open"},
        }
    ]


def key_of_zone(look: Look) -> KeyEntry:
    """The legend entry of the zone."""
    return of_bar(_("still open: figures may change"), colour=look.tokens.axis, pattern=HATCH, role="open")


def zone_axis(counts: dict[str, Any]) -> dict[str, Any]:
    """The zone's axis; that of the counts lies over it, so that no mark is covered."""
    return {
        "domain": counts["domain"],
        "range": [0, 1],
        "visible": False,
        "fixedrange": True,
    }


def zone_in_words(since: date) -> str:
    """From which day on counts are still open, and that this was measured."""
    return _("Figures for {day} and later are still open, judging by how earlier ones changed.").format(
        day=phrasing.day(since)
    )
