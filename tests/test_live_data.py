"""The project's own tables, as they are today: laws that hold however they grow, and none of their numbers.

Other laws stand with what they are about: that every count has a card, in tests/metrics; that what is
generated is up to date, in tests/validation; that the API serves whole tables, in tests/api.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes
from app_pages.frame.pages import PAGES, PageEntry
from metrics.counts.current_tables import current_snapshot
from tests.app_pages.reading import visit
from validation import Dataset, read_dataset
from validation.folder import ENVIRONMENT
from validation.sealing import SEALED


@pytest.fixture
def live_data_served(live_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and API stand on the live tables."""
    monkeypatch.setenv(ENVIRONMENT, str(live_folder))


def rows_cut_to(columns: list[str], path: Path) -> Counter[tuple[str, ...]]:
    """How often each row stands in a table, its cells exactly as written, of these columns only."""
    with path.open(encoding="utf-8", newline="") as file:
        return Counter(tuple(row[column] for column in columns) for row in csv.DictReader(file))


def columns_of(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def test_there_are_no_errors(live_folder: Path) -> None:
    """A seal that its rows do not match is an error too."""
    assert read_dataset(live_folder).errors == ()


def test_no_count_is_shown_that_is_too_small(live_folder: Path) -> None:
    """By the rule of docs/decisions/0007-small-counts.md."""
    assert not [found for found in read_dataset(live_folder).findings if found.rule == "small_count"]


@pytest.mark.parametrize("table", [*SEALED, "editions"])
def test_every_row_of_the_frozen_edition_is_still_there(
    data_folder: Path, live_folder: Path, table: str
) -> None:
    """Rows are appended: none is edited or taken away. A table may get new columns."""
    frozen, live = (folder / f"{table}.csv" for folder in (data_folder, live_folder))
    columns = columns_of(frozen)
    assert not rows_cut_to(columns, frozen) - rows_cut_to(columns, live)


@pytest.mark.parametrize("table", ["metrics", "organisations", "places", "events"])
def test_every_code_of_the_frozen_edition_is_still_known(
    data_folder: Path, live_folder: Path, table: str
) -> None:
    """Definitions may be put better, but an address that somebody cited names these codes."""
    frozen, live = (folder / f"{table}.csv" for folder in (data_folder, live_folder))
    codes = columns_of(frozen)[:1]
    assert not rows_cut_to(codes, frozen) - rows_cut_to(codes, live)


@pytest.mark.usefixtures("live_data_served")
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.file)
def test_every_page_is_drawn_with_all_that_it_unfolds(entry: PageEntry, live_data: Dataset) -> None:
    page = visit(entry.file)
    assert page.title
    assert not page.error
    assert current_snapshot().dataset.folder == live_data.folder


@pytest.mark.usefixtures("live_data_served")
def test_the_api_answers_for_every_metric(live_data: Dataset) -> None:
    client = TestClient(Starlette(routes=routes()))
    assert client.get("/api/v1/health").json() == {"status": "ok"}
    for metric in live_data.metrics["metric"]:
        response = client.get(f"/api/v1/series.csv?metric={metric}")
        assert response.status_code == 200, response.text
