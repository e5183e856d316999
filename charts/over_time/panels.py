"""Where the panels of small multiples lie, and what belongs to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from charts.canvas import frame
from charts.canvas.theme import Look, count_axis, time_axis
from charts.series.drawn_series import DrawnSeries, break_days
from charts.series.time_drawing import heights
from metrics.answer.answer import Answer
from metrics.language.plain_text import plain

PANEL: Final = 150  # pixels of a panel's plot area
PANEL_NARROW: Final = 110
LEAST_PANEL: Final = 40
DATES: Final = 28  # pixels between two rows for the dates of the upper one
NAME_LINE: Final = 17
BETWEEN_COLUMNS: Final = 16
COLUMNS: Final = 3
FEW: Final = 4  # up to so many panels a phone shows in one column


@dataclass(frozen=True, kw_only=True)
class PanelName:
    """The name over a panel, and below it the last value with its day, where there is one to be said."""

    text: str
    last: str = ""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One panel: its axes, its place in parts of the whole, and which of its edges are the figure's."""

    number: int
    across: tuple[float, float]
    up: tuple[float, float]
    is_first_in_row: bool
    is_last_in_column: bool
    pixels: float

    @property
    def x(self) -> str:
        """Plotly's name for its time axis."""
        return "x" if self.number == 1 else f"x{self.number}"

    @property
    def y(self) -> str:
        """Plotly's name for its count axis."""
        return "y" if self.number == 1 else f"y{self.number}"


@dataclass(frozen=True, kw_only=True)
class Panels:
    """All panels, and the pixels that they take together."""

    each: list[Panel]
    height: int
    over: int  # pixels over the first row, for the names of its panels


def columns_for(count: int, *, narrow: bool) -> int:
    """The number of columns of panels."""
    if narrow:
        return 1 if count <= FEW else 2
    return 2 if count in (2, 4) else max(1, min(COLUMNS, count))


def panels_of(names: list[PanelName], *, left: int, look: Look) -> Panels:
    """The places of the panels with these names, row by row."""
    count = len(names)
    columns = columns_for(count, narrow=look.narrow)
    rows = max(1, -(-count // columns))
    width = look.width - left - frame.RIGHT
    wide = (width - (columns - 1) * BETWEEN_COLUMNS) / columns
    over = max((len(name_lines(name, pixels=wide)) for name in names), default=1) * NAME_LINE
    between = (rows - 1) * (DATES + over)
    high = _height_of_panel(rows, between=between, look=look)
    height = rows * high + between
    each = []
    for at in range(count):
        row, column = divmod(at, columns)
        start, top = column * (wide + BETWEEN_COLUMNS), height - row * (high + DATES + over)
        panel = Panel(
            number=at + 1,
            across=_share(start, start + wide, whole=width),
            up=_share(top - high, top, whole=height),
            is_first_in_row=column == 0,
            is_last_in_column=at + columns >= count,
            pixels=wide,
        )
        each.append(panel)
    return Panels(each=each, height=height, over=over)


def _height_of_panel(rows: int, *, between: int, look: Look) -> int:
    if look.marks:
        return max(LEAST_PANEL, (look.marks - between) // rows)
    return PANEL_NARROW if look.narrow else PANEL


def _share(start: float, end: float, *, whole: float) -> tuple[float, float]:
    return max(0.0, round(start / whole, 4)), min(1.0, round(end / whole, 4))


def panel_axes(panel: Panel, *, answer: Answer, shown: list[str], look: Look) -> dict[str, Any]:
    """Both axes of a panel. All follow the first, so that there is one scale; outer ones have labels."""
    x = time_axis(look) | {
        "domain": list(panel.across),
        "anchor": panel.y,
        "range": shown,
        "nticks": 3 if look.narrow else 4,
        "showticklabels": panel.is_last_in_column,
    }
    y = (count_axis(look) | heights(answer, look=look)) | {
        "domain": list(panel.up),
        "anchor": panel.x,
        "nticks": 4,
        "showticklabels": panel.is_first_in_row,
    }
    if panel.number > 1:
        y |= {"matches": "y"}
    suffix = "" if panel.number == 1 else str(panel.number)
    return {f"xaxis{suffix}": x, f"yaxis{suffix}": y}


def name_lines(name: PanelName, *, pixels: float) -> list[str]:
    """A panel's name and last value in lines of its width, escaped; the name in bold letters."""
    lines = frame.wrapped(name.text, pixels=pixels / frame.BOLD, size=frame.TEXT_SIZE)
    last = frame.wrapped(name.last, pixels=pixels, size=frame.TEXT_SIZE) if name.last else []
    return [*(f"<b>{plain(line)}</b>" for line in lines), *map(plain, last)]


def panel_name(name: PanelName, *, panel: Panel, look: Look) -> dict[str, Any]:
    """The name of a panel's series over its left edge."""
    return {
        "name": "panel",
        "text": "<br>".join(name_lines(name, pixels=panel.pixels)),
        "font": {"size": frame.TEXT_SIZE, "color": look.tokens.text},
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "yref": "paper",
        "x": panel.across[0],
        "y": panel.up[1],
        "xanchor": "left",
        "yanchor": "bottom",
    }


def panel_breaks(series: DrawnSeries, *, panel: Panel, answer: Answer, look: Look) -> list[dict[str, Any]]:
    """The breaks of a panel's own series as dashed lines."""
    return [
        {
            "type": "line",
            "name": "break",
            "xref": panel.x,
            "yref": f"{panel.y} domain",
            "x0": day.isoformat(),
            "x1": day.isoformat(),
            "y0": 0,
            "y1": 1,
            "layer": "below",
            "line": {"color": look.tokens.faint_text, "dash": "dash", "width": 1.5},
        }
        for day in break_days(series, answer=answer)
        if answer.start <= day <= answer.end
    ]
