"""Pages and pictures by their addresses: what they are, what they refuse, and in what words."""

from __future__ import annotations

import struct
import threading

import pytest
from starlette.testclient import TestClient

from api import paper
from tests.exports.paper.reading import text_of

MADE = {
    "brief.pdf": "application/pdf",
    "handout.pdf": "application/pdf",
    "picture.png": "image/png",
    "picture.svg": "image/svg+xml",
}
A_DAY = "known_on=2024-02-01"


def pixels(body: bytes) -> tuple[int, ...]:
    return struct.unpack(">II", body[16:24])


@pytest.mark.parametrize("name", MADE)
def test_each_is_a_file_of_its_kind_that_a_browser_shows(client: TestClient, name: str) -> None:
    response = client.get(f"/api/v1/{name}?{A_DAY}")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == MADE[name]
    said = response.headers["content-disposition"]
    assert said.startswith("inline; filename=")
    assert "MM_AAPP_known_on_2024-02-01" in said
    assert client.head(f"/api/v1/{name}?{A_DAY}").status_code == 200


@pytest.mark.parametrize("name", MADE)
def test_who_has_it_already_is_sent_nothing(client: TestClient, name: str) -> None:
    etag = client.get(f"/api/v1/{name}?{A_DAY}").headers["etag"]
    again = client.get(f"/api/v1/{name}?{A_DAY}", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_the_page_says_its_own_address(client: TestClient) -> None:
    said = text_of(client.get(f"/api/v1/handout.pdf?metric=arrested&measure=happened&{A_DAY}").content)
    assert "http://testserver/explore?metric=arrested&measure=happened&known_on=2024-02-01" in said.replace(
        " ", ""
    )
    assert "1,988" in said


@pytest.mark.parametrize(
    ("size", "expected"), [("wide", (1600, 900)), ("square", (1080, 1080)), ("share", (1200, 630))]
)
def test_a_picture_has_its_size(client: TestClient, size: str, expected: tuple[int, int]) -> None:
    assert pixels(client.get(f"/api/v1/picture.png?size={size}").content) == expected
    assert pixels(client.get(f"/api/v1/picture.png?chart=numbers&size={size}").content) == expected


def test_a_map_is_of_the_places_of_a_level(client: TestClient) -> None:
    of_level = client.get("/api/v1/picture.svg?chart=map&level=MM&metric=killed")
    assert of_level.status_code == 200
    response = client.get("/api/v1/picture.svg?chart=map&metric=killed")  # of the country alone
    assert response.status_code == 404
    assert "no boundaries" in response.json()["error"]["message"]


@pytest.mark.parametrize(
    ("address", "parameter", "allowed"),
    [
        ("brief.pdf?paper=a5", "paper", "letter"),
        ("brief.pdf?lang=tlh", "lang", "en"),
        ("picture.png?size=huge", "size", "square"),
        ("picture.png?chart=pie", "chart", "over_time"),
        ("picture.png?level=XX", "level", "MM"),
        ("picture.png?level=MM", "level", "ranking"),  # over time there are no places beside each other
        ("picture.png?size=wide&size=wide", "size", "share"),
        ("brief.pdf?size=wide", "size", "metric"),  # a sheet has no size of a picture
        ("handout.pdf?metric=arested", "metric", "arrested"),
    ],
)
def test_what_is_not_allowed_is_named_with_what_is(
    client: TestClient, address: str, parameter: str, allowed: str
) -> None:
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 400
    error = response.json()["error"]
    assert error["parameter"] == parameter
    assert allowed in " ".join(error["allowed"])


def test_paper_leads_to_what_was_known_when_it_was_made(client: TestClient) -> None:
    said = text_of(client.get("/api/v1/brief.pdf").content)
    assert "http://testserver/?metric=arrested&known_on=2026-03-02" in said.replace(" ", "")


def test_a_brief_without_a_number_says_so(client: TestClient) -> None:
    response = client.get("/api/v1/brief.pdf?known_on=2008-01-01")
    assert response.status_code == 404
    assert "no headline figure" in response.json()["error"]["message"]


def test_a_burst_is_asked_to_come_back(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "_turns", threading.BoundedSemaphore(1))
    monkeypatch.setattr(paper, "WAIT", 0.01)
    with paper._turn():
        response = client.get("/api/v1/picture.png?known_on=2023-03-01")
    assert response.status_code == 429
    assert "try again" in response.json()["error"]["message"]
    assert int(response.headers["retry-after"]) > 0
    assert client.get("/api/v1/picture.png?known_on=2023-03-01").status_code == 200
