"""docs/checks.md names every rule, and no rule that does not exist."""

import re
from pathlib import Path

import pytest

from validation import rules
from validation.describing.catalogue import CATALOGUE, MarkersMissingError, with_rules_of_agreement
from validation.folder import OWN_FOLDER
from validation.guarding import INTERNAL
from validation.rules.agreement import RULES

PAGE = CATALOGUE.read_text(encoding="utf-8")
ROOM = OWN_FOLDER.parent / "validation"


def rules_in_code() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in Path(ROOM).rglob("*.py"))
    named = set(re.findall(r'rule="(\w+)"', text)) | set(re.findall(r'wrong\(\s*"(\w+)"', text))
    by_pandera = set(re.findall(r'\("(\w+)", f?"(?:one of|written as|\{argument\}|more than|right by)', text))
    return named | by_pandera | {rule.name for rule in RULES} | {"missing_value", INTERNAL}


def test_every_rule_is_in_the_catalogue():
    listed = set(re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", PAGE, flags=re.MULTILINE))
    assert {name for cell in listed for name in re.findall(r"`(\w+)`", cell)} == rules_in_code()


def test_rules_of_agreement_are_written_anew():
    assert with_rules_of_agreement(PAGE) == PAGE, "run: make describe"


def test_page_without_its_markers_is_left_alone():
    with pytest.raises(MarkersMissingError):
        with_rules_of_agreement("# What is checked\n")


def test_what_stands_around_the_table_stays():
    before, _, rest = PAGE.partition("| `part_above_whole` |")
    assert rest
    assert with_rules_of_agreement(f"{before}{rest}") == PAGE


def test_every_check_of_codes_and_rows_is_used():
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOM / "rules").glob("*.py"))
    defined = re.findall(r"^def (check_\w+)\(", text, flags=re.MULTILINE)
    assert sorted(defined) == sorted(check.__name__ for check in (*rules.CODES, *rules.ROWS))


def test_every_check_of_codes_and_rows_has_a_sentence():
    for check in (*rules.CODES, *rules.ROWS):
        assert re.search(r" (must|should) (be|name) ", check.__doc__), check.__name__


def test_rules_of_agreement_are_measured():
    measured = set(re.findall(r"^\| `(\w+)` \| \d+ \|", PAGE, flags=re.MULTILINE))
    assert measured == {rule.name for rule in RULES}
