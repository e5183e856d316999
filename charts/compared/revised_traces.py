"""The marks of first published against latest: hollow, joined by a line to filled."""

from __future__ import annotations

from typing import Any, Final

from charts.canvas.key import KeyEntry
from charts.canvas.theme import Look
from charts.series.drawn_series import colour_of
from charts.series.line_traces import plain_number
from metrics.answer.answer import Answer
from metrics.language import phrasing
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.revisions.revisions import FirstAndLatest, PublishedValue

SIZE: Final = 11
SIZE_OF_MANY: Final = 6
MANY: Final = 60  # pairs; more of them get smaller marks
WRITTEN: Final = 8  # pairs; up to so many have their counts written beside them
NO_ROW: Final = -1
FIRST: Final = "first "  # before the period of a mark that was published first
RING: Final = 2  # pixels of the line around a hollow mark


def revised_traces(
    answer: Answer, pairs: tuple[FirstAndLatest, ...], *, colour: str, look: Look
) -> list[dict[str, Any]]:
    """The lines, the first counts, and the latest, which carry their rows; nothing without pairs."""
    drawn = [pair for pair in pairs if pair.first.value is not None and pair.latest.value is not None]
    if not drawn:
        return []
    size = SIZE_OF_MANY if len(drawn) > MANY else SIZE
    labels = {row.bucket: row.label for row in answer.rows}
    first = _marks("first", _("first published"), [(pair, pair.first) for pair in drawn])
    latest = _marks("latest", _("latest"), [(pair, pair.latest) for pair in drawn])
    # Larger than the filled one, so that both are seen where only a qualifier changed.
    ring = {"color": colour, "width": RING}
    hollow = {"symbol": "circle", "size": size + 5, "color": look.tokens.background, "line": ring}
    filled = {"symbol": "circle", "size": size, "color": colour}
    carried = {"customdata": [labels[pair.bucket] for pair in drawn]}
    # The first published value is no longer a row of the answer: its period identifies it.
    first |= {
        "customdata": [NO_ROW] * len(drawn),
        "ids": [f"{FIRST}{pair.bucket}" for pair in drawn],
    }
    written = _written(answer, drawn, look=look) if len(drawn) <= WRITTEN and not look.narrow else {}
    return [
        _lines(drawn, colour=colour),
        first | {"marker": hollow},
        latest | {"marker": filled} | carried | written,
    ]


def key_of_marks(answer: Answer, *, look: Look) -> tuple[KeyEntry, ...]:
    """The legend: hollow is first, filled is latest."""
    colour = colour_of(answer.query.metrics[0], answer=answer, look=look)
    return (
        KeyEntry(words=_("first published"), shape="circle-open", colour=colour, role="first"),
        KeyEntry(words=_("latest"), shape="circle", colour=colour, role="latest"),
    )


def _written(answer: Answer, pairs: list[FirstAndLatest], *, look: Look) -> dict[str, Any]:
    """Both counts beside the latest mark, on the side where there is room."""
    pattern = _("{latest} (first {first})")
    words = [pattern.format(latest=_quantity(pair.latest), first=_quantity(pair.first)) for pair in pairs]
    middle = answer.start + (answer.end - answer.start) / 2
    sides = ["right" if pair.period_end < middle else "left" for pair in pairs]
    return {
        "mode": "markers+text",
        "text": [
            plain(f"\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{line}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}")
            for line in words
        ],
        "textposition": [f"middle {side}" for side in sides],
        "textfont": {"size": 12, "color": look.tokens.text},
    }


def _lines(pairs: list[FirstAndLatest], *, colour: str) -> dict[str, Any]:
    """A line for each pair; an empty point parts two of them."""
    days = [day for pair in pairs for day in (pair.period_end.isoformat(), pair.period_end.isoformat(), None)]
    heights = [height for pair in pairs for height in (_height(pair.first), _height(pair.latest), None)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": days,
        "y": heights,
        "line": {"color": colour, "width": 1.5},
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": "joined"},
    }


def _marks(role: str, name: str, pairs: list[tuple[FirstAndLatest, PublishedValue]]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": plain(name),
        "showlegend": False,
        "x": [pair.period_end.isoformat() for pair, _printed in pairs],
        "y": [_height(one) for _pair, one in pairs],
        "hovertext": [_hover(pair) for pair, _printed in pairs],
        "hoverinfo": "text",
        "cliponaxis": False,
        "meta": {"role": role},
    }


def _height(printed: PublishedValue) -> float | int | None:
    return None if printed.value is None else plain_number(printed.value)


def _hover(pair: FirstAndLatest) -> str:
    lines = [_period(pair), _first(pair.first), _latest(pair.latest)]
    return f"<b>{plain(lines[0])}</b><br>" + "<br>".join(plain(line) for line in lines[1:])


def pair_in_words(pair: FirstAndLatest) -> str:
    """A pair in words: the period, both counts and the day of each document."""
    pattern = _("{period}: {first}; {latest}")
    return pattern.format(period=_period(pair), first=_first(pair.first), latest=_latest(pair.latest))


def _period(pair: FirstAndLatest) -> str:
    return phrasing.period(pair.period_start, pair.period_end)


def _first(printed: PublishedValue) -> str:
    return _in_words(_("first {quantity} (published {day})"), printed)


def _latest(printed: PublishedValue) -> str:
    return _in_words(_("latest {quantity} (published {day})"), printed)


def _in_words(pattern: str, printed: PublishedValue) -> str:
    return pattern.format(quantity=_quantity(printed), day=phrasing.day(printed.published))


def _quantity(printed: PublishedValue) -> str:
    return phrasing.quantity(printed.value, printed.qualifier, upper=printed.value_to)
