"""Different numbers for the same thing: by two documents of one counter, or by two organisations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import inf
from typing import Final, Literal

from metrics.amnesty.amnesties import Amnesty, EventCount

# What a printed number leaves open. What "about" leaves open nobody says, nor what is held back.
LEAST_AND_MOST: Final = {"exact": (0.0, 0.0), "at_least": (0.0, inf), "up_to": (-inf, 0.0)}


@dataclass(frozen=True, eq=False, kw_only=True)
class Disagreement:
    """Two counts of the same thing that give different numbers.

    between: two documents that give one counter's number for one day, or two organisations' last numbers.
    is_settled: whether both may be true as printed, for a bound leaves room, or one is rounded.
    """

    between: Literal["documents", "organisations"]
    one: EventCount
    other: EventCount
    is_settled: bool


def disagreements(amnesty: Amnesty) -> tuple[Disagreement, ...]:
    """Disagreements about announced numbers, about verified ones, and between organisations.

    A number that grew from one day to a later one is no disagreement. Two numbers of one counter for a day
    disagree only where they cannot both be true: a bound beside the exact number adds nothing.
    """
    return (*_between_documents(amnesty), *_between_organisations(amnesty))


def _between_documents(amnesty: Amnesty) -> Iterator[Disagreement]:
    courses = (course.counts for course in amnesty.courses)
    for counts in (amnesty.announced, amnesty.claimed, *courses, amnesty.identified, amnesty.parts):
        found = []
        for one, other in combinations(counts, 2):
            values = (_same(one), one.count.value, other.count.value)
            if _same(one) == _same(other) and not may_both_be_true(one, other) and values not in found:
                found.append(values)
                yield Disagreement(between="documents", one=one, other=other, is_settled=False)


def _between_organisations(amnesty: Amnesty) -> Iterator[Disagreement]:
    printed = [course.last for course in amnesty.courses if course.last.count.qualifier != "suppressed"]
    for one, other in combinations(printed, 2):
        is_same = (one.count.value, one.count.qualifier) == (other.count.value, other.count.qualifier)
        if not is_same:
            settled = may_both_be_true(one, other)
            yield Disagreement(between="organisations", one=one, other=other, is_settled=settled)


def _same(one: EventCount) -> tuple[object, ...]:
    count = one.count
    return (count.counted_by, count.group, count.place, count.sex, count.age, count.detail, one.days)


def may_both_be_true(one: EventCount, other: EventCount) -> bool:
    """Whether there is a number that both allow; a rounded one is too vague to be refuted."""
    if not {one.count.qualifier, other.count.qualifier} <= set(LEAST_AND_MOST):
        return True
    (least, most), (others_least, others_most) = _range(one), _range(other)
    return max(least, others_least) <= min(most, others_most)


def _range(one: EventCount) -> tuple[float, float]:
    below, above = LEAST_AND_MOST[one.count.qualifier]
    return one.count.number + below, one.count.number + above
