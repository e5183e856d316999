"""Why a check could not be put to a count, in one clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from metrics.language.phrasing import Message
from metrics.language.wording import N_
from validation import Dataset
from validation.rules.repeated_value import LARGE

Cells = Mapping[str, Any]  # of a row of observations.csv
Condition = tuple[Callable[[Cells], bool], str]

HELD_BACK: Final[Condition] = (
    lambda count: count["qualifier"] == "suppressed",
    N_("the number is held back"),
)
OF_EVENT: Final[Condition] = (
    lambda count: bool(count["event_id"]),
    N_("counts of an event stand in no series"),
)
STOCK: Final[Condition] = (
    lambda count: not count["basis"],
    N_("a count on a date may rise and fall"),
)
BY_DATE_OF_EVENT: Final[Condition] = (
    lambda count: count["basis"] == "happened",
    N_("a count by date of event stands in no running series"),
)
INEXACT: Final[Condition] = (
    lambda count: count["qualifier"] != "exact",
    N_("it is no exact number"),
)
SMALL: Final[Condition] = (
    lambda count: count["value"] < LARGE,
    N_("smaller counts than a thousand repeat and jump by chance"),
)
WITHOUT_PERIOD: Final[Condition] = (
    lambda count: not count["basis"],
    N_("a count on a date has no period"),
)
RUNNING: Final = (HELD_BACK, OF_EVENT, BY_DATE_OF_EVENT)
# What must be true of all counts that are asked about, the first that is; then what is said otherwise.
CONDITIONS: Final[Mapping[str, tuple[Condition, ...]]] = {
    "part_above_whole": (HELD_BACK,),
    "contained_period": (HELD_BACK, WITHOUT_PERIOD),
    "parts_sum": (*RUNNING, INEXACT),
    "falling_total": (*RUNNING, STOCK, INEXACT),
    "falling_difference": (*RUNNING, INEXACT),
    "two_values": (HELD_BACK, INEXACT),
    "total_below_bound": (*RUNNING, STOCK),
    "bound_below_total": (*RUNNING, STOCK),
    "repeated_value": (*RUNNING, SMALL),
    "spike": (*RUNNING, INEXACT, SMALL),
    "doubtful_document": (*RUNNING,),
}
OTHERWISE: Final = {
    "part_above_whole": N_("no document prints a part and its whole for this period"),
    "contained_period": N_("no document prints a shorter and a longer period, one within the other"),
    "parts_sum": N_("no document prints all parts for this day"),
    "falling_total": N_("the series has no other exact total"),
    "falling_difference": N_("no two documents in a row print both numbers without their difference"),
    "two_values": N_("no second document prints an exact number for this period"),
    "total_below_bound": N_("the series has no “at least” with an exact total after it"),
    "bound_below_total": N_("the series has no “at least” with an exact total before it"),
    "repeated_value": N_("the series has no count five to sixty days away, or does not move"),
    "spike": N_("the series has no exact counts shortly before and after it"),
    "doubtful_document": N_("fewer than two counts of this day could be held against other documents"),
}


def reason_not_testable(dataset: Dataset, rule: str, lines: Iterable[int]) -> Message:
    """Why none of the counts took part in any comparison of the rule."""
    counts: list[Any] = dataset.observations.loc[sorted(lines)].to_dict("records")
    for is_true, reason in CONDITIONS[rule]:
        if all(is_true(count) for count in counts):
            return Message(reason)
    return Message(OTHERWISE[rule])
