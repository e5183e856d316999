"""Where an axis has its ticks, and what they say."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from charts.drawing.axis import Axis
from metrics.language import phrasing

STEPS: Final = (1, 2, 5, 10)
MONTHS: Final = (1, 2, 3, 6)
MONTHS_OF_A_YEAR: Final = 12
DAYS: Final = (1, 2, 7, 14)
DAYS_OF_A_MONTH: Final = 30.44
FIRST: Final = 2000  # years are counted from a round one


@dataclass(frozen=True, kw_only=True)
class Tick:
    """One tick: its value on the axis, and its words in lines."""

    value: float
    words: tuple[str, ...]


def ticks_of(axis: Axis) -> list[Tick]:
    """The ticks of an axis between its ends."""
    return list(_ticks_of_time(axis) if axis.is_time else _ticks_of_counts(axis))


def _ticks_of_counts(axis: Axis) -> Iterator[Tick]:
    low, high = sorted((axis.start, axis.end))
    step = axis.options.get("dtick") or _round_step((high - low) / axis.options.get("nticks", 6))
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    for at in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
        yield Tick(value=at * step, words=(f"{at * step:,.{decimals}f}",))


def _round_step(least: float) -> float:
    """The round number of which no more fit."""
    power = 10.0 ** math.floor(math.log10(least or 1))
    return next(power * step for step in STEPS if power * step >= least * (1 - 1e-9))


def _ticks_of_time(axis: Axis) -> Iterator[Tick]:
    """Years alone; of shorter steps the year where it is a new one."""
    days = (axis.end - axis.start) / axis.options.get("nticks", 8)
    months = days / DAYS_OF_A_MONTH
    if months > MONTHS[-1]:
        step = round(_round_step(max(1.0, months / MONTHS_OF_A_YEAR)))
        yield from _words_of(_months(axis, step * MONTHS_OF_A_YEAR), lambda _day: "")
    elif days > DAYS[-1]:
        step = next(step for step in MONTHS if step >= months)
        yield from _words_of(_months(axis, step), phrasing.month_alone)
    else:
        step = next(step for step in DAYS if step >= days)
        first = math.ceil(axis.start)
        starts = (date.fromordinal(at) for at in range(first, math.floor(axis.end) + 1, step))
        yield from _words_of(starts, phrasing.day_and_month)


def _months(axis: Axis, step: int) -> Iterator[date]:
    first, last = date.fromordinal(math.ceil(axis.start)), date.fromordinal(math.floor(axis.end))
    begin = (first.year - FIRST) * MONTHS_OF_A_YEAR // step * step
    end = (last.year - FIRST + 1) * MONTHS_OF_A_YEAR
    for at in range(begin, end + 1, step):
        day = date(FIRST + at // MONTHS_OF_A_YEAR, at % MONTHS_OF_A_YEAR + 1, 1)
        if first <= day <= last:
            yield day


def _words_of(days: Iterator[date], words: Callable[[date], str]) -> Iterator[Tick]:
    year = None
    for day in days:
        lines = (words(day), phrasing.year(day) if day.year != year else "")
        year = day.year
        yield Tick(value=day.toordinal(), words=tuple(line for line in lines if line))
