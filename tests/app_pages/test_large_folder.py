"""A hundred thousand counts: tables are read and judged, every page is drawn. Nothing is timed here."""

from __future__ import annotations

from pathlib import Path

import pytest

from app_pages.frame.pages import PAGES, PageEntry
from tests.app_pages.reading import visit, words
from tests.folders.large import write_large
from validation.reading.reading import read_dataset

COUNTS = 100_000
LONGEST = 590  # seconds, after which a page counts as one that is never drawn

pytestmark = pytest.mark.nightly


@pytest.fixture(scope="module")
def large_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_large(tmp_path_factory.mktemp("large"), counts=COUNTS)


def test_the_tables_are_sound(large_folder: Path) -> None:
    reading = read_dataset(large_folder)
    assert reading.dataset is not None
    assert len(reading.dataset.observations) >= COUNTS
    assert {one.rule for one in reading.findings} == {"draft"}


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.name)
def test_every_page_is_drawn(entry: PageEntry, large_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTION_DATA", str(large_folder))
    page = visit(entry.file, seconds=LONGEST)
    assert words(page)
    assert not page.error
