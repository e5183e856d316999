"""A hostile folder of another organisation: no cell of a downloaded file is a formula to a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from exports.series_files import FORMULA_STARTS
from exports.table_files import TABLES
from tests.folders import THREE_FOLDERS
from tests.folders.hostile import write_hostile

SERIES = (
    "metric=political_prisoners",
    "metric=arrested&measure=newly_documented",
    "metric=released&measure=total",
)
FILES = (*(f"{table}.csv" for table in TABLES), *(f"series.csv?{query}" for query in SERIES))


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_hostile(THREE_FOLDERS["venezuela"], tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("file", FILES)
def test_no_cell_is_a_formula(
    client_of: Callable[[Path], TestClient], hostile_folder: Path, file: str
) -> None:
    response = client_of(hostile_folder).get(f"/api/v1/{file}")
    assert response.status_code == 200, response.text[:300]
    cells = [cell for row in csv.reader(io.StringIO(response.text)) for cell in row]
    assert [
        cell for cell in cells if cell.startswith(FORMULA_STARTS) and not cell.lstrip("-").isdigit()
    ] == []
