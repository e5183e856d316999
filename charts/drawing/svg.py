"""A static drawing as SVG: whole with its text for a page, or its marks alone, to set text over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import pairwise
from typing import Final

from charts.canvas.theme import FONTS
from charts.drawing.marks import Curve, Dots, Hatch, Label, Mark, Point, Style
from charts.drawing.static_drawing import StaticDrawing

ANCHORS: Final = {"left": "start", "center": "middle", "right": "end"}
NAMES: Final = {"/": "slash", "|": "up", "-": "level", "+": "cross", "x": "net", ".": "dots"}
NEAR: Final = 0.3  # pixels: points of an outline that are nearer to each other are one
HALO: Final = 3  # pixels around the letters


def svg(drawing: StaticDrawing, *, title: str = "") -> str:
    """The drawing as an inline picture of a page, with its title and, for who hears it, all in words.

    `title` replaces that of the chart, such as by what was found.
    """
    usual = _usual_look(drawing.labels)
    words = "".join(_text(label, usual) for label in drawing.labels)
    head = f"<title>{escape(title or drawing.title)}</title><desc>{escape(drawing.alt)}</desc>"
    letters = f"<g font-family='{escape(FONTS)}'{''.join(usual.values())}>{words}</g>"
    return f'{_opening(drawing)} role="img">{head}{_marks(drawing)}{letters}</svg>'


def svg_of_marks(drawing: StaticDrawing) -> str:
    """The marks alone, without any text."""
    return f"{_opening(drawing)}>{_marks(drawing)}</svg>"


def _opening(drawing: StaticDrawing) -> str:
    size = f"{_short(drawing.width)} {_short(drawing.height)}"
    width, height = size.split()
    names = 'xmlns="http://www.w3.org/2000/svg"'
    return f'<svg {names} viewBox="0 0 {size}" width="{width}" height="{height}"'


def _marks(drawing: StaticDrawing) -> str:
    hatches = dict.fromkeys(mark.style.hatch for mark in drawing.marks if mark.style.hatch)
    patterns = "".join(_pattern(hatch) for hatch in hatches)
    drawn = "".join(_path(mark) for mark in drawing.marks)
    return f"<defs>{patterns}</defs>{drawn}" if patterns else drawn


def _path(mark: Mark) -> str:
    """A mark; where it is filled and hatched, its fill lies behind."""
    if isinstance(mark, Dots) and not mark.style.stroke:
        return _full_dots(mark)
    outline = _d(mark) if isinstance(mark, Curve) else "".join(_dot(*at, mark.radius) for at in mark.centres)
    if not outline:
        return ""
    style = mark.style
    behind = f'<path d="{outline}" fill="{style.fill}"/>' if style.hatch and style.fill else ""
    return f'{behind}<path d="{outline}"{_look(style)}/>'


def _d(mark: Curve) -> str:
    return "".join(_line(points, is_closed=mark.is_closed) for points in mark.lines if points)


def _line(points: tuple[Point, ...], *, is_closed: bool) -> str:
    """A line in steps from point to point, which are shorter than places."""
    at = [(round(x, 1), round(y, 1)) for x, y in _without_near(points)]
    steps = "".join(_step(x - was_x, y - was_y) for (was_x, was_y), (x, y) in pairwise(at))
    return f"M{_short(at[0][0])} {_short(at[0][1])}{steps}{'z' if is_closed else ''}"


def _step(x: float, y: float) -> str:
    if round(y, 1) == 0:
        return f"h{_short(x)}"
    return f"v{_short(y)}" if round(x, 1) == 0 else f"l{_pair(x, y)}"


def _without_near(points: tuple[Point, ...], *, near: float = NEAR) -> Iterator[Point]:
    """The points without those that no eye tells from the one before; ends stay.

    Of full dots one that lies half a radius beside another changes the shape of both by a thirtieth of it.
    """
    last = points[0]
    yield last
    for point in points[1:-1]:
        if abs(point[0] - last[0]) >= near or abs(point[1] - last[1]) >= near:
            last = point
            yield point
    yield from points[1:][-1:]


def _full_dots(dots: Dots) -> str:
    """Ends of strokes without a length, which are round: a third of the letters of circles."""
    seen = _without_near(dots.centres, near=dots.radius / 2)
    at = [(round(x, 1), round(y, 1)) for x, y in seen]
    moves = "".join(f"m{_pair(x - was_x, y - was_y)}h0" for (was_x, was_y), (x, y) in pairwise(at))
    look = f'stroke="{dots.style.fill}" stroke-width="{_short(2 * dots.radius)}" stroke-linecap="round"'
    return f'<path d="M{_short(at[0][0])} {_short(at[0][1])}h0{moves}" {look}/>'


def _dot(x: float, y: float, radius: float) -> str:
    wide, own = _short(2 * radius), _short(radius)
    return f"M{_short(x - radius)} {_short(y)}a{own} {own} 0 1 0 {wide} 0a{own} {own} 0 1 0 -{wide} 0z"


def _look(style: Style) -> str:
    fill = f"url(#{_name(style.hatch)})" if style.hatch else style.fill or "none"
    parts = f' fill="{fill}"' if fill != "#000000" else ""
    if style.stroke and style.width:
        parts += f' stroke="{style.stroke}" stroke-width="{_short(style.width)}"'
    if style.dash:
        parts += f' stroke-dasharray="{" ".join(_short(one) for one in style.dash)}"'
    return parts


def _name(hatch: Hatch) -> str:
    """The same for the same hatching, so that several pictures on a page may each define it."""
    return f"hatch-{NAMES[hatch.shape]}-{hatch.colour.lstrip('#')}-{_short(hatch.size)}-{_short(hatch.width)}"


def _pattern(hatch: Hatch) -> str:
    size = _short(hatch.size)
    strokes = {
        "/": f"M-1 1l2-2M0 {size}L{size} 0M{_short(hatch.size - 1)} {_short(hatch.size + 1)}l2-2",
        "|": f"M{_short(hatch.size / 2)} 0v{size}",
        "-": f"M0 {_short(hatch.size / 2)}h{size}",
        ".": f"M{_short(hatch.size / 2 - 0.75)} {_short(hatch.size / 2)}h1.5",
    }
    strokes["+"] = strokes["|"] + strokes["-"]
    strokes["x"] = strokes["/"] + f"M0 0L{size} {size}"
    return (
        f'<pattern id="{_name(hatch)}" width="{size}" height="{size}" patternUnits="userSpaceOnUse">'
        f'<path d="{strokes[hatch.shape]}" fill="none" stroke="{hatch.colour}"'
        f' stroke-width="{_short(hatch.width)}"/></pattern>'
    )


def _look_of_letters(label: Label) -> dict[str, str]:
    return {"size": f' font-size="{_short(label.size)}"', "colour": f' fill="{label.colour}"'}


def _usual_look(labels: Iterable[Label]) -> dict[str, str]:
    """The size and the colour of most labels, which are said once for all of them."""
    looks = [_look_of_letters(label) for label in labels]
    return {
        name: Counter(look[name] for look in looks).most_common(1)[0][0]
        for name in (looks[0] if looks else ())
    }


def _text(label: Label, usual: Mapping[str, str]) -> str:
    look = "".join(own for name, own in _look_of_letters(label).items() if own != usual[name])
    if label.align != "left":
        look += f' text-anchor="{ANCHORS[label.align]}"'
    if label.is_bold:
        look += ' font-weight="700"'
    if label.halo:
        look += f' stroke="{label.halo}" stroke-width="{HALO}" stroke-linejoin="round" paint-order="stroke"'
    return f'<text x="{_short(label.x)}" y="{_short(label.y)}"{look}>{escape(label.text)}</text>'


def _pair(x: float, y: float) -> str:
    """Two numbers; before a minus nothing parts them."""
    return f"{_short(x)} {_short(y)}".replace(" -", "-")


def _short(value: float) -> str:
    """A number with one decimal at most, as short as it can be."""
    return f"{value:.1f}".removesuffix(".0").replace("-0.", "-.").removeprefix("0") or "0"
