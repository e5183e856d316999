"""Rules across tables: whether codes mean one thing, rows can be used, and counts agree with each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from validation.findings import Finding, Severity
from validation.guarding import guarded
from validation.rules.agreement import RULES
from validation.rules.broken_seal import check_broken_seal
from validation.rules.circular_parts import check_circular_parts
from validation.rules.correction_match import check_correction_match
from validation.rules.draft import check_draft
from validation.rules.duplicate_key import check_duplicate_key
from validation.rules.place_without_whole import check_place_without_whole
from validation.rules.rows import (
    check_flow_without_period,
    check_missing_count,
    check_open_range,
    check_period_after_publication,
    check_period_order,
    check_recorded_before_publication,
    check_repeated_detail,
    check_stock_with_period,
)
from validation.rules.small_count import check_small_count
from validation.rules.total_from_another_day import check_total_from_another_day
from validation.rules.unknown_code import check_unknown_code
from validation.rules.unknown_setting import check_unknown_setting
from validation.rules.unknown_word import check_unknown_word
from validation.tables import Tables

Check = Callable[[Tables], list[Finding]]

# Whether each code means one thing.
CODES: Final[tuple[Check, ...]] = (
    check_duplicate_key,
    check_unknown_code,
    check_unknown_setting,
    check_unknown_word,
    check_circular_parts,
    check_place_without_whole,
)
# Whether rows can be used as they are.
ROWS: Final[tuple[Check, ...]] = (
    check_period_order,
    check_stock_with_period,
    check_flow_without_period,
    check_total_from_another_day,
    check_period_after_publication,
    check_recorded_before_publication,
    check_missing_count,
    check_open_range,
    check_repeated_detail,
    check_small_count,
    check_correction_match,
    check_broken_seal,
    check_draft,
)


def name_of(check: Check) -> str:
    """The name by which findings and docs/checks.md call a rule on codes or rows."""
    return check.__name__.removeprefix("check_")


# By their names, in the order in which they judge.
ALL_RULES: Final[Mapping[str, Check]] = {
    **{name_of(check): check for check in (*CODES, *ROWS)},
    **{rule.name: rule.findings for rule in RULES},
}

HEADER_LINE: Final = 1
LOSES_ROWS: Final = ("ragged_line", "unreadable_line")  # other tables may depend on the lost rows
TABLES_OF_CODES: Final = ("sources.csv", "organisations.csv", "metrics.csv", "places.csv", "events.csv")


def judge(*, tables: Tables, findings: Iterable[Finding]) -> list[Finding]:
    """What the rules find, given the `findings` of reading.

    Where a whole table, its columns or its rows could not be read, no rule is tried, for all need what is
    lost. A row with an unusable cell is left out, and the others are judged, so that a person sees all faults
    at once.
    """
    errors = [found for found in findings if found.severity is Severity.ERROR]
    if any(_loses_more_than_a_row(found) for found in errors):
        return []
    sound = tables.without(faulty=errors)
    return [
        found for name, check in ALL_RULES.items() for found in _judged_by(check, name=name, tables=sound)
    ]


def _judged_by(check: Check, *, name: str, tables: Tables) -> list[Finding]:
    return guarded(lambda: (None, check(tables)), subject=f"the rule {name}", otherwise=None)[1]


def _loses_more_than_a_row(error: Finding) -> bool:
    if error.line is None or error.line == HEADER_LINE:
        return True
    return error.rule == "unreadable_line" or (error.rule in LOSES_ROWS and error.table in TABLES_OF_CODES)
