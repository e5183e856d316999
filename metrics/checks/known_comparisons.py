"""The comparisons of published counts, by check and count, as known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

import pandas as pd

from metrics.counts.candidates import Clocks
from metrics.counts.published import published_counts
from metrics.query.caching import cached
from validation import Dataset
from validation.comparing import comparisons_of
from validation.comparisons.comparison import Comparison
from validation.rules.agreement import RULES

RULE_NAMES: Final = tuple(rule.name for rule in RULES)

# The last days of publication and of recording whose counts are compared; None where all are.
Days = tuple[date | None, date | None]


class Outcome(StrEnum):
    """The outcome of a check, gravest first."""

    FAILED = "failed"  # a person must look: either side may be the wrong one
    EXPLAINED = "explained"  # it does not hold, and what is known explains that
    PASSED = "passed"
    NOT_TESTABLE = "not_testable"


GRAVITY: Final = {outcome: place for place, outcome in enumerate(Outcome)}


def outcome_of(comparison: Comparison) -> Outcome:
    """Whether it holds, and if not, whether that is explained."""
    if comparison.holds:
        return Outcome.PASSED
    return Outcome.EXPLAINED if comparison.explanation else Outcome.FAILED


def days_of_clocks(dataset: Dataset, clocks: Clocks | None) -> Days:
    """The days of the clocks; None where all counts are earlier."""
    if clocks is None:
        return None, None
    published = dataset.sources["published"].max()
    tables = (dataset.observations, dataset.sources, dataset.corrections, dataset.breaks)
    edition = pd.Timestamp(clocks.edition)
    recorded = max((table["recorded"].max() for table in tables if len(table)), default=edition)
    return (
        None if pd.Timestamp(clocks.known_on) >= published else clocks.known_on,
        None if edition >= recorded else clocks.edition,
    )


@cached
def comparisons_by_line(
    dataset: Dataset, days: Days, *, corrected: bool = True
) -> Mapping[str, Mapping[int, list[Comparison]]]:
    """The comparisons of each count, by rule and line."""
    known_on, edition = days
    found: dict[str, dict[int, list[Comparison]]] = {rule: {} for rule in RULE_NAMES}
    for comparison in comparisons_of(
        dataset=dataset, known_on=known_on, edition=edition, corrected=corrected
    ):
        for line in dict.fromkeys(comparison.lines):
            found[comparison.rule].setdefault(line, []).append(comparison)
    return found


@cached
def comparisons_by_one_rule(dataset: Dataset, days: Days, rule: str) -> Mapping[int, list[Comparison]]:
    """The comparisons of each count by one rule alone: all rules together take seconds for many counts."""
    known_on, edition = days
    rules = [one for one in RULES if one.name == rule]
    found: dict[int, list[Comparison]] = {}
    for comparison in comparisons_of(dataset=dataset, known_on=known_on, edition=edition, rules=rules):
        for line in dict.fromkeys(comparison.lines):
            found.setdefault(line, []).append(comparison)
    return found


def comparisons_among(by_line: Mapping[int, list[Comparison]], lines: Iterable[int]) -> list[Comparison]:
    """The comparisons of any of these counts: failed ones first, then in their own order."""
    found = {id(one): one for line in sorted(lines) for one in by_line.get(line, ())}
    return sorted(found.values(), key=lambda one: GRAVITY[outcome_of(one)])


@cached
def excluded_lines(dataset: Dataset, edition: date | None) -> Mapping[int, str]:
    """The counts that corrections recorded by a day leave out, by line, each with the reason."""
    counts = published_counts(dataset)
    counts = counts[counts["excluded_on"].notna()]
    if edition is not None:
        counts = counts[counts["excluded_on"] <= str(edition)]
    return dict(zip(counts.index.tolist(), counts["reason"], strict=True))
