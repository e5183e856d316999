"""A map of regions, drawn from their outlines: nothing is fetched from anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import credit
from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look
from charts.regions import counts_by_place
from charts.regions.counts_by_place import Region, regions_of
from charts.regions.map_traces import colour_scale, key_of_none, mark_trace, region_trace, selected_trace
from charts.regions.outlines import box, in_one_piece, stretch
from metrics.answer.answer import Answer

HEIGHT: Final = 640
HEIGHT_NARROW: Final = 480
COLUMN: Final = 420
MARGIN: Final = 0.02  # of the map's extent, free around it
SCALE_PIXELS: Final = 240  # length of the colour scale
SCALE_ROOM: Final = 46  # pixels below the map for the colour scale


class NoBoundariesError(ValueError):
    """None of the question's places has an outline."""


def region_map(
    answer: Answer,
    *,
    boundaries: Mapping[str, Any],
    map_credit: str,
    look: Look | None = None,
    area: str = "",
    selected: str = "",
) -> Drawing:
    """The last count of each region, as the shade of its shape; no count is hatched, never shaded.

    `boundaries` are GeoJSON features by place code, `map_credit` whose outlines they are, `area` the
    name of the whole, `selected` the place to be outlined. Places without an outline are left to the
    words. Shapes and marks carry the row in `customdata`, and the place in `meta`.

    Raises OneMetricError for several metrics, NoBoundariesError where nothing can be drawn.
    """
    look = _in_column(look or Look())
    regions = regions_of(answer)
    drawn = [region for region in regions if region.place in boundaries]
    if not drawn:
        raise NoBoundariesError("no outline for: " + ", ".join(answer.query.places))
    features = in_one_piece({region.place: boundaries[region.place] for region in drawn})
    traces = _traces(answer, drawn, features, selected=selected, look=look)
    ends = [*counts_by_place.cautions(answer, drawn), credit(answer), map_credit]
    return Drawing(
        figure=go.Figure(data=traces, layout=_layout(answer, regions, features, look=look)),
        title=counts_by_place.title(answer, area=area),
        subtitle=counts_by_place.subtitle(answer, regions),
        axis=titles.axis_title(answer),
        note=counts_by_place.none_in_words(regions),
        credit=" ".join(ends),
        key=key_of_none(drawn, look=look),
        width=look.width,
        alt=counts_by_place.alternative(
            answer,
            [region for region in regions if region in drawn or region.label is not None],
            area=area,
            ends=ends,
        ),
    )


def _traces(
    answer: Answer, drawn: list[Region], features: Mapping[str, Any], *, selected: str, look: Look
) -> list[dict[str, Any]]:
    """Shapes, the chosen one's outline, and the numbers."""
    scale = colour_scale(answer, look=look)
    traces = [
        region_trace(region, features[region.place], top=top(drawn), scale=scale, look=look)
        for region in drawn
    ]
    if selected in features:
        traces.append(selected_trace(features[selected], place=selected, look=look))
    return [*traces, mark_trace(drawn, features, top=top(drawn), scale=scale, look=look)]


def _in_column(look: Look) -> Look:
    """A map is high and not wide: a column, beside which a ranking has room, is enough for the wide one."""
    return replace(look, pixels=min(look.width, COLUMN))


def top(drawn: list[Region]) -> float:
    """The largest value: the dark end of the scale, which begins at zero. One where all are zero."""
    return max((region.value for region in drawn if region.value is not None), default=0.0) or 1.0


def _layout(
    answer: Answer,
    regions: list[Region],
    features: Mapping[str, Any],
    *,
    look: Look,
) -> dict[str, Any]:
    height = look.marks or (HEIGHT_NARROW if look.narrow else HEIGHT)
    framing = frame.Frame(marks_height=height, left=frame.GAP, right=frame.GAP, below=SCALE_ROOM)
    layout = frame.framed(framing, look=look)
    west, south, east, north = box(features)
    free = max(east - west, north - south) * MARGIN
    hidden = {"visible": False, "fixedrange": True, "constrain": "domain"}
    toward = "center" if look.narrow else "left"
    layout["xaxis"] = hidden | {"range": [west - free, east + free], "constraintoward": toward}
    layout["yaxis"] = hidden | {
        "range": [south - free, north + free],
        "scaleanchor": "x",
        "scaleratio": stretch(south, north),
    }
    layout["coloraxis"] = _scale(
        answer, look=look, highest=top([region for region in regions if region.place in features])
    )
    return layout


def _scale(answer: Answer, *, look: Look, highest: float) -> dict[str, Any]:
    """The colour scale below the map, from zero to the largest value."""
    font = {"size": frame.TEXT_SIZE, "color": look.tokens.faint_text}
    return {
        "cmin": 0,
        "cmax": highest,
        "colorscale": colour_scale(answer, look=look),
        "colorbar": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "xpad": 0,
            "y": 0,
            "yanchor": "top",
            "ypad": 4,
            "len": SCALE_PIXELS,
            "lenmode": "pixels",
            "thickness": 12,
            "outlinewidth": 1,
            "outlinecolor": look.tokens.axis,
            "tickformat": ",",
            "tickfont": font,
            "nticks": 5,
        },
    }
