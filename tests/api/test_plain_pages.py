"""/brief and /present as a browser meets them: any place, what is not there, what has not changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api import asked_plainly, plain_pages
from tests.exports.plain.reading import read_page


def test_the_usual_place_and_every_other_have_a_page(client: TestClient) -> None:
    assert "22,789" in read_page(client.get("/brief").text).text
    page = read_page(client.get("/brief/MM-01").text)
    assert page.headings[0][1].startswith("Sagaing Region: ")
    # From a page that lies one step deeper.
    assert ("Magway Region", "../brief/MM-03") in page.links
    assert page.head["canonical"] == "http://testserver/brief/MM-01"


def test_a_place_may_stand_in_the_path_or_among_the_parameters(client: TestClient) -> None:
    in_path, among = client.get("/brief/MM-01").text, client.get("/brief?place=MM-01").text
    assert read_page(in_path).text == read_page(among).text
    assert read_page(among).head["canonical"] == "http://testserver/brief/MM-01"
    assert client.get("/brief/MM-01?place=MM-01").status_code == 200
    both = client.get("/brief/MM-01?place=MM-02")
    assert both.status_code == 400
    assert "is given twice: as MM-01 and as MM-02" in read_page(both.text).text


def test_it_takes_the_parameters_of_the_first_page(client: TestClient) -> None:
    text = read_page(client.get("/brief?known_on=2024-02-01&utm_source=mail").text).text
    assert "19,993" in text
    assert "22,789" not in text


@pytest.mark.parametrize("address", ["/brief/MM-99", "/brief/MM/01", "/brief/<b>"])
def test_a_place_that_is_not_there_is_said_to_be_missing(client: TestClient, address: str) -> None:
    response = client.get(address)
    page = read_page(response.text)
    assert response.status_code == 404
    assert "There is no place with the code" in page.text
    assert "Sagaing Region" in [words for words, _href in page.links]
    assert page.head["robots"] == "noindex"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("known_on=2999-01-01", "a day in the future"),
        ("metric=arested", "has the unknown value `arested`"),
        ("question=fell", "is not a parameter of a question"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(client: TestClient, asked: str, said: str) -> None:
    response = client.get(f"/brief?{asked}")
    page = read_page(response.text)
    assert response.status_code == 400
    assert said in page.text
    assert ("Start again", "./brief") in page.links


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/brief")
    again = client.get("/brief", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/brief/MM-01", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_an_update_of_the_tables_is_seen(
    client_of: Callable[[Path], TestClient], copied_data: Path, rewritten: Callable[[Path, str, str], None]
) -> None:
    client = client_of(copied_data)
    first = client.get("/brief")
    rewritten(copied_data / "dataset.toml", "Political prisoners and killings in Myanmar", "Another title")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_pages, "recent_snapshot", lambda: None)
        patch.setattr("validation.store.Store._is_due", lambda _store, now: True)
        second = client.get("/brief")
    assert "Another title" in second.text
    assert first.headers["etag"] != second.headers["etag"]


def test_without_sound_tables_it_says_why_and_shows_no_number(
    client_of: Callable[[Path], TestClient], copied_data: Path
) -> None:
    (copied_data / "metrics.csv").unlink()
    response = client_of(copied_data).get("/brief")
    assert response.status_code == 503
    assert "No figures can be shown" in read_page(response.text).text
    assert "22,789" not in response.text


def test_our_own_fault_is_one_sentence_and_is_not_kept(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(asked_plainly, "page_of", lambda *_asked, **_more: 1 / 0)
        response = client.get("/brief?known_on=2025-01-02")
        assert response.status_code == 500
        assert "because of an error in the software" in read_page(response.text).text
        assert "ZeroDivisionError" not in response.text
    assert client.get("/brief?known_on=2025-01-02").status_code == 200


@pytest.mark.parametrize("address", ["/brief", "/present/MM-01?from=2023-02-01&to=2024-01-31"])
def test_the_picture_for_previews_is_there(client: TestClient, address: str) -> None:
    picture = read_page(client.get(address).text).head["og:image"]
    assert picture.startswith("http://testserver/api/v1/picture.png?")
    response = client.get(picture)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "image/png"


def test_without_a_number_there_is_no_picture(client: TestClient) -> None:
    assert "og:image" not in read_page(client.get("/brief/MM-unknown").text).head


def test_screens_are_named_in_one_link_or_by_a_form(client: TestClient) -> None:
    in_link = client.get("/present/MM?slides=killed,title")
    by_form = client.get("/present/MM?slides=killed&slides=title")
    assert in_link.status_code == by_form.status_code == 200
    assert read_page(in_link.text).ids == read_page(by_form.text).ids == ["killed", "title"]
    assert read_page(by_form.text).head["canonical"] == "http://testserver/present?slides=killed,title"


def test_screens_that_are_not_there_are_refused_in_words(client: TestClient) -> None:
    response = client.get("/present?slides=prisoners")
    assert response.status_code == 400
    assert "has the unknown value `prisoners`" in read_page(response.text).text
    assert client.get("/brief?slides=title").status_code == 400


def test_the_script_of_the_screens_is_kept_for_a_year_and_is_the_only_one(client: TestClient) -> None:
    page = read_page(client.get("/present/MM-01").text)
    (src,) = [value for tag, name, value in page.attributes if (tag, name) == ("script", "src")]
    response = client.get(src.replace("../", "/"))
    assert response.status_code == 200
    assert response.headers["cache-control"].endswith("immutable")
    assert response.headers["content-type"].startswith("text/javascript")
