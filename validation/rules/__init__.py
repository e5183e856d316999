"""Rules across tables, one a file: what must be true of counts that stand beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from validation.findings import Finding, Severity
from validation.rules.bound_below_total import check_bound_below_total
from validation.rules.broken_seal import check_broken_seal
from validation.rules.circular_parts import check_circular_parts
from validation.rules.contained_period import check_contained_period
from validation.rules.correction_match import check_correction_match
from validation.rules.doubtful_document import check_doubtful_document
from validation.rules.draft import check_draft
from validation.rules.duplicate_key import check_duplicate_key
from validation.rules.falling_difference import check_falling_difference
from validation.rules.falling_total import check_falling_total
from validation.rules.flow_without_period import check_flow_without_period
from validation.rules.missing_count import check_missing_count
from validation.rules.part_above_whole import check_part_above_whole
from validation.rules.parts_sum import check_parts_sum
from validation.rules.period_after_publication import check_period_after_publication
from validation.rules.period_order import check_period_order
from validation.rules.repeated_detail import check_repeated_detail
from validation.rules.repeated_value import check_repeated_value
from validation.rules.spike import check_spike
from validation.rules.stock_with_period import check_stock_with_period
from validation.rules.total_below_bound import check_total_below_bound
from validation.rules.two_values import check_two_values
from validation.rules.unknown_code import check_unknown_code
from validation.rules.unknown_setting import check_unknown_setting
from validation.tables import Tables

Rule = Callable[[Tables], list[Finding]]

# Whether each code and each row means one thing. All else leans on it.
CODES: Final[tuple[Rule, ...]] = (
    check_duplicate_key,
    check_unknown_code,
    check_unknown_setting,
    check_circular_parts,
)
# Whether rows can be used as they are.
ROWS: Final[tuple[Rule, ...]] = (
    check_period_order,
    check_stock_with_period,
    check_flow_without_period,
    check_period_after_publication,
    check_missing_count,
    check_repeated_detail,
    check_correction_match,
    check_broken_seal,
    check_draft,
)
# Whether published counts agree with each other.
AGREEMENT: Final[tuple[Rule, ...]] = (
    check_part_above_whole,
    check_contained_period,
    check_parts_sum,
    check_falling_total,
    check_falling_difference,
    check_two_values,
    check_total_below_bound,
    check_bound_below_total,
    check_repeated_value,
    check_spike,
    check_doubtful_document,
)
ALL_RULES: Final[tuple[Rule, ...]] = (*CODES, *ROWS, *AGREEMENT)


def judge(*, tables: Tables, findings: Iterable[Finding]) -> list[Finding]:
    """What the rules find. An error, also one in `findings`, stops the rules that lean on what it broke."""
    found: list[Finding] = []
    broken = _has_errors(findings)
    for rules in (CODES, ROWS, AGREEMENT):
        if broken or _has_errors(found):
            return found
        for rule in rules:
            found.extend(rule(tables))
    return found


def _has_errors(findings: Iterable[Finding]) -> bool:
    return any(found.severity is Severity.ERROR for found in findings)
