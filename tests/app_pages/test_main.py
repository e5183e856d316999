"""The script itself, run without a browser: every page comes to its end."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.frame.pages import PAGES, PageEntry
from tests.serving import PROJECT

SCRIPT = PROJECT / "app_pages" / "main.py"


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.file)
def test_every_page_is_drawn(entry: PageEntry) -> None:
    script = AppTest.from_file(str(SCRIPT), default_timeout=30)
    script.switch_page(entry.file)
    script.run()
    assert not script.exception
    assert script.title


def test_without_tables_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTION_DATA", str(tmp_path))
    script = AppTest.from_file(str(SCRIPT), default_timeout=30).run()
    assert script.title[0].value == "No counts can be shown"
    assert script.error


def test_pages_have_no_icons_that_would_be_fetched_from_elsewhere() -> None:
    assert "icon=" not in SCRIPT.read_text(encoding="utf-8")
