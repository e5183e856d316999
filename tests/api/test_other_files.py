from __future__ import annotations

import csv
import hashlib
import io
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from starlette.testclient import TestClient

from exports.table_files import TABLES
from validation.store import SECONDS_BETWEEN_LOOKS


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_the_whole_tables(
    client_of: Callable[[Path], TestClient], live_folder: Path, table: str
) -> None:
    response = client_of(live_folder).get(f"/api/v1/{table}.csv")
    served, published = pd.read_csv(io.StringIO(response.text)), pd.read_csv(live_folder / f"{table}.csv")
    came_later = served.columns.difference(published.columns)  # a column that the file lacks is served empty
    assert served[came_later].isna().all(axis=None)
    pd.testing.assert_frame_equal(served.drop(columns=came_later)[published.columns], published)


@pytest.mark.parametrize("file", ["observations.csv", "sources.csv", "datapackage.json", "findings.json"])
def test_parameters_are_not_ignored_in_silence(client: TestClient, file: str) -> None:
    response = client.get(f"/api/v1/{file}?known_on=2024-01-31")
    assert response.status_code == 400
    assert response.json()["error"]["parameter"] == "known_on"


def test_data_package_names_the_columns_of_each_table(client: TestClient) -> None:
    package = client.get("/api/v1/datapackage.json").json()
    for resource in package["resources"]:
        table = client.get(f"/api/v1/{resource['path']}")
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert names == table.text.splitlines()[0].split(",")
        assert resource["hash"] == f"sha256:{hashlib.sha256(table.content).hexdigest()}"


def test_findings_count_the_rows_that_were_checked(client: TestClient) -> None:
    content = client.get("/api/v1/findings.json").json()
    assert content["tables"]["observations.csv"] == len(rows(client.get("/api/v1/observations.csv").text))
    assert all(finding["severity"] in ("warning", "note") for finding in content["findings"])


def test_health_is_ok(client: TestClient) -> None:
    response = client.get("/api/v1/health")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v2/series.csv", "/api/v1/series"]
)
def test_an_unknown_address_is_answered_as_json(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "/api/v1/series.csv" in response.json()["error"]["allowed"]


def test_an_empty_folder_gives_the_reason_and_no_count(
    client_of: Callable[[Path], TestClient], tmp_path: Path
) -> None:
    client = client_of(tmp_path)
    health = client.get("/api/v1/health")
    assert (health.status_code, health.json()["status"]) == (503, "no_data")
    assert health.json()["reason"]
    series = client.get("/api/v1/series.csv")
    assert series.status_code == 503
    assert series.json()["error"]["message"] == health.json()["reason"]
    assert client.get("/api/v1/findings.json").json()["findings"]


def test_a_faulty_update_is_held_back_and_said(
    client_of: Callable[[Path], TestClient],
    copied_data: Path,
    rewritten: Callable[[Path, str, str], None],
) -> None:
    client = client_of(copied_data)
    before = client.get("/api/v1/series.csv").text
    rewritten(copied_data / "observations.csv", ",arrested,", ",arested,")
    time.sleep(SECONDS_BETWEEN_LOOKS)
    health = client.get("/api/v1/health")
    assert (health.status_code, health.json()["status"]) == (200, "held_back")
    assert "observations.csv" in health.json()["reason"]
    assert client.get("/api/v1/series.csv").text == before


def test_everything_but_the_change_stays_when_the_folder_is_gone(
    client_of: Callable[[Path], TestClient], copied_data: Path
) -> None:
    client = client_of(copied_data)
    before = client.get("/api/v1/datapackage.json").text
    copied_data.rename(copied_data.with_name("elsewhere"))
    time.sleep(SECONDS_BETWEEN_LOOKS)
    assert client.get("/api/v1/health").json()["status"] == "held_back"
    assert client.get("/api/v1/datapackage.json").text == before


def test_a_data_package_names_what_is_served_and_not_what_is_held_back(
    client_of: Callable[[Path], TestClient], copied_data: Path
) -> None:
    client = client_of(copied_data)
    before = client.get("/api/v1/datapackage.json").text
    (copied_data / "observations.csv").unlink()
    time.sleep(SECONDS_BETWEEN_LOOKS)
    assert client.get("/api/v1/datapackage.json").text == before
