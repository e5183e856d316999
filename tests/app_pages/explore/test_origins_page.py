"""Where running totals have several first days, Explore asks from which; elsewhere it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import small
from tests.app_pages.reading import figures_in_words, menu, visit

ORIGINS = '\n[[origins]]\nday = 2024-07-29\nlabel = "since the election"\n'
COUNTS = """
    source_id,metric,basis,period_start,period_end,value
    a,arrested,documented,2021-02-01,2024-08-31,15800
    a,arrested,documented,2024-07-29,2024-08-31,1580"""


@pytest.fixture
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = small.write(tmp_path / "data", observations=COUNTS)
    (written / "dataset.toml").write_text(small.SETTINGS + ORIGINS, encoding="utf-8")
    monkeypatch.setenv("DETENTION_DATA", str(written))


@pytest.mark.usefixtures("_folder")
def test_the_origin_is_chosen_among_all() -> None:
    page = visit("explore/explore.py", {"metric": "arrested", "measure": "total"})
    assert menu(page, "since") == {"": "since the coup", "2024-07-29": "since the election"}
    assert "15,800" in figures_in_words(page)
    page = visit("explore/explore.py", {"metric": "arrested", "measure": "total", "since": "2024-07-29"})
    assert "1,580" in figures_in_words(page)
    assert "15,800" not in figures_in_words(page)
    assert "since the coup" not in figures_in_words(page)


@pytest.mark.usefixtures("_folder")
def test_a_count_by_date_of_event_has_no_origin_to_choose() -> None:
    page = visit("explore/explore.py", {"metric": "arrested", "measure": "happened"})
    assert not menu(page, "since")


def test_with_one_origin_there_is_nothing_to_choose(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DETENTION_DATA", str(small.write(tmp_path / "data")))
    page = visit("explore/explore.py", {"metric": "arrested", "measure": "total"})
    assert not menu(page, "since")
