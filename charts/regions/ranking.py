"""Regions by their counts, highest first; those without a count at the end, which is not zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import credit
from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look, count_axis
from charts.regions import regions
from charts.regions.ranking_traces import bar_trace, words_trace
from charts.regions.regions import Region, ranked, regions_of, shared_time
from charts.series.series import colour_of
from metrics.answer.answer import Answer

LINE: Final = 15  # pixels of a line of text
BETWEEN: Final = 13  # pixels between two entries
NAME_PIXELS: Final = 170
NAME_PIXELS_NARROW: Final = 105
WORDS_SHARE: Final = 0.55  # of the plot's width that the words at a bar's end may take
AXIS: Final = 30


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the list: a region, its name and its words in lines."""

    region: Region
    name: list[str]
    words: list[str]


def ranking(answer: Answer, *, look: Look | None = None, area: str = "", selected: str = "") -> Drawing:
    """The last count of each place as a bar with its words; places without a count listed last.

    Where the counts stand for different times, each bar says which. The bars carry their rows.
    Raises OneMetricError for several metrics.
    """
    look = look or Look()
    entries = _entries(ranked(regions_of(answer)), look=look)
    traces = [
        bar_trace(
            entries,
            qualifiers={row.label: row.qualifier for row in answer.rows},
            colour=colour_of(answer.query.metrics[0], answer=answer, look=look),
        ),
        words_trace(entries, look=look),
    ]
    layout = _layout(answer, entries, look=look, area=area, selected=selected)
    return Drawing(
        figure=go.Figure(data=traces, layout=layout),
        title=regions.title(answer, area=area),
        alt=regions.alternative(
            answer, [entry.region for entry in entries], area=area, ends=_ends(answer, entries)
        ),
    )


def _entries(ordered: list[Region], *, look: Look) -> list[Entry]:
    is_same_time = bool(shared_time(ordered))
    wide = _bars_width(look) * WORDS_SHARE
    return [
        Entry(
            region=region,
            name=frame.wrapped(region.name, pixels=_names_width(look), size=frame.TEXT_SIZE),
            words=frame.wrapped(_words(region, is_same_time=is_same_time), pixels=wide, size=frame.TEXT_SIZE),
        )
        for region in ordered
    ]


def _words(region: Region, *, is_same_time: bool) -> str:
    return region.words if is_same_time or not region.time else f"{region.words} ({region.time})"


def _ends(answer: Answer, entries: list[Entry]) -> list[str]:
    return [*regions.cautions(answer, [entry.region for entry in entries]), credit(answer)]


def _names_width(look: Look) -> int:
    return NAME_PIXELS_NARROW if look.narrow else NAME_PIXELS


def _bars_width(look: Look) -> int:
    return look.width - _names_width(look) - frame.RIGHT - 2 * frame.GAP


def _layout(answer: Answer, entries: list[Entry], *, look: Look, area: str, selected: str) -> dict[str, Any]:
    lines = max((max(len(entry.name), len(entry.words)) for entry in entries), default=1)
    axis_title = frame.wrapped(titles.axis_title(answer), pixels=_bars_width(look), size=frame.TEXT_SIZE)
    framing = frame.Frame(
        title=regions.title(answer, area=area),
        subtitle=regions.subtitle(answer, [entry.region for entry in entries]),
        credit=" ".join(_ends(answer, entries)),
        marks_height=max(1, len(entries)) * (lines * LINE + BETWEEN),
        left=_names_width(look) + 2 * frame.GAP,
        below=AXIS + round(frame.height_of(axis_title, size=frame.TEXT_SIZE)),
    )
    font = {"size": frame.TEXT_SIZE, "color": look.tokens.faint_text}
    layout = frame.framed(framing, look=look)
    layout["xaxis"] = count_axis(look) | {
        "range": [0, _end_of_axis(entries, look=look)],
        "nticks": 4 if look.narrow else 7,
        "title": {"text": frame.in_lines(axis_title), "font": font, "standoff": 8},
    }
    layout["yaxis"] = {
        "range": [len(entries) - 0.5, -0.5],
        "tickvals": list(range(len(entries))),
        "ticktext": [_bold_if(entry, selected=selected) for entry in entries],
        "tickfont": {"size": frame.TEXT_SIZE, "color": look.tokens.text},
        "ticklabelstandoff": 6,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
    return layout


def _bold_if(entry: Entry, *, selected: str) -> str:
    name = frame.in_lines(entry.name)
    return f"<b>{name}</b>" if selected and entry.region.place == selected else name


def _end_of_axis(entries: list[Entry], *, look: Look) -> float:
    """The end of the axis at which the words beside every bar still fit."""
    width = _bars_width(look)
    needed = [
        (entry.region.value or 0) * width / (width - _words_width(entry) - 2 * frame.GAP) for entry in entries
    ]
    return round(max(needed, default=0.0), 4) or 1.0


def _words_width(entry: Entry) -> float:
    return max(frame.width_of(line) for line in entry.words)
