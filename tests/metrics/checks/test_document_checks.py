"""What the checks say of each document, on small tables and on the first edition."""

from __future__ import annotations

import pandas as pd

from metrics.checks.document_checks import checks_of_document, checks_of_documents, failures_of_documents
from metrics.counts.candidates import clocks_of
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources
from validation import Dataset

SMALL = dataset(
    observations("""
        a, arrested, XX, total, 2024-01-31, 101, exact
        b, arrested, XX, total, 2024-02-28, 100, exact     # below the one before
        c, arrested, XX, total, 2024-03-31, 120, exact
        c, killed, XX, total, 2024-03-31, 3, exact         # alone in its series
        d, detained, XX, stock, 2024-01-31, 7, exact       # alone in its document and series
    """),
    sources(
        "a, CO, 2024-02-01\nb, CO, 2024-03-01\nc, CO, 2024-04-01\nd, NEWS, 2024-02-01\ne, CO, 2024-03-02"
    ),
)
CLOCKS = clocks_of(SMALL, ask(SMALL).query)


def numbers(source_id: str, clocks=CLOCKS) -> dict[str, object]:
    row = checks_of_documents(SMALL, clocks).set_index("source_id").loc[source_id]
    names = ["counts", "tested", "passed", "failed", "explained", "not_testable", "outcome"]
    return {name: None if pd.isna(row[name]) else row[name] for name in names}


def test_documents_on_both_sides_of_a_disagreement_fail_it():
    failed = failures_of_documents(SMALL, CLOCKS)
    assert {source: [str(one.clause) for one in found] for source, found in failed.items()} == {
        "b": ["100 on 28 February 2024 is below 101 on 31 January 2024"],
        "a": ["100 on 28 February 2024 is below 101 on 31 January 2024"],
    }


def test_comparisons_of_a_document_are_counted_by_outcome():
    assert numbers("b") == {
        "counts": 1, "tested": 1, "passed": 1, "failed": 1, "explained": 0, "not_testable": 14,
        "outcome": "failed",
    }  # fmt: skip
    assert numbers("c")["tested"] == 1, "those killed are in no comparison"
    assert numbers("c")["outcome"] == "passed"


def test_document_of_which_nothing_could_be_tested_has_no_number_of_passes():
    not_testable = {"tested": 0, "passed": None, "failed": None, "explained": None, "not_testable": 15}
    assert numbers("d") == {"counts": 1, **not_testable, "outcome": "not_testable"}
    assert numbers("e") == {"counts": 0, **not_testable, "outcome": "not_testable"}  # it has no counts
    assert {one.outcome for one in checks_of_document(SMALL, CLOCKS, "d").judgements} == {"not_testable"}
    assert checks_of_document(SMALL, CLOCKS, "e").judgements == ()


def test_as_known_on_a_day_a_later_document_is_no_disagreement():
    early = clocks_of(SMALL, ask(SMALL, known_on="2024-02-15").query)
    assert set(checks_of_documents(SMALL, early)["source_id"]) == {"a", "d"}
    assert numbers("a", early)["outcome"] == "not_testable"
    assert not failures_of_documents(SMALL, early)


def test_documents_of_the_first_edition(first_edition: Dataset):
    clocks = clocks_of(first_edition, ask(first_edition, edition="2026-11-22", known_on="2026-03-02").query)
    listed = checks_of_documents(first_edition, clocks)
    assert listed["outcome"].value_counts().to_dict() == {
        "passed": 295, "not_testable": 63, "failed": 40, "explained": 13,
    }  # fmt: skip
    assert (listed["passed"].isna() == (listed["tested"] == 0)).all()


def test_document_says_which_of_its_counts_corrections_leave_out(first_edition: Dataset):
    clocks = clocks_of(first_edition, ask(first_edition).query)
    found = checks_of_document(first_edition, clocks, "mm-un-mission-2024-03-31")
    assert found.left_out[["metric", "value"]].to_numpy().tolist() == [["death_row", 119]]
    assert "119 looks stale" in found.left_out["reason"].iloc[0]
