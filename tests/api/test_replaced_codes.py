"""An address with a code that is gone leads on to that of today, and a page says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.exports.plain.reading import read_page

GONE = """
[replaced_by.metric]
arrests = "arrested"
[replaced_by.place]
MM-S = "MM-01"
"""


@pytest.fixture
def renamed(client_of: Callable[[Path], TestClient], copied_data: Path) -> TestClient:
    settings = copied_data / "dataset.toml"
    settings.write_text(settings.read_text() + GONE)
    return client_of(copied_data)


def test_a_program_is_led_to_the_same_series(renamed: TestClient) -> None:
    old = "/api/v1/series.csv?metric=arrests&place=MM-S&measure=happened"
    response = renamed.get(old, follow_redirects=False)
    assert response.status_code == 308
    assert response.headers["location"] == "?metric=arrested&place=MM-01&measure=happened"
    assert (
        renamed.get(old).text == renamed.get(old.replace("arrests", "arrested").replace("MM-S", "MM-01")).text
    )


def test_a_page_shows_what_is_there_today_and_says_so(renamed: TestClient) -> None:
    response = renamed.get("/brief/MM-S")
    page = read_page(response.text)
    assert response.status_code == 200
    assert "This link was made with the code “MM-S”, which is now “MM-01” (Sagaing Region)." in page.text
    assert page.head["canonical"] == "http://testserver/brief/MM-01"
    assert "This link was made" not in read_page(renamed.get("/brief/MM-01").text).text


def test_a_code_that_never_was_is_refused_as_before(renamed: TestClient) -> None:
    assert renamed.get("/api/v1/series.csv?metric=arest").status_code == 400
    assert renamed.get("/brief/MM-T").status_code == 404
