"""What rules compare agrees with what they find: nothing is judged twice in two ways."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from validation.comparing import comparisons_of
from validation.findings import Severity
from validation.rules.agreement import RULES
from validation.tables import tables_of


@pytest.mark.parametrize("corrected", [True, False])
def test_findings_are_the_comparisons_that_do_not_hold(first_edition, comparisons, corrected):
    dataset = first_edition.dataset
    tables = tables_of(dataset=dataset)
    if not corrected:
        tables = dataclasses.replace(tables, corrections=tables.corrections.iloc[:0])
    failing = [one for one in comparisons[corrected] if not one.holds]
    for rule in RULES:
        found = rule.findings(tables)
        for severity, is_explained in ((Severity.WARNING, False), (Severity.NOTE, True)):
            lines = {line for one in found if one.severity is severity for line in one.lines}
            compared = {
                line
                for one in failing
                if one.rule == rule.name and bool(one.explanation) == is_explained
                for line in one.lines
            }
            # Where a number stands still, the finding is about that one, and not about what moves.
            assert lines <= compared if rule.name == "parts_sum" else lines == compared


def test_comparisons_of_the_first_edition_are_counted(first_edition):
    found = comparisons_of(dataset=first_edition.dataset, edition=date(2026, 11, 22))
    assert len(found) == 3082
    assert sum(one.holds for one in found) == 3043


def test_as_known_on_a_day_nothing_later_takes_part(first_edition):
    dataset = first_edition.dataset
    published = dataset.observations["source_id"].map(dataset.sources.set_index("source_id")["published"])
    early = comparisons_of(dataset=dataset, known_on=date(2022, 1, 1))
    assert early
    assert max(published[list(one.lines)].max() for one in early).date() <= date(2022, 1, 1)


def test_what_was_recorded_after_an_edition_takes_no_part(first_edition):
    assert comparisons_of(dataset=first_edition.dataset, edition=date(2026, 11, 21)) == ()
