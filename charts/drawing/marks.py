"""What a static drawing consists of: curves, dots and labels, in pixels from its top left corner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from charts.canvas.colour import mixed
from charts.canvas.theme import LIGHT

Point = tuple[float, float]
Align = Literal["left", "center", "right"]
RGBA: Final = re.compile(r"rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)")
DASHES: Final = {"dash": (6.0, 4.0), "dot": (1.5, 3.0)}


@dataclass(frozen=True, kw_only=True)
class Hatch:
    """Strokes that fill an area: `shape` as Plotly names it, `size` the pixels from stroke to stroke."""

    shape: str
    colour: str
    size: float
    width: float


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a mark is filled and outlined; an empty colour is none."""

    fill: str = ""
    hatch: Hatch | None = None
    stroke: str = ""
    width: float = 0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Curve:
    """Lines through points, or areas within them, that look alike."""

    lines: tuple[tuple[Point, ...], ...]
    is_closed: bool = False
    style: Style


@dataclass(frozen=True, kw_only=True)
class Dots:
    """Circles that look alike."""

    centres: tuple[Point, ...]
    radius: float
    style: Style


@dataclass(frozen=True, kw_only=True)
class Label:
    """One line of text. `x` is its left end, middle or right end, `y` the line on which its letters stand.

    halo: the colour around its letters, where they may lie over a border.
    """

    text: str
    x: float
    y: float
    align: Align = "left"
    size: float
    colour: str
    is_bold: bool = False
    halo: str = ""


Mark = Curve | Dots


def solid(colour: str | None) -> str:
    """A colour as it is seen on the ground; empty where nothing is seen of it."""
    found = RGBA.fullmatch(colour or "")
    if not found:
        return colour or ""
    red, green, blue, share = (float(part) for part in found.groups())
    if not share:
        return ""
    full = f"#{round(red):02x}{round(green):02x}{round(blue):02x}"
    return full if share == 1 else mixed(LIGHT.background, full, share=share)


def rectangle(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    """Its corners."""
    return ((left, top), (right, top), (right, bottom), (left, bottom))
