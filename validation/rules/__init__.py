"""Rules across tables, one a file: what must be true of counts that stand beside each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from validation.findings import Finding, Severity
from validation.tables import Tables

Rule = Callable[[Tables], list[Finding]]

# Whether rows mean what they say; any error in the tables below them makes the next rules pointless.
STRUCTURE: Final[tuple[Rule, ...]] = ()
# Whether counts agree with each other.
AGREEMENT: Final[tuple[Rule, ...]] = ()


def judge(*, tables: Tables, findings: list[Finding]) -> list[Finding]:
    """What the rules find. An error stops the rules that depend on what it broke."""
    found: list[Finding] = []
    for rules in (STRUCTURE, AGREEMENT):
        if any(one.severity is Severity.ERROR for one in (*findings, *found)):
            return found
        for rule in rules:
            found.extend(rule(tables))
    return found
