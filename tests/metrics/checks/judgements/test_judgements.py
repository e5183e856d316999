"""Each check put to counts of a small country: passed, failed, explained, or not testable, in numbers."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from metrics.checks.judgements import Judgement, judgements_on
from metrics.counts.candidates import clocks_of
from tests.metrics.asking import ask
from tests.small import dataset, observations, settings, sources
from validation import Dataset, Identity, read_dataset

DOCUMENTS = sources("a, CO, 2024-02-05\nb, CO, 2024-03-05\nc, CO, 2024-04-05\nd, NEWS, 2024-04-06")
IDENTITIES = (Identity(whole="arrested", parts=("detained", "released")),)
FIRST_LINE = 2


def counted(rows: str, *, corrections: str = "", breaks: str = "") -> Dataset:
    small = dataset(observations(rows), DOCUMENTS, corrections=corrections, breaks=breaks)
    return dataclasses.replace(small, settings=dataclasses.replace(settings(), identities=IDENTITIES))


def judged(rule: str, rows: str, *, line: int = FIRST_LINE, **tables: str) -> Judgement:
    """What one check says of the count in a row; lines are counted as in a file."""
    return next(one for one in judgements_on(counted(rows, **tables), frozenset({line})) if one.rule == rule)


MOVING = "\na, detained, XX, stock, 2023-12-01, 5000, exact\na, detained, XX, stock, 2023-12-11, 5100, exact"

PASSED = [
    (
        "part_above_whole",
        "a, killed, XX-1, total, 2024-01-31, 40, exact\na, killed, XX, total, 2024-01-31, 40, exact",
        "40, the part, is not more than 40, the whole",
    ),
    (
        "contained_period",
        "a, killed, XX, 2024-01-01, 2024-01-31, 9, exact\na, killed, XX, 2023-01-01, 2024-01-31, 60, exact",
        "9 for 1 January 2024 to 31 January 2024 is not more than 60 for 1 January 2023 to 31 January 2024",
    ),
    (
        "parts_sum",
        """a, arrested, XX, total, 2024-01-31, 158, exact
           a, detained, XX, stock, 2024-01-31, 115, exact
           a, released, XX, total, 2024-01-31, 43, exact""",
        "158 = 115 + 43",
    ),
    (
        "falling_total",
        "b, arrested, XX, total, 2024-01-31, 25931, exact\na, arrested, XX, total, 2024-01-19, 25880, exact",
        "25,931 on 31 January 2024 is not below 25,880 on 19 January 2024",
    ),
    (
        "falling_difference",
        """b, arrested, XX, total, 2024-02-29, 110, exact
           b, detained, XX, stock, 2024-02-29, 80, exact
           a, arrested, XX, total, 2024-01-31, 100, exact
           a, detained, XX, stock, 2024-01-31, 71, exact""",
        "110 − 80 = 30 on 29 February 2024 is not below 100 − 71 = 29 on 31 January 2024",
    ),
    (
        "two_values",
        "a, detained, XX, stock, 2024-01-31, 70, exact\nd, detained, XX, stock, 2024-01-31, 70, exact",
        "documents agree on 70 for 31 January 2024",
    ),
    (
        "total_below_bound",
        "b, killed, XX, total, 2024-02-29, 100, exact\na, killed, XX, total, 2024-01-31, 100, at_least",
        "100 on 29 February 2024 is not below “at least 100” on 31 January 2024",
    ),
    (
        "bound_below_total",
        "b, killed, XX, total, 2024-02-29, 900, at_least\na, killed, XX, total, 2024-01-31, 1000, exact",
        "“at least 900” on 29 February 2024 is not far below 1,000 on 31 January 2024",  # a tenth
    ),
    (
        "repeated_value",
        "b, detained, XX, stock, 2023-12-16, 5101, exact" + MOVING,
        "5,101 on 16 December 2023 differs from 5,100 on 11 December 2023",  # five days
    ),
    (
        "spike",
        """a, detained, XX, stock, 2024-02-01, 10050, exact
           a, detained, XX, stock, 2024-01-01, 10000, exact
           a, detained, XX, stock, 2024-03-01, 10000, exact""",
        "10,050 on 1 February 2024 is close to 10,000 on 1 January 2024 and 10,000 on 1 March 2024",
    ),
    (
        "doubtful_document",
        """b, arrested, XX, total, 2024-02-29, 110, exact
           b, killed, XX, total, 2024-02-29, 49, exact
           a, arrested, XX, total, 2024-01-31, 100, exact
           a, killed, XX, total, 2024-01-31, 50, exact""",
        "1 of 2 figures for 29 February 2024 disagree with other documents",  # killed; two would be needed
    ),
]

FAILED = [
    ("part_above_whole", PASSED[0][1].replace("-1, total, 2024-01-31, 40", "-1, total, 2024-01-31, 41"),
     "41, the part, is more than 40, the whole"),
    ("contained_period", PASSED[1][1].replace("31, 9,", "31, 61,"),
     "61 for 1 January 2024 to 31 January 2024 is more than 60 for 1 January 2023 to 31 January 2024"),
    ("parts_sum", PASSED[2][1].replace("158", "166"), "115 + 43 is 158, not 166"),
    ("falling_total", PASSED[3][1].replace("25931", "25879"),
     "25,879 on 31 January 2024 is below 25,880 on 19 January 2024"),
    ("falling_difference", PASSED[4][1].replace(" 80,", " 82,"),
     "110 − 82 = 28 on 29 February 2024 is below 100 − 71 = 29 on 31 January 2024"),
    ("two_values", PASSED[5][1] + "\nc, detained, XX, stock, 2024-01-31, 71, exact",
     "documents give 70 and 71 for 31 January 2024"),
    ("total_below_bound", PASSED[6][1].replace("100, exact", "99, exact"),
     "99 on 29 February 2024 is below “at least 100” on 31 January 2024"),
    ("bound_below_total", PASSED[7][1].replace("900", "899"),
     "“at least 899” on 29 February 2024 is far below 1,000 on 31 January 2024"),
    ("repeated_value", PASSED[8][1].replace("5101", "5100"),
     "5,100 on 16 December 2023 is the same number as on 11 December 2023"),
    ("spike", PASSED[9][1].replace("10050", "10051"),  # half a percent of 10,000 is 50
     "10,051 on 1 February 2024 stands out between 10,000 on 1 January 2024 and 10,000 on 1 March 2024"),
    ("doubtful_document", PASSED[10][1].replace("110", "99"),
     "2 of 2 figures for 29 February 2024 disagree with other documents"),
]  # fmt: skip

ALONE = "a, detained, XX, stock, 2024-01-31, 5000, exact"
TOTAL = "a, killed, XX, total, 2024-01-31, 50, exact"
NOT_TESTABLE = [
    ("part_above_whole", TOTAL, "no document gives both a part and its whole for this period"),
    ("contained_period", ALONE, "a figure on a date has no period"),
    (
        "contained_period",
        TOTAL,
        "no document gives figures for both a period and a longer one that contains it",
    ),
    ("parts_sum", ALONE, "no document gives all parts for this day"),
    ("falling_total", ALONE, "a figure on a date may rise and fall"),
    ("falling_total", TOTAL, "the series has no other exact total"),
    ("falling_difference", ALONE, "no two documents in a row give both figures without their difference"),
    ("two_values", ALONE, "no second document gives an exact figure for this period"),
    ("two_values", ALONE.replace("exact", "at_least"), "it is not an exact figure"),
    ("total_below_bound", TOTAL, "the series has no “at least” with an exact total after it"),
    ("bound_below_total", TOTAL, "the series has no “at least” with an exact total before it"),
    ("repeated_value", ALONE, "the series has no figure five to sixty days away, or does not change"),
    ("repeated_value", TOTAL, "figures below a thousand repeat and jump by chance"),
    ("spike", ALONE, "the series has no exact figures shortly before and after it"),
    (
        "doubtful_document",
        ALONE,
        "fewer than two figures for this day could be compared with other documents",
    ),
]


@pytest.mark.parametrize(("rule", "rows", "clause"), PASSED)
def test_check_that_holds_is_passed_with_its_numbers(rule: str, rows: str, clause: str) -> None:
    found = judged(rule, rows)
    assert (found.outcome, str(found.clause)) == ("passed", clause)
    assert found.compared == len(found.statements) >= 1


@pytest.mark.parametrize(("rule", "rows", "clause"), FAILED)
def test_check_that_does_not_hold_is_failed_with_its_numbers(rule: str, rows: str, clause: str) -> None:
    found = judged(rule, rows)
    assert (found.outcome, str(found.clause)) == ("failed", clause)


@pytest.mark.parametrize(("rule", "rows", "clause"), NOT_TESTABLE)
def test_check_that_has_nothing_to_compare_says_why(rule: str, rows: str, clause: str) -> None:
    found = judged(rule, rows)
    assert (found.outcome, found.compared, str(found.clause)) == ("not_testable", 0, clause)


def test_either_side_of_a_disagreement_is_told() -> None:
    rows = PASSED[3][1].replace("25931", "25879")
    assert judged("falling_total", rows, line=3).outcome == "failed"


def test_change_that_is_known_explains() -> None:
    rows = FAILED[3][1]
    found = judged("falling_total", rows, breaks="arrested,XX,2024-01-25,definition,Others.,a,2026-01-01")
    assert found.outcome == "explained"
    assert str(found.clause).endswith("is below 25,880 on 19 January 2024; known: Others.")


def test_one_failure_among_what_passes_is_told_first() -> None:
    rows = """b, arrested, XX, total, 2024-01-31, 25931, exact
              a, arrested, XX, total, 2024-01-19, 25932, exact
              c, arrested, XX, total, 2024-02-19, 26000, exact"""
    found = judged("falling_total", rows)
    assert [one.outcome for one in found.statements] == ["failed", "passed"]
    assert str(found.clause) == "25,931 on 31 January 2024 is below 25,932 on 19 January 2024"


def test_count_that_a_correction_leaves_out_is_not_judged() -> None:
    correction = (
        "b,CO,arrested,XX,political,all,all,,,documented,2021-02-01,2024-01-31,25879,exclude,slip,2026-01-01"
    )
    for line in (2, 3):  # itself, and what it would have been held against
        found = judged("falling_total", FAILED[3][1], line=line, corrections=correction)
        assert found.outcome == "not_testable"
        assert str(found.clause) == (
            "25,879 is left out by a correction, “slip”; as published, 25,879 on 31 January 2024 is"
            " below 25,880 on 19 January 2024"
        )


def test_what_was_not_yet_known_is_no_comparison() -> None:
    small = counted(FAILED[3][1])
    clocks = clocks_of(small, ask(small, known_on="2024-02-20").query)  # before b was published
    found = next(one for one in judgements_on(small, frozenset({3}), clocks) if one.rule == "falling_total")
    assert (found.outcome, str(found.clause)) == ("not_testable", "the series has no other exact total")


def test_number_that_is_held_back_is_not_judged() -> None:
    found = judgements_on(counted("a, killed, XX, total, 2024-01-31, , suppressed"), frozenset({2}))
    assert {str(one.clause) for one in found} == {"the figure is withheld"}


UN_MISSION = "mm-un-mission-2024-03-31"


def test_stale_number_of_the_un_mission_is_left_out_by_a_correction(first_edition: Dataset) -> None:
    (found,) = _sum_of_death_sentences(first_edition)
    assert found.outcome == "not_testable"
    assert str(found.clause).startswith("119 is left out by a correction, “death row, post-coup")
    assert "MISMATCH, 119 looks stale" in str(found.clause)
    assert str(found.clause).endswith("as published, 119 + 43 is 162, not 166")


def test_stale_number_of_the_un_mission_fails_without_the_correction(copied_data: Path) -> None:
    corrections = copied_data / "corrections.csv"
    lines = corrections.read_text(encoding="utf-8").splitlines(keepends=True)
    corrections.write_text("".join(line for line in lines if not line.startswith(UN_MISSION)), "utf-8")
    (copied_data / "editions.csv").unlink()  # what was sealed is changed on purpose
    uncorrected = read_dataset(copied_data).dataset
    assert uncorrected is not None
    (found,) = _sum_of_death_sentences(uncorrected)
    assert (found.outcome, str(found.clause)) == ("failed", "119 + 43 is 162, not 166")


def _sum_of_death_sentences(tables: Dataset) -> list[Judgement]:
    counts = tables.observations
    is_meant = (counts["source_id"] == UN_MISSION) & (counts["metric"] == "death_sentence")
    lines = frozenset(counts.index[is_meant])
    return [one for one in judgements_on(tables, lines) if one.rule == "parts_sum"]
