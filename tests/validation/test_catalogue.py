"""docs/checks.md names every rule, and no rule that does not exist."""

import re
from pathlib import Path

from validation.folder import OWN_FOLDER
from validation.guarding import INTERNAL
from validation.rules import AGREEMENT, ALL_RULES

PAGE = (OWN_FOLDER.parent / "docs" / "checks.md").read_text(encoding="utf-8")
ROOM = OWN_FOLDER.parent / "validation"


def rules_in_code() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in Path(ROOM).rglob("*.py"))
    named = set(re.findall(r'rule="(\w+)"', text)) | set(re.findall(r'wrong\(\s*"(\w+)"', text))
    by_pandera = set(re.findall(r'\("(\w+)", f?"(?:one of|written as|\{argument\}|more than|right by)', text))
    return named | by_pandera | {"missing_value", INTERNAL}


def test_every_rule_is_in_the_catalogue():
    listed = set(re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", PAGE, flags=re.MULTILINE))
    assert {name for cell in listed for name in re.findall(r"`(\w+)`", cell)} == rules_in_code()


def test_every_rule_has_a_file_and_a_sentence():
    for rule in ALL_RULES:
        name = rule.__name__.removeprefix("check_")
        assert rule.__module__ == f"validation.rules.{name}"
        assert (
            " must be " in rule.__doc__ or " must name " in rule.__doc__ or " should be " in rule.__doc__
        ), name


def test_every_file_of_a_rule_is_used():
    files = {path.stem for path in (ROOM / "rules").glob("*.py")} - {"__init__"}
    assert files == {rule.__name__.removeprefix("check_") for rule in ALL_RULES}


def test_rules_of_agreement_are_measured():
    measured = set(re.findall(r"^\| `(\w+)` \| \d+ \|", PAGE, flags=re.MULTILINE))
    assert measured == {rule.__name__.removeprefix("check_") for rule in AGREEMENT}
