from __future__ import annotations

from pathlib import Path

import pytest

from app_pages.frame.page_heading import NoTablesError, open_page
from app_pages.frame.pages import PAGES, PageEntry, page_entry
from tests.app_pages.reading import values, visit


@pytest.mark.parametrize("entry", [one for one in PAGES if one.path], ids=lambda entry: entry.file)
def test_a_page_is_headed_as_the_list_of_pages_says(entry: PageEntry) -> None:
    assert values(visit(entry.file).title) == [entry.heading or entry.title]


def test_the_first_page_is_headed_by_what_the_tables_are_about() -> None:
    assert values(visit("overview/overview.py").title) == [
        "Political prisoners and killings in Myanmar, as published"
    ]


@pytest.mark.parametrize(
    ("name", "heading"), [("explore", "Explore the figures"), ("number", "Where this number comes from")]
)
def test_a_heading_may_say_more_than_the_navigation(name: str, heading: str) -> None:
    assert page_entry(name).heading == heading


def test_every_page_has_a_name_of_its_own() -> None:
    assert [page_entry(entry.name) for entry in PAGES] == list(PAGES)


def test_without_sound_tables_no_page_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTION_DATA", str(tmp_path))
    with pytest.raises(NoTablesError, match="overview"):
        open_page("overview")
