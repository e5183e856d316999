"""Colours, type and lines of every chart: light, dark and on paper.

A colour has one meaning. A chart of one metric takes the colour of the metric's family; a chart that
compares places or several metrics takes `Tokens.series` in order, with `neutral` for the country.

| token | light, print | dark | meaning |
|---|---|---|---|
| detention | #1867b3 | #2f83ea | people held, awaiting trial, evading |
| arrest | #a04a1c | #cd8a3a | arrests |
| death | #4a0f22 | #e0708f | killed |
| release | #2f9e8f | #45e6a4 | released |
| sentence | #8b2be2 | #c09adb | sentences, of death included |
| other | #9a8008 | #f5d033 | any other metric |
| neutral | #3b4252 | #e5e9f0 | the country beside its regions; signs in a legend |

Tests compute the contrast of each with its background (3:1 for marks, 4.5:1 for text) and the distance
between any two as seen with deuteranopia and protanopia. Shape, dash and words always say it as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, Literal

from charts.canvas.colour import readable

Scheme = Literal["light", "dark", "print"]

FONTS: Final = (
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Myanmar", '
    '"Helvetica Neue", Arial, sans-serif'
)
WIDE: Final = 600  # pixels that a figure has at least where it is not drawn as narrow
NARROW: Final = 280  # the same of a narrow one: a phone's, or of one in a column
CLEAR: Final = "rgba(0,0,0,0)"
FAMILIES: Final = {
    "detained": "detention",
    "detained_or_evading": "detention",
    "awaiting_trial": "detention",
    "political_prisoners": "detention",
    "evading_warrant": "detention",
    "arrested": "arrest",
    "released": "release",
    "killed": "death",
    "killed_unverified": "death",
    "sentenced": "sentence",
    "sentenced_in_person": "sentence",
    "sentenced_in_absentia": "sentence",
    "death_sentence": "sentence",
    "death_row": "sentence",
    "serving_sentence": "sentence",
}


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """The colours of one scheme. `background` is what the chart lies on; it paints none itself."""

    background: str
    text: str
    faint_text: str
    grid: str
    axis: str
    neutral: str
    families: Mapping[str, str]
    no_count: str
    no_count_hatch: str
    border: str
    low: str  # the colour of zero on a map; the other end is the family's

    @property
    def series(self) -> tuple[str, ...]:
        """The colours of places or metrics that are compared, in their order."""
        order = ("detention", "arrest", "release", "sentence", "other", "death")
        return tuple(self.families[family] for family in order)


LIGHT_FAMILIES: Final = {
    "detention": "#1867b3",
    "arrest": "#a04a1c",
    "death": "#4a0f22",
    "release": "#2f9e8f",
    "sentence": "#8b2be2",
    "other": "#9a8008",
}
DARK_FAMILIES: Final = {
    "detention": "#2f83ea",
    "arrest": "#cd8a3a",
    "death": "#e0708f",
    "release": "#45e6a4",
    "sentence": "#c09adb",
    "other": "#f5d033",
}
LIGHT: Final = Tokens(
    background="#ffffff",
    text="#1f2430",
    faint_text="#565e6c",
    grid="rgba(31,36,48,0.10)",
    axis="#8a919e",
    neutral="#3b4252",
    families=LIGHT_FAMILIES,
    no_count="#f4f5f7",
    no_count_hatch="#8a919e",
    border="#6b7280",
    low="#f6efe6",
)
DARK: Final = Tokens(
    background="#14181b",
    text="#eceff4",
    faint_text="#a9b1bf",
    grid="rgba(236,239,244,0.14)",
    axis="#6f7886",
    neutral="#e5e9f0",
    families=DARK_FAMILIES,
    no_count="#1b2025",
    no_count_hatch="#6f7886",
    border="#8a93a2",
    low="#2a3138",
)
TOKENS: Final[Mapping[Scheme, Tokens]] = {"light": LIGHT, "dark": DARK, "print": LIGHT}


# Pixels for the marks of a figure of lines over time.
LINES_HEIGHT: Final = 360
LINES_HEIGHT_NARROW: Final = 280
LOW: Final = 150  # pixels for the marks where several figures share a printed page


@dataclass(frozen=True, kw_only=True)
class Look:
    """How the reader sees it: the scheme, and the room.

    `low` is for several figures on one printed page. A figure is drawn for two widths, `narrow` and wide, and
    the browser takes the one that fits the place where it stands. `pixels` is another least width of that
    place. What is written beside the marks is wrapped to it, and the figure fills what there is. `marks` are
    the pixels for its marks where a page or a picture has no more: a list then has as many entries as fit.
    """

    scheme: Scheme = "light"
    narrow: bool = False
    pixels: int | None = None
    marks: int | None = None
    low: bool = False

    def plot_height(self, *, wide: int, narrow: int) -> int:
        """Pixels for the marks of a figure over time."""
        if self.marks:
            return self.marks
        if self.narrow:
            return narrow
        return LOW if self.low else wide

    @property
    def tokens(self) -> Tokens:
        """The colours of the scheme."""
        return TOKENS[self.scheme]

    @property
    def width(self) -> int:
        """The least pixels of the place where the figure stands."""
        return self.pixels or (NARROW if self.narrow else WIDE)


def letters_of(colour: str, *, look: Look) -> str:
    """The colour of letters about a series of this colour."""
    return readable(colour, on=look.tokens.background, toward=look.tokens.text)


def paper_colours(scheme: Scheme) -> list[tuple[str, str]]:
    """Each colour of the dark scheme with that of the light one, in which a page is printed."""
    return list(dict(dark_and_light()).items()) if scheme == "dark" else []


def dark_and_light() -> list[tuple[str, str]]:
    """Each colour of the dark scheme with that of the light one in the same place, letters first."""
    pairs = [
        (getattr(DARK, name), getattr(LIGHT, name))
        for name in (field.name for field in fields(Tokens))
        if name != "families"
    ]
    families = [(DARK.families[family], LIGHT.families[family]) for family in LIGHT.families]
    dark, light = Look(scheme="dark"), Look()
    letters = [(letters_of(one, look=dark), letters_of(other, look=light)) for one, other in families]
    return [*letters, *families, *pairs]


def family_colour(metric: str, part_of: str, *, look: Look) -> str:
    """The colour of a metric's family; a part without a family of its own has that of its whole."""
    family = FAMILIES.get(metric) or FAMILIES.get(part_of, "other")
    return look.tokens.families[family]


def base_layout(look: Look) -> dict[str, Any]:
    """What all figures share: see-through ground, system type, no dragging, so that touch scrolls."""
    tokens = look.tokens
    return {
        "template": "none",
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONTS, "size": 13, "color": tokens.text},
        "separators": ".,",
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": tokens.background,
            "bordercolor": tokens.axis,
            "align": "left",
            "font": {"family": FONTS, "size": 13, "color": tokens.text},
        },
        "showlegend": False,
    }


def time_axis(look: Look) -> dict[str, Any]:
    """An axis of days: no grid, few ticks, outside."""
    tokens = look.tokens
    return {
        "type": "date",
        "showgrid": False,
        "zeroline": False,
        "linecolor": tokens.axis,
        "ticks": "outside",
        "tickcolor": tokens.axis,
        "tickfont": {"size": 12, "color": tokens.faint_text},
        "nticks": 4 if look.narrow else 8,
        "fixedrange": True,
    }


def count_axis(look: Look) -> dict[str, Any]:
    """An axis of counts: from zero, faint lines, thousands marked."""
    tokens = look.tokens
    return {
        "rangemode": "tozero",
        "showgrid": True,
        "gridcolor": tokens.grid,
        "zeroline": True,
        "zerolinecolor": tokens.axis,
        "zerolinewidth": 1,
        "tickformat": ",",
        "tickfont": {"size": 12, "color": tokens.faint_text},
        "nticks": 6,
        "fixedrange": True,
    }
