"""A folder in which nothing is counted yet: every page says so, and the data API gives no rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes
from app_pages.frame.pages import PAGES, PageEntry
from tests import small
from tests.app_pages.reading import visit, words

HEADER_ONLY = "recorded"  # a column's name and no row
FOLDERS: dict[str, dict[str, str]] = {
    "no counts": {"observations": HEADER_ONLY},
    "no counts and no documents": {"observations": HEADER_ONLY, "sources": HEADER_ONLY},
    "nothing but codes": {"observations": HEADER_ONLY, "sources": HEADER_ONLY, "events": "event_id"},
}


@pytest.fixture(
    params=[
        "no counts",
        *(pytest.param(name, marks=pytest.mark.nightly) for name in FOLDERS if name != "no counts"),
    ]
)
def _empty(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTION_DATA", str(small.write(tmp_path / "data", **FOLDERS[request.param])))


@pytest.mark.usefixtures("_empty")
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.file)
def test_page_is_drawn_and_speaks_of_no_day_before_all_counts(entry: PageEntry) -> None:
    text = words(visit(entry.file))
    assert text
    assert " January 1." not in text  # the first day of all
    assert "0001" not in text


@pytest.mark.usefixtures("_empty")
@pytest.mark.parametrize(
    "question", ["", "grain=month", "measure=newly_documented&grain=reporting_year", "metric=detained"]
)
def test_series_has_no_value(question: str) -> None:
    client = TestClient(Starlette(routes=routes()))
    answer = client.get(f"/api/v1/series.json?{question}")
    assert answer.status_code == 200
    assert [row["value"] for row in answer.json()["rows"] if row["value"] is not None] == []
    assert answer.json()["known_on"] == "2021-02-01"  # the origin: nothing is recorded later
    assert client.get(f"/api/v1/series.csv?{question}").status_code == 200
    assert client.get("/api/v1/health").json() == {"status": "ok"}
