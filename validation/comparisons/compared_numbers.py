"""Numbers of a comparison that are no single published count: how each is worded depends on its type.

A plain whole number is a published count, and a plain day is a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class WorkedOut:
    """A number that no document prints: worked out from those beside it, or how many there are."""

    value: int


@dataclass(frozen=True)
class AtLeast:
    """A lower bound, where the sentence itself says “at least” before the number."""

    value: int


@dataclass(frozen=True)
class Sum:
    """Published counts that are added up."""

    values: tuple[int, ...]


@dataclass(frozen=True)
class Difference:
    """A published count less others; of one count alone, that count."""

    values: tuple[int, ...]


@dataclass(frozen=True)
class EachOf:
    """The different numbers that documents print for one count."""

    values: tuple[int, ...]


@dataclass(frozen=True)
class Period:
    """The period of a count; its start is NaT for a stock."""

    start: date
    end: date
