"""Regions by their counts, highest first; those without a count at the end, which is not zero."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import plotly.graph_objects as go

from charts.canvas import frame, titles
from charts.canvas.credit import credit
from charts.canvas.drawing import Drawing
from charts.canvas.theme import Look
from charts.regions import counts_by_place
from charts.regions.counts_by_place import Region, ranked, regions_of, shared_time
from charts.series.drawn_series import colour_of
from charts.series.labelled_bars import (
    LabelledBar,
    axis_of_lying_bars,
    band_axis,
    bars_trace,
    shape_of,
    words_at_ends,
)
from metrics.answer.answer import Answer
from metrics.language.phrasing import number
from metrics.language.wording import _

MOST_ENTRIES: Final = 60  # of more places the highest are shown: a longer list is searched, not read
LINE: Final = 15  # pixels of a line of text
BETWEEN: Final = 13  # pixels between two entries
BETWEEN_FITTED: Final = 6  # the same where the height is given
COLUMN: Final = 420  # pixels in which a wide one has room, beside a map
NAME_PIXELS: Final = 150
NAME_PIXELS_NARROW: Final = 105
WORDS_SHARE: Final = 0.55  # of the plot's width that the words at a bar's end may take
WORDS_SHARE_NARROW: Final = 0.75  # the same where it is narrow: a day of twelve letters stays in one line
AXIS: Final = 30
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
SHORT: Final = 12  # letters of a day that stays in one line
THICKNESS: Final = 0.62  # of the height of an entry's line


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the list: a region, its name and its words in lines."""

    region: Region
    name: list[str]
    words: list[str]


def ranking(answer: Answer, *, look: Look | None = None, area: str = "", selected: str = "") -> Drawing:
    """The last count of each place as a bar with its words; places without a count listed last.

    Where the counts are for different times, each bar names its own. The bars carry their rows. Of more
    places than MOST_ENTRIES, or than fit, the highest are shown, and the selected one.

    Raises OneMetricError for several metrics.
    """
    look = look or Look()
    look = look if look.marks else replace(look, pixels=min(look.width, COLUMN))
    entries = _that_fit(_entries(_shown(ranked(regions_of(answer)), selected=selected), look=look), look=look)
    bars = _bars(answer, entries)
    layout = _layout(entries, bars, look=look, selected=selected)
    ends = _ends(answer, entries)
    return Drawing(
        figure=go.Figure(data=_traces(answer, bars, look=look), layout=layout),
        title=counts_by_place.title(answer, area=area),
        subtitle=counts_by_place.subtitle(answer, [entry.region for entry in entries]),
        axis=titles.axis_title(answer),
        credit=" ".join(ends),
        width=look.width,
        alt=counts_by_place.alternative(answer, [entry.region for entry in entries], area=area, ends=ends),
    )


def _shown(ordered: list[Region], *, selected: str) -> list[Region]:
    """The highest, and after them the selected one where it is not among them."""
    return [
        *ordered[:MOST_ENTRIES],
        *(region for region in ordered[MOST_ENTRIES:] if region.place == selected),
    ]


def _that_fit(entries: list[Entry], *, look: Look) -> list[Entry]:
    """All; where the height is given, the first that fit into it, at least one."""
    if not look.marks:
        return entries
    return entries[: max(1, look.marks // (_lines(entries) * LINE + BETWEEN_FITTED))]


def _lines(entries: list[Entry]) -> int:
    """The most lines of an entry: all have the same height."""
    return max((max(len(entry.name), len(entry.words)) for entry in entries), default=1)


def _between(look: Look) -> int:
    return BETWEEN_FITTED if look.marks else BETWEEN


def _entries(ordered: list[Region], *, look: Look) -> list[Entry]:
    is_same_time = bool(shared_time(ordered))
    wide = _bars_width(look) * (WORDS_SHARE_NARROW if look.narrow else WORDS_SHARE)
    return [
        Entry(
            region=region,
            name=frame.wrapped(region.name, pixels=_names_width(look), size=frame.TEXT_SIZE),
            words=frame.wrapped(_words(region, is_same_time=is_same_time), pixels=wide, size=frame.TEXT_SIZE),
        )
        for region in ordered
    ]


def _bars(answer: Answer, entries: list[Entry]) -> list[LabelledBar]:
    """A bar for each entry; bounds and rounded values are hatched."""
    qualifiers = {row.label: row.qualifier for row in answer.rows}
    return [
        LabelledBar(
            at=at,
            value=entry.region.value,
            shape=shape_of(qualifiers.get(entry.region.label or 0, "")),
            row=entry.region.label,
            id=entry.region.place,
            hover=entry.region.hover,
            words=tuple(entry.words),
        )
        for at, entry in enumerate(entries)
    ]


def _traces(answer: Answer, bars: list[LabelledBar], *, look: Look) -> list[dict[str, Any]]:
    colour = colour_of(answer.query.metrics[0], answer=answer, look=look)
    trace = bars_trace(bars, thickness=THICKNESS, colour=colour, is_lying=True, role="values")
    # A click chooses a region; the other regions keep their full colour.
    trace |= {"unselected": {"marker": {"opacity": 1}}, "showlegend": False}
    return [trace, words_at_ends(bars, look=look)]


def _words(region: Region, *, is_same_time: bool) -> str:
    if is_same_time or not region.time:
        return region.words
    time = region.short_time.replace(" ", NO_BREAK) if len(region.short_time) <= SHORT else region.short_time
    return f"{region.words} ({time})"


def _ends(answer: Answer, entries: list[Entry]) -> list[str]:
    regions = [entry.region for entry in entries]
    return [
        *_left_out(answer, regions),
        *counts_by_place.cautions(answer, regions),
        credit(answer),
    ]


def _left_out(answer: Answer, shown: list[Region]) -> list[str]:
    """That only the highest are shown, and how many of the others have no count."""
    if len(shown) == len(answer.query.places):
        return []
    none = sum(region.value is None for region in regions_of(answer))
    words = _("Shown: the highest {shown} of {all} places.")
    if none:
        words = _(
            "Shown: the highest {shown} of {all} places. Without a figure, which does not mean zero: {none}."
        )
    values = {"shown": min(len(shown), MOST_ENTRIES), "all": len(answer.query.places), "none": none}
    return [words.format(**{name: number(value) for name, value in values.items()})]


def _names_width(look: Look) -> int:
    return NAME_PIXELS_NARROW if look.narrow else NAME_PIXELS


def _bars_width(look: Look) -> int:
    return look.width - _names_width(look) - frame.RIGHT - 2 * frame.GAP


def _layout(entries: list[Entry], bars: list[LabelledBar], *, look: Look, selected: str) -> dict[str, Any]:
    framing = frame.Frame(
        marks_height=max(1, len(entries)) * (_lines(entries) * LINE + _between(look)),
        left=_names_width(look) + 2 * frame.GAP,
        below=AXIS,
    )
    layout = frame.framed(framing, look=look) | {"meta": {"nearest": "y"}}
    layout["xaxis"] = axis_of_lying_bars(
        bars,
        width=_bars_width(look),
        most_ticks=4,
        look=look,
    )
    layout["yaxis"] = band_axis(
        [_bold_if(entry, selected=selected) for entry in entries],
        places=range(len(entries)),
        ends=(len(entries) - 0.5, -0.5),
        colour=look.tokens.text,
    )
    return layout


def _bold_if(entry: Entry, *, selected: str) -> str:
    name = frame.in_lines(entry.name)
    return f"<b>{name}</b>" if selected and entry.region.place == selected else name
