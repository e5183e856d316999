"""Sums of parts: a count over a period beside the amnesties that the same document counts within it.

The rule. A count of people released by date of event, outside any amnesty, is a whole. Its parts are counts
of single amnesties within its period, by the same counter in the same document, of the same people and place.
Two parts at least and MOST_PARTS at most: more are a chronicle, and no sum. Of one amnesty the latest part is
taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pandas as pd

from metrics.amnesty.amnesties import ALL_PRISONERS, Amnesty, EventCount, amnesties_of, event_counts
from metrics.answer.derived import RELEASED
from metrics.counts.candidates import clocks_of
from metrics.counts.listings import Standing, known_counts
from metrics.counts.typed_rows import PublishedCount, typed_rows
from metrics.query.caching import cached
from metrics.query.query import Query
from validation import Dataset

LEAST_PARTS: Final = 2
MOST_PARTS: Final = 12
SERIES_COLUMNS: Final = ("metric", "place", "counted_by", "group", "sex", "age", "detail")


class SumOutcome(StrEnum):
    """How a sum compares with the whole that is printed beside its parts."""

    EQUAL = "equal"
    LESS = "less"  # the whole has more than these parts
    MORE = "more"  # which cannot be, unless a number is wrong
    UNKNOWN = "unknown"  # a rounded number, or one with two bounds, cannot be compared


@dataclass(frozen=True, eq=False, kw_only=True)
class Part:
    """The part of one amnesty, and what other organisations verified of the same amnesty last."""

    amnesty: Amnesty
    count: EventCount
    other_organisations: tuple[EventCount, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class SumOfParts:
    """A whole, its parts in order of their days, and their sum; a sum with a bound in it is a bound.

    qualifier: of the sum; empty where the qualifiers of the parts do not go together, and there is no sum.
    other_organisations: the counts of other organisations over a period that holds that of the whole.
    """

    whole: EventCount
    parts: tuple[Part, ...]
    value: int
    qualifier: str
    outcome: SumOutcome
    other_organisations: tuple[EventCount, ...]


@cached
def sums_of_parts(dataset: Dataset, query: Query) -> tuple[SumOfParts, ...]:
    """Every whole whose parts a document prints, the newest first, as known on the question's days."""
    counts = known_counts(dataset, clocks_of(dataset, query))
    stands = counts["standing"] != str(Standing.EXCLUDED)
    periods = counts[
        stands
        & (counts["metric"] == RELEASED)
        & (counts["basis"] == "happened")
        & (counts["event_id"] == "")
        & (counts["group"] != ALL_PRISONERS)
    ]
    amnesties = amnesties_of(dataset, query)
    found = [_sum(dataset, query, amnesties, periods, whole) for whole in typed_rows(periods, PublishedCount)]
    return tuple(one for one in found if one is not None)


def _sum(
    dataset: Dataset, query: Query, amnesties: Iterable[Amnesty], periods: pd.DataFrame, whole: PublishedCount
) -> SumOfParts | None:
    parts = tuple(part for amnesty in amnesties if (part := _part(amnesty, whole)) is not None)
    if not LEAST_PARTS <= len(parts) <= MOST_PARTS:
        return None
    counts = [part.count.count for part in parts]
    value, qualifier = sum(count.number for count in counts), qualifier_of_sum(counts)
    (printed,) = event_counts(dataset, query, whole.period_end, periods.loc[[whole.line]])
    return SumOfParts(
        whole=printed,
        parts=tuple(sorted(parts, key=lambda part: part.amnesty.day)),
        value=value,
        qualifier=qualifier,
        outcome=_outcome(value, qualifier, whole),
        other_organisations=_by_other_organisations(dataset, query, periods, whole),
    )


def _part(amnesty: Amnesty, whole: PublishedCount) -> Part | None:
    """The count of an amnesty in the whole's document, for the same people and place."""
    fitting = [one for course in amnesty.courses for one in course.counts if _belongs(one.count, whole)]
    if not fitting:
        return None
    others = tuple(course.last for course in amnesty.courses if course.counter != whole.counted_by)
    return Part(amnesty=amnesty, count=fitting[-1], other_organisations=others)


def _belongs(count: PublishedCount, whole: PublishedCount) -> bool:
    return (
        count.source_id == whole.source_id
        and all(getattr(count, name) == getattr(whole, name) for name in SERIES_COLUMNS)
        and count.qualifier != "suppressed"
        and whole.first_day <= count.first_day
        and count.period_end <= whole.period_end
    )


def qualifier_of_sum(counts: Iterable[PublishedCount]) -> str:
    """The qualifier that a sum has; empty where no qualifier would be true of it."""
    qualifiers = {count.qualifier for count in counts}
    if "between" in qualifiers:
        return ""
    if "about" in qualifiers:
        return "about"
    return "" if {"at_least", "up_to"} <= qualifiers else (qualifiers - {"exact"} or {"exact"}).pop()


def _outcome(value: int, qualifier: str, whole: PublishedCount) -> SumOutcome:
    """By the numbers: both exact, both bounds of one kind, or a lower bound beside an exact whole."""
    is_alike = qualifier == whole.qualifier
    if qualifier in ("", "about") or not (is_alike or (qualifier, whole.qualifier) == ("at_least", "exact")):
        return SumOutcome.UNKNOWN
    if value == whole.number:
        return SumOutcome.EQUAL
    return SumOutcome.LESS if value < whole.number else SumOutcome.MORE


def _by_other_organisations(
    dataset: Dataset, query: Query, periods: pd.DataFrame, whole: PublishedCount
) -> tuple[EventCount, ...]:
    first, last = whole.first_day, whole.period_end
    holding = periods[
        (periods["counted_by"] != whole.counted_by)
        & (periods["period_start"] <= pd.Timestamp(first))
        & (periods["period_end"] >= pd.Timestamp(last))
    ]
    same = [name for name in SERIES_COLUMNS if name != "counted_by"]
    holding = holding[(holding[same] == [getattr(whole, name) for name in same]).all(axis=1)]
    return tuple(event_counts(dataset, query, whole.period_end, holding))
