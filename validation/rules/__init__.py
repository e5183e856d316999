"""Rules across tables, one a file: what must be true of counts that stand beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from validation.comparisons import Comparing
from validation.findings import Finding, Severity
from validation.guarding import guarded
from validation.rules.bound_below_total import check_bound_below_total, compare_bound_below_total
from validation.rules.broken_seal import check_broken_seal
from validation.rules.circular_parts import check_circular_parts
from validation.rules.contained_period import check_contained_period, compare_contained_period
from validation.rules.correction_match import check_correction_match
from validation.rules.doubtful_document import check_doubtful_document, compare_doubtful_document
from validation.rules.draft import check_draft
from validation.rules.duplicate_key import check_duplicate_key
from validation.rules.falling_difference import check_falling_difference, compare_falling_difference
from validation.rules.falling_total import check_falling_total, compare_falling_total
from validation.rules.flow_without_period import check_flow_without_period
from validation.rules.missing_count import check_missing_count
from validation.rules.part_above_whole import check_part_above_whole, compare_part_above_whole
from validation.rules.parts_sum import check_parts_sum, compare_parts_sum
from validation.rules.period_after_publication import check_period_after_publication
from validation.rules.period_order import check_period_order
from validation.rules.recorded_before_publication import check_recorded_before_publication
from validation.rules.repeated_detail import check_repeated_detail
from validation.rules.repeated_value import check_repeated_value, compare_repeated_value
from validation.rules.spike import check_spike, compare_spike
from validation.rules.stock_with_period import check_stock_with_period
from validation.rules.total_below_bound import check_total_below_bound, compare_total_below_bound
from validation.rules.total_from_another_day import check_total_from_another_day
from validation.rules.two_values import check_two_values, compare_two_values
from validation.rules.unknown_code import check_unknown_code
from validation.rules.unknown_setting import check_unknown_setting
from validation.tables import Tables

Rule = Callable[[Tables], list[Finding]]

# Whether each code means one thing.
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
    check_total_from_another_day,
    check_period_after_publication,
    check_recorded_before_publication,
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
# What each of these rules compares, in the same order: also what holds.
COMPARED: Final[tuple[Comparing, ...]] = (
    compare_part_above_whole,
    compare_contained_period,
    compare_parts_sum,
    compare_falling_total,
    compare_falling_difference,
    compare_two_values,
    compare_total_below_bound,
    compare_bound_below_total,
    compare_repeated_value,
    compare_spike,
    compare_doubtful_document,
)
ALL_RULES: Final[tuple[Rule, ...]] = (*CODES, *ROWS, *AGREEMENT)

HEADER_LINE: Final = 1
LOSES_ROWS: Final = ("ragged_line", "unreadable_line")  # others may lean on the rows that are lost
LEANED_ON: Final = ("sources.csv", "organisations.csv", "metrics.csv", "places.csv", "events.csv")


def judge(*, tables: Tables, findings: Iterable[Finding]) -> list[Finding]:
    """What the rules find, given the `findings` of reading.

    Where a whole table, its columns or its rows could not be read, all rules lean on what is lost, and
    none is tried. A row with a cell that cannot be used is left out, and the others are judged, so that
    a person sees all faults at once.
    """
    errors = [found for found in findings if found.severity is Severity.ERROR]
    if any(_loses_more_than_a_row(found) for found in errors):
        return []
    sound = tables.without(faulty=errors)
    return [found for rule in ALL_RULES for found in _judged_by(rule, tables=sound)]


def name_of(rule: Rule) -> str:
    """The name by which findings and docs/checks.md call a rule."""
    return rule.__name__.removeprefix("check_")


def _judged_by(rule: Rule, *, tables: Tables) -> list[Finding]:
    return guarded(lambda: (None, rule(tables)), subject=f"the rule {name_of(rule)}", otherwise=None)[1]


def _loses_more_than_a_row(error: Finding) -> bool:
    if error.line is None or error.line == HEADER_LINE:
        return True
    return error.rule == "unreadable_line" or (error.rule in LOSES_ROWS and error.table in LEANED_ON)
