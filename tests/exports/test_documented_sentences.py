"""The four sentences, word by word."""

from __future__ import annotations

import pytest

from exports.documented_sentences import explained
from metrics.headline.documented_happened import documented_and_happened
from metrics.number.sentence import Number
from metrics.number.single import number_at
from tests import small
from tests.metrics.asking import ask
from tests.metrics.headline.test_documented_happened import SOURCES, TOTALS
from validation import Dataset


def sentences(dataset: Dataset, metric: str) -> list[str]:
    return [str(one) for one in explained(documented_and_happened(dataset, ask(dataset).query, metric))]


def test_arrested_in_year_three(first_edition: Dataset):
    assert sentences(first_edition, "arrested") == [
        "Arrested: 1,988 from 1 February 2023 to 31 January 2024, counted by when it happened,"
        " according to Assistance Association for Political Prisoners (Burma) as of 1 February 2024.",
        "Between 31 January 2023 and 31 January 2024, the total since the coup rose by 8,359, which"
        " can include earlier cases.",
        "That is 6,371 more than are known to have happened in that time. If both figures count the"
        " same people, at least 6,371 of the newly documented cases happened earlier and were"
        " documented late. No document says so: it follows from the two figures.",
        "Use 1,988 for cases known to have happened from 1 February 2023 to 31 January 2024 (as of 1"
        " February 2024), and 8,359 for cases added to the total. Neither says how many there really were.",
    ]


def test_killed_in_2023(first_edition: Dataset):
    happened, newly, between, _which = sentences(first_edition, "killed")
    assert happened.startswith("Killed: 1,594 from 1 January 2023 to 31 December 2023")
    assert newly.startswith(
        "Between 30 December 2022 and 31 December 2023, the total since the coup rose by 1,585"
    )
    # From 31 December 2022 on, a day more than the year has.
    assert (
        between == "No difference is given, because the newly documented cases cover 366 days and those that"
        " happened cover 365 days."
    )


def test_every_number_of_an_answer_opens_its_card(first_edition: Dataset):
    """Each leads to the value that it shows; the difference of two measures has no card."""
    beside = documented_and_happened(first_edition, ask(first_edition).query, "arrested")
    found = []
    for sentence in explained(beside):
        for part in sentence.parts:
            if isinstance(part, Number):
                number = number_at(first_edition, part.card.query)
                assert number is not None
                value = number.answer.to_frame().loc[number.row, "value"]
                assert f"{int(value):,}" == part.text
                found.append(part.text)
    assert found == ["1,988", "8,359", "1,988", "8,359"]


@pytest.mark.parametrize(
    ("happened", "totals", "third"),
    [
        (
            "40, exact",
            TOTALS,
            "That is 60 more than are known to have happened in that time. If both figures",
        ),
        (
            "100, exact",
            TOTALS,
            "That is the same number as are known to have happened, but they are not necessarily the"
            " same cases.",
        ),
        ("140, exact", TOTALS, "That is 40 fewer than are known to have happened"),
        (
            "40, at_least",
            TOTALS,
            "No difference is given, because at least one of the two figures is not exact.",
        ),
        (
            "40, exact",
            TOTALS.replace("2024-01-31", "2024-01-20"),
            "No difference is given, because the newly documented cases cover 354 days and those that"
            " happened cover 365 days.",
        ),
        (
            "40, exact",
            TOTALS.replace("2024-01-31", "2024-01-20").replace("2023-01-31", "2023-01-20"),
            "That is 60 more than are known to have happened, but the two figures do not cover exactly the",
        ),
        (
            "40, exact",
            TOTALS.replace("2024-01-31", "2023-09-15"),  # 138 days before the end
            "No difference is given, because the two figures cover different periods: their start and end"
            " dates are 138 days apart in all.",
        ),
        (
            "40, exact",
            TOTALS.replace("250", "140"),
            "No difference is given, because the total was revised down.",
        ),
    ],
)
def test_what_lies_between_is_said_as_the_numbers_allow(happened: str, totals: str, third: str):
    rows = f"{totals}    c, arrested, XX, 2023-02-01, 2024-01-31, {happened}"
    found = sentences(small.dataset(small.observations(rows), SOURCES), "arrested")
    assert len(found) == 4
    assert found[2].startswith(third)


def test_a_lowered_total_is_not_offered_as_cases_that_were_added():
    rows = f"{TOTALS.replace('250', '140')}    c, arrested, XX, 2023-02-01, 2024-01-31, 40, exact"
    which = sentences(small.dataset(small.observations(rows), SOURCES), "arrested")[3]
    assert which.startswith("Use 40 for cases known to have happened from 1 February 2023 to 31 January 2024")
    assert which.endswith("). It does not say how many there really were.")
    assert "added" not in which


def test_without_a_year_of_both_one_sentence_says_so():
    dataset = small.dataset(small.observations(TOTALS), SOURCES)
    assert sentences(dataset, "arrested") == [
        "Arrested: no year has both figures, so there is nothing to compare."
    ]
