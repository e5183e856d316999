"""The card of a number as a page: an address that asks for no single number gets a sentence and no count."""

from __future__ import annotations

import pytest

from tests.app_pages.reading import numbers, visit, words

ANNIVERSARY = {"metric": "arrested", "place": "MM", "from": "2024-01-31", "to": "2024-01-31"}


def test_an_address_of_one_number_shows_it() -> None:
    card = visit("number/number.py", ANNIVERSARY)
    assert "25,931" in [text for text, _card in numbers(card)]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({}, "does not lead to a single number"),
        ({**ANNIVERSARY, "from": "2023-01-31"}, "does not lead to a single number"),
        (
            {**ANNIVERSARY, "compared_with": "yesterday"},
            "Parameter `compared_with` has the unknown value `yesterday`",
        ),
    ],
)
def test_an_address_of_no_single_number_says_so(address: dict[str, str], said: str) -> None:
    card = visit("number/number.py", address)
    assert said in words(card)
    assert not numbers(card)


def test_a_link_from_before_still_compares_with_the_earlier_day() -> None:
    card = visit("number/number.py", {**ANNIVERSARY, "since": "2023-01-31"})
    assert "8,359 more" in [text for text, _card in numbers(card)]  # 25,931 - 17,572
