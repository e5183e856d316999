"""The checks in words: their titles, each comparison in one clause with its numbers, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from metrics.language.phrasing import Message, number, period
from metrics.language.wording import N_, _
from validation import Dataset
from validation.comparisons import compared_numbers
from validation.comparisons.comparison import Comparison
from validation.comparisons.rule import Rule
from validation.rules.agreement import RULES

JOINED_BY: Final[Mapping[type, str]] = {
    compared_numbers.Sum: " + ",
    compared_numbers.Difference: " − ",
    compared_numbers.EachOf: N_(" and "),
}
RULE_BY_NAME: Final[Mapping[str, Rule]] = {rule.name: rule for rule in RULES}


@dataclass(frozen=True)
class NumbersInWords:
    """Several numbers in the reader's language, joined by a sign or a word."""

    values: tuple[int, ...]
    joined_by: str

    def __str__(self) -> str:
        return _(self.joined_by).join(map(number, self.values))


@dataclass(frozen=True)
class WorkedOutInWords:
    """A number that no document prints: worked out from those beside it, or how many there are."""

    value: int

    def __str__(self) -> str:
        return number(self.value)


@dataclass(frozen=True)
class BoundInWords:
    """A lower bound, where the sentence itself says “at least” before the number."""

    value: int

    def __str__(self) -> str:
        return number(self.value)


@dataclass(frozen=True)
class PeriodInWords:
    """A period in the reader's language; a day alone for a stock."""

    start: date  # NaT for a stock
    end: date

    def __str__(self) -> str:
        return period(self.start, self.end)


def title_of(rule: str) -> Message:
    """What must be true by a check."""
    return Message(RULE_BY_NAME[rule].title)


def clause_of(comparison: Comparison) -> Message:
    """What was compared, and the outcome: "119 + 43 is 162, not 166"."""
    rule = RULE_BY_NAME[comparison.rule]
    return Message(
        rule.holds if comparison.holds else rule.fails,
        {name: _in_words(value) for name, value in comparison.numbers.items()},
    )


def explained_clause_of(comparison: Comparison) -> Message:
    """The same, with the known explanation of the disagreement."""
    return Message(
        N_("{clause}; known: {explanation}"),
        {"clause": clause_of(comparison), "explanation": comparison.explanation},
    )


def reason_not_testable(dataset: Dataset, rule: str, lines: Iterable[int]) -> Message:
    """Why the rule compared none of the counts."""
    counts: list[Any] = dataset.observations.loc[sorted(lines)].to_dict("records")
    return Message(RULE_BY_NAME[rule].not_testable.reason(counts=counts))


def _in_words(value: object) -> object:
    """A number of a comparison as sentences show it; a published count and a day stay as they are."""
    match value:
        case compared_numbers.WorkedOut(worked_out):
            return WorkedOutInWords(worked_out)
        case compared_numbers.AtLeast(bound):
            return BoundInWords(bound)
        case compared_numbers.Sum() | compared_numbers.Difference() | compared_numbers.EachOf():
            return NumbersInWords(value.values, JOINED_BY[type(value)])
        case compared_numbers.Period(start, end):
            return PeriodInWords(start, end)
        case _:
            return value
