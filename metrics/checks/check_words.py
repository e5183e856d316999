"""The checks in words: what each holds, and each comparison in one clause with its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from metrics.language.phrasing import Message, number, period
from metrics.language.wording import N_, _
from validation.comparisons import Comparison

TITLES: Final = {
    "part_above_whole": N_("A part is not above its whole"),
    "contained_period": N_("A period has no more than a longer one around it"),
    "parts_sum": N_("The whole is the sum of its parts"),
    "falling_total": N_("A running total does not fall"),
    "falling_difference": N_("A running total minus those still counted does not fall"),
    "two_values": N_("Documents print one number for one period"),
    "total_below_bound": N_("A running total is not below an earlier “at least”"),
    "bound_below_total": N_("“At least” is not far below an earlier running total"),
    "repeated_value": N_("A large count is not an older one repeated"),
    "spike": N_("A large count is near those before and after it"),
    "doubtful_document": N_("A document is of the day that it carries"),
}
HOLDS: Final = {
    "part_above_whole": N_("{part}, the part, is not above {whole}, the whole"),
    "contained_period": N_(
        "{part} for {start} to {end} is not above {whole} for {whole_start} to {whole_end}"
    ),
    "parts_sum": N_("{whole} = {parts}"),
    "falling_total": N_("{value} of {day} is not below {before} of {day_before}"),
    "falling_difference": N_(
        "{whole} − {part} = {difference} on {day} is not below {whole_before} − {part_before} = {before} on"
        " {day_before}"
    ),
    "two_values": N_("documents agree on {values} for {period}"),
    "total_below_bound": N_("{value} of {day} is not below “at least {before}” of {day_before}"),
    "bound_below_total": N_("“at least {value}” of {day} is not far below {before} of {day_before}"),
    "repeated_value": N_("{value} of {day} differs from {before} of {day_before}"),
    "spike": N_("{value} of {day} is near {before} of {day_before} and {after} of {day_after}"),
    "doubtful_document": N_("{straying} of {counts} counts of {day} disagree with other documents"),
}
FAILS: Final = {
    "part_above_whole": N_("{part}, the part, is above {whole}, the whole"),
    "contained_period": N_("{part} for {start} to {end} is above {whole} for {whole_start} to {whole_end}"),
    "parts_sum": N_("{parts} is {total}, not {whole}"),
    "falling_total": N_("{value} of {day} is below {before} of {day_before}"),
    "falling_difference": N_(
        "{whole} − {part} = {difference} on {day} is below {whole_before} − {part_before} = {before} on"
        " {day_before}"
    ),
    "two_values": N_("documents print {values} for {period}"),
    "total_below_bound": N_("{value} of {day} is below “at least {before}” of {day_before}"),
    "bound_below_total": N_("“at least {value}” of {day} is far below {before} of {day_before}"),
    "repeated_value": N_("{value} of {day} is the same number as on {day_before}"),
    "spike": N_("{value} of {day} stands out between {before} of {day_before} and {after} of {day_after}"),
    "doubtful_document": HOLDS["doubtful_document"],
}

WORKED_OUT: Final = {
    ("parts_sum", "total"),
    ("falling_difference", "difference"),
    ("falling_difference", "before"),
    ("doubtful_document", "straying"),
    ("doubtful_document", "counts"),
}
BOUNDS: Final = {("total_below_bound", "before"), ("bound_below_total", "value")}


@dataclass(frozen=True)
class Numbers:
    """Several numbers in the reader's language, joined by a sign or a word."""

    values: tuple[int, ...]
    joined_by: str

    def __str__(self) -> str:
        return _(self.joined_by).join(map(number, self.values))


@dataclass(frozen=True)
class WorkedOut:
    """A number that no document prints: worked out from those beside it, or how many there are."""

    value: int

    def __str__(self) -> str:
        return number(self.value)


@dataclass(frozen=True)
class Bound:
    """A number of which the sentence itself says that it is “at least” so many."""

    value: int

    def __str__(self) -> str:
        return number(self.value)


@dataclass(frozen=True)
class Period:
    """A period in the reader's language; a day alone for a stock."""

    start: date  # NaT for a stock
    end: date

    def __str__(self) -> str:
        return period(self.start, self.end)


def title_of(rule: str) -> Message:
    """What a check holds."""
    return Message(TITLES[rule])


def clause_of(comparison: Comparison) -> Message:
    """What was compared and what came of it: "119 + 43 is 162, not 166"."""
    templates = HOLDS if comparison.holds else FAILS
    return Message(
        templates[comparison.rule],
        {name: _in_words(comparison.rule, name, value) for name, value in comparison.numbers.items()},
    )


def explained_clause_of(comparison: Comparison) -> Message:
    """The same with what is known to explain that it does not hold."""
    return Message(
        N_("{clause}; known: {explanation}"),
        {"clause": clause_of(comparison), "explanation": comparison.explanation},
    )


def _in_words(rule: str, name: str, value: Any) -> object:
    if (rule, name) in WORKED_OUT:
        return WorkedOut(int(value))
    if (rule, name) in BOUNDS:
        return Bound(int(value))
    if name == "parts":
        return Numbers(value, " + ")
    if name == "values":  # of several documents; where they agree, once
        return Numbers(tuple(dict.fromkeys(value)), N_(" and "))
    if name == "period":
        return Period(*value)
    return value
