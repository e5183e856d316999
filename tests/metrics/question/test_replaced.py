"""Codes that are gone lead to those of today, and say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from metrics.question.replaced import with_codes_of_today
from validation import Dataset, read_dataset

GONE = """
[replaced_by.metric]
arrests = "arrested"
[replaced_by.place]
MM-S = "MM-01"
"""


@pytest.fixture
def renamed(first_edition: Dataset) -> Dataset:
    replaced_by = {"metric": {"arrests": "arrested"}, "place": {"MM-S": "MM-01"}}
    return replace(first_edition, settings=replace(first_edition.settings, replaced_by=replaced_by))


def test_a_code_that_is_gone_is_read_as_that_of_today_and_said(renamed: Dataset) -> None:
    pairs, said = with_codes_of_today([("metric", "arrests"), ("place", "MM-S"), ("grain", "year")], renamed)
    assert pairs == (("metric", "arrested"), ("place", "MM-01"), ("grain", "year"))
    assert [str(one) for one in said] == [
        "This link was made with the code “arrests”, which is now “arrested” (Arrested).",
        "This link was made with the code “MM-S”, which is now “MM-01” (Sagaing Region).",
    ]


def test_a_code_of_today_and_one_that_never_was_stay_as_they_are(renamed: Dataset) -> None:
    given = (("metric", "killed"), ("metric", "prisoners"), ("place", "arrests"))
    assert with_codes_of_today(given, renamed) == (given, ())


def test_it_is_read_from_the_settings(copied_data: Path, rewritten: Callable[[Path, str, str], None]) -> None:
    settings = copied_data / "dataset.toml"
    settings.write_text(settings.read_text() + GONE)
    dataset = read_dataset(copied_data).dataset
    assert dataset is not None
    assert dataset.settings.replaced_by == {"metric": {"arrests": "arrested"}, "place": {"MM-S": "MM-01"}}


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('[replaced_by.metric]\narrests = "arested"', "`arested` is not in metrics.csv"),
        ('[replaced_by.place]\nMM-S = "MM-99"', "`MM-99` is not in places.csv"),
        (
            '[replaced_by.metric]\nkilled = "arrested"',
            "must name codes that are gone: `killed` is in metrics.csv",
        ),
        ("[replaced_by.metric]\narrests = 3", "must be a text in quotation marks"),
    ],
)
def test_what_leads_nowhere_or_is_still_in_use_is_an_error(copied_data: Path, lines: str, said: str) -> None:
    settings = copied_data / "dataset.toml"
    settings.write_text(f"{settings.read_text()}\n{lines}\n")
    reading = read_dataset(copied_data)
    assert reading.dataset is None
    assert any(said in finding.message for finding in reading.errors)


def test_without_the_setting_nothing_is_replaced(first_edition: Dataset) -> None:
    assert with_codes_of_today([("metric", "arrests")], first_edition) == ((("metric", "arrests"),), ())
