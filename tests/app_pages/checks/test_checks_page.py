"""Public checks: documents that fail, one document's checks in numbers, suggestions."""

from __future__ import annotations

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from metrics.checks.known_comparisons import RULES
from metrics.question.address import PARAMETERS
from tests.app_pages.reading import address_of, blocks, links, numbers, table, values, visit, words
from validation import Dataset, Severity

UN_MISSION = "mm-un-mission-2024-03-31"


@pytest.fixture(scope="module")
def checks() -> AppTest:
    return visit("checks/checks.py")


def of_document(source_id: str, **address: str) -> pd.DataFrame:
    page = visit("checks/checks.py", {"source_id": source_id, **address})
    return table(page, "Check", "Outcome").set_index("Check")


def test_documents_are_counted_by_outcome(checks: AppTest) -> None:
    text = words(checks)
    assert "Of 413 documents known on 2 March 2026, 296 passed every check" in text
    assert "In a disagreement that nobody has resolved yet: 40." in text
    assert "Only in disagreements that are known and explained: 13." in text
    assert "With nothing that could be checked: 64." in text


def test_documents_that_fail_are_listed_with_their_numbers(checks: AppTest) -> None:
    failing = table(checks, "Document", "What disagrees")
    rows = failing[failing["What disagrees"].str.startswith("24,856")]
    assert set(rows["What disagrees"]) == {"24,856 on 1 October 2023 is below 24,858 on 29 September 2023"}
    assert len(rows) == 2, "either side may be the wrong one"
    assert set(rows["What is counted"]) == {"Arrested"}
    assert "/checks?known_on=latest&edition=latest&source_id=solidarity-mm-de-2023-10-01" in links(checks)
    minors = failing[failing["What disagrees"].str.startswith("589 ")]
    assert set(minors["What is counted"]) == {"Arrested, Under 18"}


def test_all_documents_are_listed_and_what_was_not_compared_has_no_number(
    checks: AppTest, first_edition: Dataset
) -> None:
    listed = table(checks, "Outcome", "Passed")
    assert len(listed) == len(first_edition.sources) == 413
    not_testable = listed[listed["Outcome"] == "Nothing could be checked"]
    assert len(not_testable) == 64
    assert not_testable[["Passed", "Failed", "Explained"]].isna().all(axis=None)


def test_document_of_the_address_shows_every_check() -> None:
    shown = of_document("solidarity-mm-de-2023-10-01")
    assert len(shown) == len(RULES) == 15
    falls = shown.loc["A running total does not fall"]
    assert falls["Outcome"] == "Failed"
    assert falls["In numbers"] == (
        "Arrested: 24,856 on 1 October 2023 is below 24,858 on 29 September 2023 (with"
        " mm-un-mission-2023-09-30)"
    )
    spike = shown.loc["A large figure is close to those before and after it"]
    assert (spike["Outcome"], spike["Comparisons"]) == ("Passed", "1")
    parts = shown.loc["The whole is the sum of its parts"]
    assert parts.tolist() == ["Not testable", "0", "no document gives all parts for this day"]


def test_every_comparison_of_a_document_is_listed() -> None:
    page = visit("checks/checks.py", {"source_id": UN_MISSION})
    counted = table(page, "Check", "Comparisons")["Comparisons"].astype(int).sum()
    listed = next(block for block in blocks(page) if block.get("label") == "All comparisons")
    assert len(listed["rows"]) == counted > 11


def test_numbers_of_a_check_open_the_cards_of_the_counts_that_were_compared() -> None:
    page = visit("checks/checks.py", {"source_id": UN_MISSION})
    cards = numbers(page)
    # 119 + 43 is 162, not 166: what is worked out is printed nowhere.
    of_document = {number for number, card in cards if card.endswith(f"source={UN_MISSION}")}
    assert "119" in of_document
    assert {"43", "166"} <= {number for number, _card in cards}
    assert "162" not in {number for number, card in cards if "to=2024-03-31" in card}


def test_count_that_a_correction_leaves_out_is_told_with_the_reason() -> None:
    page = visit("checks/checks.py", {"source_id": UN_MISSION})
    parts = table(page, "Check", "Outcome").set_index("Check").loc["The whole is the sum of its parts"]
    assert parts["Outcome"] == "Not testable"
    assert parts["In numbers"].startswith("119 is left out by a correction, “death row, post-coup")
    assert parts["In numbers"].endswith("as published, 119 + 43 is 162, not 166")
    left_out = table(page, "Published figure", "Reason")
    assert left_out[["What is counted", "Published figure"]].to_numpy().tolist() == [["On death row", "119"]]


def test_address_carries_the_document(checks: AppTest) -> None:
    assert dict(address_of(checks))["source_id"] == "", "none is opened"
    page = visit("checks/checks.py", {"source_id": UN_MISSION})
    assert dict(address_of(page))["source_id"] == UN_MISSION
    assert {name for name, _value in address_of(page)} == {*PARAMETERS, "source_id"}
    page.selectbox(key="checks/source_id").set_value("aapp-2021-03-08").run()
    assert dict(address_of(page))["source_id"] == "aapp-2021-03-08"
    assert "aapp-2021-03-08" in words(page)


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ({"source_id": "no-such"}, "Parameter `source_id` has the unknown value `no-such`."),
        ({"source_id": ["aapp-2021-03-08", UN_MISSION]}, "Parameter `source_id` is given more than once."),
    ],
)
def test_unknown_document_is_refused_by_name(address: dict[str, str], named: str) -> None:
    page = visit("checks/checks.py", address)
    assert named in words(page)
    assert not page.table
    assert not page.dataframe


def test_document_is_no_parameter_of_another_page() -> None:
    assert "`source_id` is not a parameter" in words(visit("explore/explore.py", {"source_id": UN_MISSION}))


def test_as_known_on_an_earlier_day() -> None:
    page = visit("checks/checks.py", {"known_on": "2022-01-20", "source_id": UN_MISSION})
    assert "This document was not yet known on 20 January 2022." in words(page)
    assert table(page, "Outcome", "Passed")["Published"].max().date().isoformat() <= "2022-01-20"
    failing = table(page, "Document", "What disagrees")["What disagrees"]
    assert not failing.str.contains("2,949").any(), "printed on 23 January"


def test_findings_are_shown_by_line_and_rule(checks: AppTest, first_edition: Dataset) -> None:
    by_line = [block for block in blocks(checks) if block["kind"] == "table" and "Line" in block["head"]]
    for severity, shown in zip((Severity.WARNING, Severity.NOTE), by_line, strict=True):
        found = [finding for finding in first_edition.findings if finding.severity is severity]
        line = shown["head"].index("Line")
        assert ["".join(row[line]) for row in shown["rows"]] == [
            "" if finding.line is None else str(finding.line) for finding in found
        ]
    assert "Warnings: a person should look at these (27)" in values(checks.subheader)


def test_what_only_maintainers_need_is_not_on_the_page(checks: AppTest) -> None:
    assert "corrections.csv" not in words(checks)
    assert "uggest" not in words(checks)
    assert not checks.get("download_button")
