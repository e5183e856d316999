"""Why some counts take part in no comparison of a rule: conditions that several rules share."""

from __future__ import annotations

from typing import Final

from validation.comparisons.rule import Condition
from validation.wording import N_

LARGE: Final = 1000  # smaller counts repeat by chance, and half a percent of them is less than five persons

HELD_BACK: Final = Condition(
    is_true=lambda count: count["qualifier"] == "suppressed",
    reason=N_("the figure is withheld"),
)
OF_EVENT: Final = Condition(
    is_true=lambda count: bool(count["event_id"]),
    reason=N_("figures for an event are not part of a series"),
)
OF_NO_EVENT: Final = Condition(
    is_true=lambda count: not count["event_id"],
    reason=N_("it is not a figure for an event"),
)
STOCK: Final = Condition(
    is_true=lambda count: not count["basis"],
    reason=N_("a figure on a date may rise and fall"),
)
BY_DATE_OF_EVENT: Final = Condition(
    is_true=lambda count: count["basis"] == "happened",
    reason=N_("a figure for what happened in a period is not part of a running total"),
)
INEXACT: Final = Condition(
    is_true=lambda count: count["qualifier"] != "exact",
    reason=N_("it is not an exact figure"),
)
SMALL: Final = Condition(
    is_true=lambda count: count["value"] < LARGE,
    reason=N_("figures below a thousand repeat and jump by chance"),
)
WITHOUT_PERIOD: Final = Condition(
    is_true=lambda count: not count["basis"],
    reason=N_("a figure on a date has no period"),
)
NOT_RUNNING: Final = (HELD_BACK, OF_EVENT, BY_DATE_OF_EVENT)  # of any of these, no count is in a series
