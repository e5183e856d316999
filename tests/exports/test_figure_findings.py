"""Findings as titles of figures: true of exactly the answer drawn; none where no short sentence is true."""

from __future__ import annotations

from datetime import date

import pytest

from exports.figure_findings import finding_of, later_report
from metrics.answer.answering import answer_for
from metrics.query.query import Grain, Measure, Query
from validation import Dataset


def title(dataset: Dataset, metric: str, measure: Measure, **given: object) -> str:
    default = dataset.settings.defaults
    question: dict = {
        "metrics": (metric,),
        "measure": measure,
        "places": ("MM",),
        "grain": Grain.AS_PUBLISHED,
        "start": default.start,
        "end": None,
        "known_on": None,
        "edition": None,
        "counted_by": default.counted_by,
        "group": default.group,
        "sex": "all",
        "age": "all",
        "detail": "",
    } | given
    finding = finding_of(answer_for(dataset, Query(**question)))
    return "" if finding is None else str(finding)


def test_a_level_is_of_its_own_day(first_edition: Dataset) -> None:
    found = title(first_edition, "detained", Measure.LEVEL)
    assert found == "22,789 people held on political grounds on 15 February 2026"


def test_an_earlier_end_of_the_question_changes_number_and_day(first_edition: Dataset) -> None:
    found = title(first_edition, "arrested", Measure.TOTAL, end=date(2024, 1, 31))
    assert found == (
        "25,931 people arrested on political grounds since the coup, as documented by 31 January 2024"
    )


def test_what_was_known_on_an_earlier_day_is_the_title_then(first_edition: Dataset) -> None:
    found = title(first_edition, "detained", Measure.LEVEL, known_on=date(2024, 2, 1))
    assert "2026" not in found
    assert "people held on political grounds on" in found


@pytest.mark.parametrize(
    ("metric", "measure", "given"),
    [
        ("arrested", Measure.TOTAL, {"sex": "female"}),  # the noun speaks of all who were arrested
        ("arrested", Measure.TOTAL, {"places": ("MM", "MM-01")}),  # one number is not of both
        ("killed", Measure.PER_100K, {}),  # a rate is no number of people
        ("arrested", Measure.TOTAL, {"end": date(2021, 2, 1)}),  # nothing was counted yet
    ],
)
def test_without_a_true_sentence_there_is_none(
    first_edition: Dataset, metric: str, measure: Measure, given: dict[str, object]
) -> None:
    assert title(first_edition, metric, measure, **given) == ""


def test_differences_are_what_was_documented_and_not_what_happened(first_edition: Dataset) -> None:
    found = title(
        first_edition, "arrested", Measure.NEWLY_DOCUMENTED, grain=Grain.REPORTING_YEAR, end=date(2024, 1, 31)
    )
    assert found == (
        "Arrested: 8,359 newly documented from 31 January 2023 to 31 January 2024, which can include"
        " earlier cases"
    )


def test_a_later_bound_is_said_beside_the_number(first_edition: Dataset) -> None:
    default = first_edition.settings.defaults
    query = Query(
        metrics=("detained",), measure=Measure.LEVEL, places=("MM",), grain=Grain.AS_PUBLISHED,
        start=default.start, end=None, known_on=None, edition=None, counted_by=default.counted_by,
        group=default.group, sex="all", age="all", detail="",
    )  # fmt: skip
    said = str(later_report(answer_for(first_edition, query)))
    assert said == "A later report says at least 22,800 (27 February 2026)"
