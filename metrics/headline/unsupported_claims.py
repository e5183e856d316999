"""Claims about a number that the data does not support, and why: one function for each claim.

for claim in unsupported_claims_of(headline):
claim.what, claim.why      # "No trend since 14 February 2022 is said." "There is a break ..."
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.headline.headlines import Headline
from metrics.language.phrasing import Message, Quantity
from metrics.language.wording import N_
from metrics.number.card_address import question_of_card
from metrics.number.sentence import Carded
from metrics.number.single import Reference
from metrics.query.caching import cached
from metrics.query.query import Measure

BOUNDS: Final = ("at_least", "about", "up_to", "between")


@dataclass(frozen=True, kw_only=True)
class UnsupportedClaim:
    """A claim that is not made, and the reason."""

    kind: str
    what: Message
    why: Message


@cached
def unsupported_claims_of(headline: Headline) -> tuple[UnsupportedClaim, ...]:
    """The claims that a headline does not support."""
    found = (rule(headline) for rule in OF_HEADLINES)
    return tuple(claim for claim in found if claim)


def unsupported_claims_of_rows(answer: Answer) -> tuple[UnsupportedClaim, ...]:
    """The claims that the rows of an answer do not support."""
    found = (rule(answer) for rule in OF_ROWS)
    return tuple(claim for claim in found if claim)


def no_change_without_an_earlier_count(headline: Headline) -> UnsupportedClaim | None:
    """There is no exact count of about a year before."""
    if headline.no_change_because is None:
        return None
    return UnsupportedClaim(
        kind="no_earlier_count",
        what=Message(N_("How much it changed over a year.")),
        why=headline.no_change_because,
    )


def no_trend_across_a_break(headline: Headline) -> UnsupportedClaim | None:
    """Something else was counted before."""
    change = headline.change
    if change is None or change.refused is None:
        return None
    return UnsupportedClaim(
        kind="break",
        what=Message(N_("A trend since {day}."), {"day": change.earlier.day}),
        why=change.refused,
    )


def no_percentage(headline: Headline) -> UnsupportedClaim | None:
    """The earlier count is too small, or a percentage of it would say nothing about a trend."""
    change = headline.change
    if change is None or change.reason is None or change.refused:
        return None
    day = {"day": change.earlier.day}
    return UnsupportedClaim(
        kind="percentage",
        what=Message(N_("The percentage change since {day}."), day),
        why=change.reason,
    )


def no_exact_number_from_a_bound(headline: Headline) -> UnsupportedClaim | None:
    """A later count was printed, but not exactly."""
    bound = headline.later_bound or (headline.row if headline.row.qualifier in BOUNDS else None)
    return None if bound is None else _of_bound(headline.answer, bound)


def no_newly_documented_case_has_happened(headline: Headline) -> UnsupportedClaim | None:
    """A running total grows by what is documented, whenever it happened."""
    if headline.answer.metrics[headline.row.metric].kind != "flow":
        return None
    return _of_documented()


def rows_no_exact_number_from_a_bound(answer: Answer) -> UnsupportedClaim | None:
    """The last of the rows that are bounds."""
    bounds = [row for row in answer.rows if row.qualifier in BOUNDS]
    return _of_bound(answer, bounds[-1]) if bounds else None


def rows_newly_documented_have_not_happened(answer: Answer) -> UnsupportedClaim | None:
    """Running totals and their differences count what was documented, not what happened."""
    is_of_totals = answer.query.measure in (Measure.TOTAL, Measure.NEWLY_DOCUMENTED)
    return _of_documented() if is_of_totals and len(answer.rows) else None


def no_sum_of_parts(answer: Answer) -> UnsupportedClaim | None:
    """Regions are not added up to a country."""
    caveat = next((caveat for caveat in answer.caveats if caveat.kind == "parts"), None)
    if caveat is None:
        return None
    what = Message(N_("A total for all the places together."))
    return UnsupportedClaim(kind="parts", what=what, why=caveat.message)


def no_part_for_the_whole(answer: Answer) -> UnsupportedClaim | None:
    """Counts of a part say nothing about the whole."""
    parents = [place.parent for place in answer.places.values() if place.parent]
    if len(answer.query.places) != 1 or not parents:
        return None
    return UnsupportedClaim(
        kind="part",
        what=Message(N_("This place's share of the whole.")),
        why=Message(N_("No document says that the figures for all its places add up to the whole.")),
    )


def _of_bound(answer: Answer, row: Row) -> UnsupportedClaim:
    card = question_of_card(Reference(answer=answer, row=row.label))
    quantity = Carded(value=Quantity(row.value, row.qualifier, is_rate=False, upper=row.value_to), card=card)
    values = {"day": row.day, "quantity": quantity}
    return UnsupportedClaim(
        kind="bound",
        what=Message(N_("An exact figure for {day}."), values),
        why=Message(N_("The document says “{quantity}”, which is not an exact figure."), values),
    )


def _of_documented() -> UnsupportedClaim:
    return UnsupportedClaim(
        kind="documented",
        what=Message(N_("How many there were in a given month or year.")),
        why=Message(
            N_(
                "Cases are added to the total when they are documented, which can be long after they"
                " happened."
            )
        ),
    )


OF_HEADLINES: Final[tuple[Callable[[Headline], UnsupportedClaim | None], ...]] = (
    no_change_without_an_earlier_count,
    no_trend_across_a_break,
    no_percentage,
    no_exact_number_from_a_bound,
    no_newly_documented_case_has_happened,
)
OF_ROWS: Final[tuple[Callable[[Answer], UnsupportedClaim | None], ...]] = (
    rows_no_exact_number_from_a_bound,
    rows_newly_documented_have_not_happened,
    no_sum_of_parts,
    no_part_for_the_whole,
)
