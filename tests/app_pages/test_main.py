"""The script itself, run without a browser, where tables are missing or a rule breaks off."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from api.routes import routes
from metrics.counts import current_tables as current
from tests.serving import PROJECT
from validation import Store, rules

SCRIPT = PROJECT / "app_pages" / "main.py"


def test_without_tables_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTION_DATA", str(tmp_path))
    script = AppTest.from_file(str(SCRIPT), default_timeout=30).run()
    assert script.title[0].value == "No figures can be shown"
    assert script.error


def test_pages_and_data_api_go_on_where_a_rule_breaks_off(
    copied_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(_tables: object) -> None:
        raise MemoryError

    monkeypatch.setenv("DETENTION_DATA", str(copied_data))
    watched = Store(copied_data, seconds_between_looks=0)
    monkeypatch.setattr(current, "_store", lambda _folder: watched)
    client = TestClient(Starlette(routes=routes()))
    before = client.get("/api/v1/series.csv").text
    monkeypatch.setattr(rules, "ALL_RULES", {**rules.ALL_RULES, "broken_off": broken_off})
    with (copied_data / "dataset.toml").open("a", encoding="utf-8") as settings:
        settings.write("# changed\n")
    health = client.get("/api/v1/health")
    assert (health.status_code, health.json()["status"]) == (200, "held_back")
    assert "the rule broken_off" in health.json()["reason"]
    assert client.get("/api/v1/series.csv").text == before
    script = AppTest.from_file(str(SCRIPT), default_timeout=30).run()
    assert not script.exception
    assert "the rule broken_off" in html.unescape("".join(str(warning.value) for warning in script.warning))


def test_pages_have_no_icons_that_would_be_fetched_from_elsewhere() -> None:
    assert "icon=" not in SCRIPT.read_text(encoding="utf-8")
