"""Pages and pictures by their addresses: what they are, what they refuse, and in what words."""

from __future__ import annotations

import struct
import threading
from io import BytesIO
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from api import exports_by_address
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
        ("picture.png?level=MM&chart=numbers", "level", "ranking"),
        ("picture.png?level=MM", "level", "ranking"),  # over time there are no places beside each other
        ("picture.png?size=wide&size=wide", "size", "share"),
        ("deck.pptx?view=map", "view", "overview"),
        ("deck.pptx?level=MM", "level", "regions"),  # its own places are the question's
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
    monkeypatch.setattr(exports_by_address, "_makers", threading.BoundedSemaphore(1))
    monkeypatch.setattr(exports_by_address, "WAIT", 0.01)
    with exports_by_address._turn():
        response = client.get("/api/v1/picture.png?known_on=2023-03-01")
    assert response.status_code == 429
    assert "Try again" in response.json()["error"]["message"]
    assert int(response.headers["retry-after"]) > 0
    assert client.get("/api/v1/picture.png?known_on=2023-03-01").status_code == 200


def test_those_who_ask_the_same_wait_for_one_making(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second making would stand behind the first, and give up."""
    monkeypatch.setattr(exports_by_address, "_makers", threading.BoundedSemaphore(1))
    monkeypatch.setattr(exports_by_address, "WAIT", 0.01)
    answers: list[int] = []
    address = "/api/v1/series.xlsx?known_on=2023-05-01"
    asking = [
        threading.Thread(target=lambda: answers.append(client.get(address).status_code)) for _one in range(5)
    ]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert answers == [200] * 5


def test_more_than_may_be_inside_are_asked_to_come_back(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports_by_address, "_inside", threading.BoundedSemaphore(1))
    with exports_by_address._place_inside():
        assert client.get("/api/v1/series.xlsx?known_on=2023-04-01").status_code == 429
        assert client.get("/api/v1/health").status_code == 200
    assert client.get("/api/v1/series.xlsx?known_on=2023-04-01").status_code == 200


def test_a_workbook_is_saved_under_a_name(client: TestClient) -> None:
    response = client.get(f"/api/v1/series.xlsx?metric=killed&{A_DAY}")
    assert response.headers["content-type"].endswith("spreadsheetml.sheet")
    said = response.headers["content-disposition"]
    assert said == 'attachment; filename="series_killed_MM_AAPP_known_on_2024-02-01.xlsx"'


def test_slides_are_saved_under_a_name_in_every_view(client: TestClient) -> None:
    response = client.get(f"/api/v1/deck.pptx?metric=killed&{A_DAY}")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].endswith("presentationml.presentation")
    said = response.headers["content-disposition"]
    assert said == 'attachment; filename="deck_killed_MM_AAPP_known_on_2024-02-01.pptx"'
    etag = response.headers["etag"]
    again = client.get(f"/api/v1/deck.pptx?metric=killed&{A_DAY}", headers={"If-None-Match": etag})
    assert again.status_code == 304
    for view in ("overview", "regions&level=MM&metric=killed"):
        assert client.get(f"/api/v1/deck.pptx?view={view}&{A_DAY}").status_code == 200


def test_slides_without_a_figure_are_refused_with_the_reason(client: TestClient) -> None:
    response = client.get("/api/v1/deck.pptx?known_on=2008-01-01")
    assert response.status_code == 404
    assert response.json()["error"]["message"] == "There are no figures to show."


def test_a_mark_for_excel_comes_before_the_rows_where_it_is_asked_for(client: TestClient) -> None:
    plain = client.get(f"/api/v1/series.csv?metric=killed&{A_DAY}").content
    marked = client.get(f"/api/v1/series.csv?metric=killed&{A_DAY}&bom=1").content
    assert marked == b"\xef\xbb\xbf" + plain
    assert not plain.startswith(b"\xef")
    assert client.get(f"/api/v1/series.csv?{A_DAY}&bom=yes").json()["error"]["allowed"] == ["0", "1"]


def test_a_rate_has_no_more_digits_than_its_figures_carry(client: TestClient) -> None:
    """4,474 killed by 31 January 2024 in a country of 51,486,253: 8.68970 per 100,000."""
    asked = "metric=killed&measure=per_100k&from=2024-01-31&to=2024-01-31&known_on=2024-02-01"
    rows = client.get(f"/api/v1/series.json?{asked}").json()["rows"]
    assert [row["value"] for row in rows] == [8.6897]


def test_everything_is_each_file_as_it_is_had_by_itself(client: TestClient) -> None:
    asked = f"metric=killed&{A_DAY}"
    body = client.get(f"/api/v1/everything.zip?{asked}").content
    with ZipFile(BytesIO(body)) as taken:
        files = {name.partition("/")[2]: taken.read(name) for name in taken.namelist()}
    assert {"series.csv", "series.xlsx", "brief.pdf", "handout.pdf", "links.txt"} <= set(files)
    assert files["series.xlsx"] == client.get(f"/api/v1/series.xlsx?{asked}").content
    assert files["brief.pdf"] == client.get(f"/api/v1/brief.pdf?{asked}").content
    assert b"explore?metric=killed" in files["links.txt"]


def test_everything_of_a_question_without_a_number_is_what_there_is(client: TestClient) -> None:
    body = client.get("/api/v1/everything.zip?known_on=2008-01-01").content
    with ZipFile(BytesIO(body)) as taken:
        names = {name.partition("/")[2] for name in taken.namelist()}
    assert "series.csv" in names
    assert "brief.pdf" not in names
