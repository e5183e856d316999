"""Each rule of agreement is one object in a file of its own name, and its sentences fit its numbers."""

from pathlib import Path
from string import Formatter

import pytest

from validation.comparisons.conditions import HELD_BACK, INEXACT
from validation.comparisons.rule import NotTestable
from validation.rules import agreement
from validation.rules.agreement import RULES

SUPPRESSED = {"qualifier": "suppressed"}
ABOUT = {"qualifier": "about"}
EXACT = {"qualifier": "exact"}


def test_each_file_has_one_rule_of_its_name_and_it_is_listed_once():
    files = {path.stem for path in Path(agreement.__file__).parent.glob("*.py")} - {"__init__"}
    assert sorted(rule.name for rule in RULES) == sorted(files)
    for rule in RULES:
        assert rule.compare.__module__ == f"{agreement.__name__}.{rule.name}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_sentences_name_numbers_that_every_comparison_has(comparisons, rule):
    named = {
        place for text in (rule.holds, rule.fails) for _, place, _, _ in Formatter().parse(text) if place
    }
    found = [one for of_tables in comparisons.values() for one in of_tables if one.rule == rule.name]
    assert found
    assert named
    for one in found:
        assert named <= one.numbers.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_sentence_for_the_documents_says_what_must_be(rule):
    assert " must be " in rule.sentence
    assert rule.sentence.endswith(".")
    assert "|" not in rule.sentence + rule.example + rule.title  # it would end a cell of the table


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ([SUPPRESSED], HELD_BACK.reason),
        ([ABOUT], INEXACT.reason),
        ([SUPPRESSED, ABOUT], INEXACT.reason),  # only one is held back; none is exact
        ([SUPPRESSED, EXACT], "nothing stands beside it"),  # neither is true of both
        ([EXACT], "nothing stands beside it"),
    ],
)
def test_reason_is_the_first_condition_that_is_true_of_all_counts(counts, reason):
    why = NotTestable(conditions=(HELD_BACK, INEXACT), otherwise="nothing stands beside it")
    assert why.reason(counts=counts) == reason
