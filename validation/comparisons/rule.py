"""One rule of agreement: what it compares, and every sentence about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from validation.comparisons.comparison import Comparing, Comparison
from validation.findings import Finding
from validation.tables import Tables

Cells = Mapping[str, Any]  # of a row of observations.csv


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A reason why a rule cannot be applied to a count, and its words."""

    is_true: Callable[[Cells], bool]
    reason: str


@dataclass(frozen=True, kw_only=True)
class NotTestable:
    """Why a rule has nothing to compare for some counts."""

    conditions: tuple[Condition, ...]
    otherwise: str

    def reason(self, *, counts: Sequence[Cells]) -> str:
        """The reason of the first condition that is true of all the counts; `otherwise` where none is."""
        for condition in self.conditions:
            if all(condition.is_true(count) for count in counts):
                return condition.reason
        return self.otherwise


@dataclass(frozen=True, eq=False, kw_only=True)
class Rule:
    """A rule of agreement between published counts.

    Pages show `title`, and for each comparison `holds` or `fails`, whose places in braces are the names of
    the comparison's `numbers`. docs/checks.md shows `sentence` and `example`.
    """

    name: str
    compare: Comparing
    title: str
    holds: str
    fails: str
    not_testable: NotTestable
    right_or_wrong_together: bool = False  # the counts of a comparison, as those of a document of another day
    sentence: str
    example: str  # from the first edition of the data

    def comparisons(self, tables: Tables) -> list[Comparison]:
        """Everything that the rule compares in the tables, whether it holds or not."""
        return [found for one in self.compare(tables) for found in one.comparisons(rule=self.name)]

    def findings(self, tables: Tables) -> list[Finding]:
        """A finding for each comparison that does not hold."""
        return [found for one in self.compare(tables) for found in one.findings(rule=self.name)]
