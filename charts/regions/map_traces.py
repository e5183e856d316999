"""The shapes and marks of a map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from charts.canvas.colour import contrast, mixed
from charts.canvas.key import KeyEntry, of_bar
from charts.canvas.theme import Look
from charts.regions.counts_by_place import Region
from charts.regions.outlines import middle, outline
from charts.series.drawn_series import colour_of
from metrics.answer.answer import Answer
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _

NO_COUNT: Final = N_("no figure (not zero)")
MARK_SIZE: Final = 18  # pixels around a region's middle that answer to the pointer
INKS: Final = ("#000000", "#ffffff")
Scale = list[list[Any]]


def colour_scale(answer: Answer, *, look: Look) -> Scale:
    """From the ground's shade for zero to the colour of the metric's family."""
    return [[0, look.tokens.low], [1, colour_of(answer.query.metrics[0], answer=answer, look=look)]]


def shade(value: float, *, top: float, scale: Scale) -> str:
    """The colour of a value on the scale from zero to `top`."""
    return mixed(scale[0][1], scale[1][1], share=max(0.0, min(1.0, value / top)))


def region_trace(
    region: Region, feature: Mapping[str, Any], *, top: float, scale: Scale, look: Look
) -> dict[str, Any]:
    """One region's shape. Its fill answers to pointer and click: `text` is what a fill says."""
    longitudes, latitudes = outline(feature)
    tokens = look.tokens
    has_count = region.value is not None
    trace = {
        "type": "scatter",
        "mode": "lines",
        "name": plain(region.name),
        "showlegend": False,
        "x": longitudes,
        "y": latitudes,
        "fill": "toself",
        "line": {"color": tokens.border, "width": 0.8},
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": region.hover,
        "customdata": [region.label],
        "meta": {"role": "region" if has_count else "no_count", "place": region.place, "row": region.label},
    }
    if region.value is not None:
        return trace | {"fillcolor": shade(region.value, top=top, scale=scale)}
    hatch = {
        "shape": "/",
        "fgcolor": tokens.no_count_hatch,
        "bgcolor": tokens.no_count,
        "size": 7,
        "solidity": 0.15,
    }
    return trace | {"fillcolor": tokens.no_count, "fillpattern": hatch}


def selected_trace(feature: Mapping[str, Any], *, place: str, look: Look) -> dict[str, Any]:
    """The outline of the chosen region, over all borders."""
    longitudes, latitudes = outline(feature)
    return {
        "type": "scatter",
        "mode": "lines",
        "showlegend": False,
        "x": longitudes,
        "y": latitudes,
        "line": {"color": look.tokens.text, "width": 3},
        "hoverinfo": "skip",
        "meta": {"role": "selected", "place": place},
    }


def mark_trace(
    drawn: list[Region], features: Mapping[str, Any], *, top: float, scale: Scale, look: Look
) -> dict[str, Any]:
    """The value in the middle of each region, and an unseen mark that answers to pointer and keyboard."""
    counted = [region for region in drawn if region.value is not None]
    middles = [middle(features[region.place]) for region in counted]
    shades = [shade(region.value or 0, top=top, scale=scale) for region in counted]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "showlegend": False,
        "x": [point[0] for point in middles],
        "y": [point[1] for point in middles],
        "text": [plain(region.words).replace(" ", "<br>") for region in counted],
        "textfont": {
            "size": 10 if look.narrow else 12,
            "color": [ink_on(colour) for colour in shades],
            "shadow": [halo(colour) for colour in shades],
        },
        "textposition": "middle center",
        "marker": {
            "size": MARK_SIZE,
            "opacity": 0,
            "color": [region.value for region in counted],
            "coloraxis": "coloraxis",
        },
        "cliponaxis": False,
        "customdata": [region.label for region in counted],
        "ids": [region.place for region in counted],
        "hovertext": [region.hover for region in counted],
        "hoverinfo": "text",
        "meta": {"role": "values"},
    }


def ink_on(shade_below: str) -> str:
    """The colour of letters that reads best on a shade: one of the two always has 4.5:1."""
    return max(INKS, key=lambda ink: contrast(ink, shade_below))


def halo(colour: str) -> str:
    """The region's own shade around its number, where the number is wider than the region."""
    edge = [f"{x}px {y}px 0 {colour}" for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))]
    return ", ".join([*edge, f"0 0 4px {colour}", f"0 0 4px {colour}"])


def key_of_none(drawn: list[Region], *, look: Look) -> tuple[KeyEntry, ...]:
    """The legend entry for regions without a count, where there are any."""
    if all(region.value is not None for region in drawn):
        return ()
    tokens = look.tokens
    hatch, border = tokens.no_count_hatch, tokens.border
    return (of_bar(_(NO_COUNT), colour=hatch, pattern="/", outline=border, role="no_count"),)
