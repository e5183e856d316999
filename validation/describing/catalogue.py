"""The table of rules of agreement in docs/checks.md, written from the rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from validation.comparisons.rule import Rule
from validation.folder import OWN_FOLDER
from validation.rules.agreement import RULES

CATALOGUE: Final = OWN_FOLDER.parent / "docs" / "checks.md"
BEGIN: Final = "<!-- Written by `make describe` from validation/rules/agreement/; do not edit. -->"
END: Final = "<!-- End of what is written. -->"


class MarkersMissingError(ValueError):
    """The page does not say where the table begins and ends."""


def with_rules_of_agreement(page: str) -> str:
    """The page with its table of rules of agreement written anew; all else stays.

    Raises:
        MarkersMissingError: where the page lacks one of the two markers.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise MarkersMissingError(f"docs/checks.md must have the lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{_table(RULES)}\n{END}{after}"


def _table(rules: Iterable[Rule]) -> str:
    rows = [f"| `{rule.name}` | {rule.title} | {rule.sentence} | {rule.example} |\n" for rule in rules]
    return "".join(
        ["| rule | on pages | sentence | example from the first edition |\n", "|---|---|---|---|\n", *rows]
    )
