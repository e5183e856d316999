"""The API's routes as a program meets them, over the frozen edition."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes

Rows = list[dict[str, str]]


@pytest.fixture
def client(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    return _client(data_folder, monkeypatch)


@pytest.fixture
def client_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], TestClient]:
    """A client of any folder of tables."""
    return lambda folder: _client(folder, monkeypatch)


@pytest.fixture
def series(client: TestClient) -> Callable[[str], Rows]:
    """The rows of a series, read back from its CSV."""

    def read(query: str) -> Rows:
        response = client.get(f"/api/v1/series.csv?{query}")
        assert response.status_code == 200, response.text
        return list(csv.DictReader(io.StringIO(response.text)))

    return read


def _client(folder: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setenv("DETENTION_DATA", str(folder))
    return TestClient(Starlette(routes=routes()))
