"""The share of announced releases that was verified, where both numbers are exact and undisputed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from metrics.amnesty.amnesties import Amnesty, EventCount, VerificationCourse
from metrics.language.phrasing import Message, quantity
from metrics.language.wording import N_
from metrics.number.sentence import Number
from metrics.query.tolerances import SMALL_BASE

PERCENT: Final = 100


@dataclass(frozen=True, eq=False, kw_only=True)
class Share:
    """How many percent of the announced number one organisation verified by its last count.

    `percentage` is None where none may be given; `reason` then says why.
    """

    percentage: float | None
    reason: Message | None


def share_verified(amnesty: Amnesty, course: VerificationCourse) -> Share:
    """The last verified count over the announced one, both exact and undisputed."""
    reason = _why_none_of(amnesty) or _why_none_by(course) or _why_not_together(amnesty, course)
    if reason:
        return Share(percentage=None, reason=reason)
    (announced,) = announced_exactly(amnesty)
    return Share(percentage=PERCENT * course.last.count.number / announced.count.number, reason=None)


def announced_exactly(amnesty: Amnesty) -> tuple[EventCount, ...]:
    """The exact numbers that were announced, each once, the smallest first."""
    return _each_once(one for one in amnesty.announced if one.is_exact)


def _each_once(counts: Iterable[EventCount]) -> tuple[EventCount, ...]:
    by_value: dict[int, EventCount] = {}
    for one in counts:
        by_value.setdefault(one.count.number, one)
    return tuple(one for _value, one in sorted(by_value.items()))


def _why_none_of(amnesty: Amnesty) -> Message | None:
    exact = announced_exactly(amnesty)
    if not amnesty.announced:
        if amnesty.announced_in_parts:
            return Message(N_("Only parts of the announced total are known, and parts are not added up."))
        return Message(N_("No announced figure is recorded."))
    if not exact:
        return Message(
            N_("The announced figure is not exact: {quantity}."),
            {"quantity": in_words(amnesty.announced[-1])},
        )
    if len(exact) > 1:
        return Message(
            N_("The announced figures disagree: {least} and {most}."),
            {"least": in_words(exact[0]), "most": in_words(exact[-1])},
        )
    if exact[0].count.number < SMALL_BASE:
        return Message(
            N_("Fewer than {base} were announced, which is too few for a percentage."), {"base": SMALL_BASE}
        )
    return None


def _why_none_by(course: VerificationCourse) -> Message | None:
    last = course.last
    if not last.is_exact:
        return Message(
            N_("The latest verified figure is not exact: {quantity}."), {"quantity": in_words(last)}
        )
    if last.does_not_fit:
        return Message(
            N_("The verified figure does not fit the organisation's own running total: {how}."),
            {"how": last.does_not_fit},
        )
    conflicts = _each_once(one for one in course.counts if one.is_exact and one.days == last.days)
    if len(conflicts) > 1:
        return Message(
            N_("The latest verified figures disagree: {least} and {most}."),
            {"least": in_words(conflicts[0]), "most": in_words(conflicts[-1])},
        )
    return None


def _why_not_together(amnesty: Amnesty, course: VerificationCourse) -> Message | None:
    if course.last.count.number > announced_exactly(amnesty)[0].count.number:
        return Message(
            N_("More were verified than announced, so the two figures do not count the same thing.")
        )
    return None


def in_words(one: EventCount) -> Number:
    """A count in the words of its qualifier, which lead to its card."""
    return Number(
        text=quantity(one.count.value, one.count.qualifier, upper=one.count.value_to), card=one.card
    )
