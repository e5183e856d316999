"""Places that add up to the one that they lie in are said to; all others are not added up."""

from __future__ import annotations

import pytest

from tests.metrics.asking import ask, caveats
from tests.small import dataset, observations, sources

PLACES = """
    place,kind,parent,name
    XX,country,,Ruritania
    XX-1,region,XX,North
    XX-2,region,XX,South
    XX-unknown,unknown,XX,Place not known"""
PARTS = """
    a, killed, XX-1, total, 2022-06-22, 7, exact
    a, killed, XX-2, total, 2022-06-22, 5, exact
"""
WHOLE = "    a, killed, XX, total, {}, {}, {}\n"


def said(rows: str, places: list[str] | None = None, **asked: str) -> dict[str, str]:
    small = dataset(observations(rows), sources("a, CO, 2022-06-23\nb, CO, 2022-06-24"), places=PLACES)
    found = caveats(ask(small, metric="killed", place=places or ["XX-1", "XX-2"], **asked))
    return {kind: message for kind, message in found.items() if kind.startswith("parts")}


def test_parts_that_add_up_to_the_whole_of_their_day_are_said_to():
    assert said(PARTS + WHOLE.format("2022-06-22", 12, "exact")) == {
        "parts_add_up": "Checked: the 2 places add up to 12, the figure that a gives for Ruritania, 22 June"
        " 2022."
    }


def test_they_are_checked_where_the_whole_is_asked_for_too():
    rows = PARTS + WHOLE.format("2022-06-22", 12, "exact")
    assert "parts_add_up" in said(rows, ["XX", "XX-1", "XX-2"])


def test_those_whose_place_is_not_known_make_up_the_rest():
    rows = PARTS + WHOLE.format("2022-06-22", 15, "exact")
    assert "parts" in said(rows)
    rows += "    a, killed, XX-unknown, total, 2022-06-22, 3, exact\n"
    assert said(rows)["parts_add_up"] == (
        "Checked: the 2 places, plus 3 whose place is not known, add up to 15, the figure that a gives"
        " for Ruritania, 22 June 2022."
    )


@pytest.mark.parametrize(
    "whole",
    [
        ("2022-06-22", 13, "exact"),  # one more
        ("2022-06-22", 11, "exact"),
        ("2022-06-22", 12, "at_least"),
        ("2022-06-23", 12, "exact"),  # another day
    ],
)
def test_no_sum_is_made_where_it_is_not_the_whole(whole: tuple[str, int, str]):
    assert said(PARTS + WHOLE.format(*whole)) == {
        "parts": "Places with a figure: 2 of 2. They are not added up. That is done only where every place"
        " has an exact figure for the same day and together they make up the total for the whole."
    }


def test_no_sum_is_made_of_some_of_the_parts_or_with_one_that_is_a_bound():
    whole = WHOLE.format("2022-06-22", 7, "exact")
    assert "parts_add_up" not in said(PARTS + whole, ["XX-1"])
    assert "parts" in said(PARTS.replace("5, exact", "5, about") + WHOLE.format("2022-06-22", 12, "exact"))
    assert "parts" in said("a, killed, XX-1, total, 2022-06-22, 7, exact\n" + whole)


def test_a_whole_that_was_not_known_yet_is_no_sum():
    rows = PARTS + "    b, killed, XX, total, 2022-06-22, 12, exact\n"  # published a day later
    assert "parts_add_up" in said(rows)
    assert "parts" in said(rows, known_on="2022-06-23")


def test_rates_and_differences_are_not_added_up():
    rows = PARTS + WHOLE.format("2022-06-22", 12, "exact")
    assert "parts" in said(rows, measure="newly_documented")
