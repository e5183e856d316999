"""What is on a slide and in its notes, before any file format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from metrics.counts.typed_rows import Document

Kind = Literal["lines", "columns", "bars"]
Mark = Literal["exact", "calculated", "inexact"]


@dataclass(frozen=True, kw_only=True)
class NativeSeries:
    """Values over the categories of a chart, None where there is none; `mark` is how all of them look."""

    name: str
    values: tuple[float | None, ...]
    mark: Mark = "exact"


@dataclass(frozen=True, kw_only=True)
class NativeChart:
    """A chart that the program of slides draws from the table in it.

    categories: days for lines, else words. `words` says each one's value with its qualifier, or why there is
        none: it goes along in the chart's table.
    labels: words beside a mark, by the position of its series and of its category.
    hatched: positions of categories whose value is a limit or rounded, in a chart of columns or bars.
    highest: the end of the scale, where several charts share one.
    alt: what the chart shows, for who hears it.
    """

    kind: Kind
    categories: tuple[date, ...] | tuple[str, ...]
    series: tuple[NativeSeries, ...]
    words: tuple[str, ...]
    colour: str
    alt: str
    labels: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hatched: frozenset[int] = frozenset()
    is_rate: bool = False
    highest: float | None = None


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One slide. Of its contents a chart, a big number, or the lines alone.

    title: what was found. `statistic` is what it is of, and `said` what must be said with it.
    foot: filters, source and days.
    notes: paragraphs for the speaker; `documents` are those that the figures rest on.
    """

    title: str
    statistic: str = ""
    said: tuple[str, ...] = ()
    foot: str = ""
    notes: tuple[str, ...] = ()
    chart: NativeChart | None = None
    number: str = ""
    documents: tuple[Document, ...] = ()
    is_opening: bool = False
