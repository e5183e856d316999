"""The folder that `make new` writes, on every page: drawn, and nothing in it that holds of real data only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app_pages.frame.pages import PAGES, PageEntry
from tests.app_pages.reading import figures_in_words, sentences, table, visit, words
from validation.new_folder import new_folder

TITLE = 'Prisoners of "Ruritania" <b>*$5*</b>'


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_folder(folder=tmp_path / "new", title=TITLE, today=date(2026, 3, 1))
    monkeypatch.setenv("DETENTION_DATA", str(tmp_path / "new"))


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.file)
def test_every_page_is_drawn_and_names_no_real_country(entry: PageEntry) -> None:
    page = visit(entry.file)
    text = f"{words(page)}\n{figures_in_words(page)}"
    assert words(page)
    for word in ("Myanmar", "junta", "coup", "Burma", "AAPP", "Natural Earth"):
        assert word not in text


def test_numbers_are_said_of_an_invented_country_by_an_invented_counter() -> None:
    spoken = sentences(visit("overview/overview.py"))
    assert spoken[:2] == [
        "On 31 March 2025 there were 310 people held on political grounds in Exampleland (invented),"
        " according to Example Group (invented).",
        "By 31 December 2024, Example Group (invented) had documented 640 people arrested on political"
        " grounds in Exampleland (invented) since 1 January 2023.",
    ]


def test_a_relay_is_no_source_of_its_own() -> None:
    relayed = "Example Group (invented) figure, reported by Example News (invented)."
    assert relayed in words(visit("overview/overview.py"))


def test_what_happened_stands_beside_what_was_documented() -> None:
    text = words(visit("documented/documented.py"))
    assert "Arrested: 90 from 1 January 2024 to 31 December 2024, counted by when it happened" in text
    assert "the total since 1 January 2023 rose by 140" in text


def test_the_announcement_stands_beside_what_was_verified() -> None:
    text = figures_in_words(visit("amnesties/amnesties.py"))
    said = (
        "3 February 2025, Exampleland (invented): announced: 1,200; verified: 85 (Example Group (invented))."
    )
    assert said in text


def test_a_region_without_a_count_has_none_which_is_not_zero() -> None:
    counted = table(visit("regions/regions.py"), "Region", "Per 100,000").set_index("Region")
    assert counted.loc["North Region (invented)", "Per 100,000"] == "66.7"  # 400 of 600,000
    assert counted.loc["South Region (invented)", "Per 100,000"] == ""
