"""With tables that are missing, faulty or hostile the server starts, says so, and shows no wrong count."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from app_pages.frame.pages import PAGES as ENTRIES
from tests.browser.reading import figures_in_words, open_page, shown_text
from tests.serving import serving

PAGES = tuple(entry.path for entry in ENTRIES)
HOSTILE = (
    "*a* [x](http://evil.example/y) <b>d</b> <img src=http://evil.example/z> :red[e] :smile: $f$ "
    "www.evil.example"
)


def assert_no_count_is_shown(page: Page) -> None:
    for mark in ("figure", "stDataFrame"):
        assert page.get_by_test_id(mark).count() == 0
    assert page.locator("a.number").count() == 0
    # The one table says what is wrong.
    assert page.get_by_role("table").count() == page.get_by_role("table", name="Findings").count()
    assert "25,931" not in shown_text(page)


ONE_DAY = "explore?metric=arrested&from=2024-01-31&to=2024-01-31"
MILLISECONDS_UNTIL_SEEN = 1500


def test_a_folder_that_is_not_there_and_then_is_empty(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    with serving(folder, tmp_path / "log.txt") as server:
        open_page(page, server.url)
        assert "No figures can be shown" in shown_text(page)
        assert "dataset.toml" not in shown_text(page)

        folder.mkdir()
        page.wait_for_timeout(MILLISECONDS_UNTIL_SEEN)
        for name in ("", "explore", "checks"):
            open_page(page, f"{server.url}/{name}")
            assert "No figures can be shown" in shown_text(page)
            assert "dataset.toml" in shown_text(page)
            assert_no_count_is_shown(page)


def test_tables_are_mended_and_spoilt_without_a_restart(
    page: Page,
    copied_data: Path,
    tmp_path: Path,
    rewritten: Callable[[Path, str, str], None],
    data_folder: Path,
) -> None:
    (copied_data / "sources.csv").unlink()
    with serving(copied_data, tmp_path / "log.txt") as server:
        open_page(page, f"{server.url}/{ONE_DAY}")
        assert "sources.csv" in shown_text(page)
        assert_no_count_is_shown(page)

        shutil.copy(data_folder / "sources.csv", copied_data / "sources.csv")
        rewritten(copied_data / "metrics.csv", "arrested,Arrested,flow", "arrested,Arrested,flaw")
        page.wait_for_timeout(MILLISECONDS_UNTIL_SEEN)
        open_page(page, f"{server.url}/{ONE_DAY}")
        assert "sources.csv" not in shown_text(page)
        assert "metrics.csv" in shown_text(page)
        assert_no_count_is_shown(page)

        shutil.copy(data_folder / "metrics.csv", copied_data / "metrics.csv")
        page.wait_for_timeout(MILLISECONDS_UNTIL_SEEN)
        open_page(page, f"{server.url}/{ONE_DAY}")
        assert "25,931" in figures_in_words(page)

        # After sound tables, faulty ones leave the counts as they were.
        rewritten(copied_data / "observations.csv", ",25931,", ",-25931,")
        page.wait_for_timeout(MILLISECONDS_UNTIL_SEEN)
        open_page(page, f"{server.url}/{ONE_DAY}")
        text = shown_text(page)
        assert "held back" in text
        assert "observations.csv" in text
        assert "25,931" in figures_in_words(page)


@pytest.mark.parametrize("name", PAGES)
def test_hostile_labels_show_as_they_are_written(page: Page, name: str, hostile_server: str) -> None:
    open_page(page, f"{hostile_server}/{name}")
    body = page.get_by_test_id("stMainBlockContainer")
    assert (
        body.locator("a[href*='evil']:not([href^='#']), img[src*='evil'], b:text-is('d'), .katex").count()
        == 0
    )
    assert "&#" not in body.inner_text(), "an escape was shown"


@pytest.fixture(scope="module")
def hostile_server(data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The frozen edition, every name in it hostile."""
    folder = Path(shutil.copytree(data_folder, tmp_path_factory.mktemp("hostile") / "data"))
    _make_hostile(folder / "metrics.csv", ",Arrested,")
    _make_hostile(folder / "metrics.csv", ",In detention,")
    _make_hostile(folder / "places.csv", "MM,Myanmar,", "MM,{},")
    with serving(folder, folder.parent / "log.txt") as server:
        yield server.url


def _make_hostile(path: Path, old: str, new: str = ",{},") -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new.format(HOSTILE), 1), encoding="utf-8")
