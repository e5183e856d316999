"""Every series of a question, kept by browsers for a year: whatever changes it changes its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from babel.messages import Catalog
from babel.messages.pofile import write_po
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app_pages.assets import version
from app_pages.figure import choices
from app_pages.figure.choices import Choices, whole_routes
from metrics.counts.current_tables import today
from metrics.language import wording
from metrics.language.wording import spoken_in
from metrics.query.caching import clear_caches
from metrics.question.address import read_parameters
from tests.serving import PROJECT
from validation import Dataset

FOR_A_YEAR = "public, max-age=31536000, immutable"
BURMESE = re.compile("[\u1000-\u109f]")


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=whole_routes()))


@pytest.fixture
def in_burmese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Burmese catalogue without a word: the names of months are Burmese all the same."""
    with (tmp_path / "my.po").open("wb") as file:
        write_po(file, Catalog(locale="my"))
    monkeypatch.setattr(wording, "LOCALE_FOLDER", tmp_path)
    wording.forget_catalogues()
    yield
    wording.forget_catalogues()
    clear_caches()


def address_of_whole(dataset: Dataset) -> str:
    """Where a page that is drawn now has the browser fetch every series of the default question."""
    query = read_parameters([], dataset=dataset, today=today())
    return Choices(SimpleNamespace(dataset=dataset), query).offered().data["whole"]


def test_it_is_kept_for_a_year(client: TestClient, first_edition: Dataset) -> None:
    response = client.get(address_of_whole(first_edition))
    assert (response.status_code, response.headers["cache-control"]) == (200, FOR_A_YEAR)
    assert response.json()["series"]


def test_other_software_has_another_address_and_is_not_answered_for(
    client: TestClient, first_edition: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = address_of_whole(first_edition)
    clear_caches()
    monkeypatch.setattr(choices, "VERSION", "another")
    assert address_of_whole(first_edition) != before
    response = client.get(before)
    assert (response.status_code, response.headers["cache-control"]) == (404, "no-store")
    clear_caches()


def test_other_tables_have_another_address_and_are_not_answered_for(
    client: TestClient, first_edition: Dataset
) -> None:
    changed = replace(first_edition, digest="0" * 64)
    assert address_of_whole(changed) != address_of_whole(first_edition)
    response = client.get(address_of_whole(changed))
    assert (response.status_code, response.headers["cache-control"]) == (404, "no-store")


@pytest.mark.usefixtures("in_burmese")
def test_each_language_has_an_address_at_which_it_is_answered(
    client: TestClient, first_edition: Dataset
) -> None:
    english = address_of_whole(first_edition)
    with spoken_in("my"):
        burmese = address_of_whole(first_edition)
    assert english != burmese
    for _time in range(2):  # also where the other one is there already
        assert not BURMESE.search(str(client.get(english).json()))
        assert BURMESE.search(str(client.get(burmese).json()))


@pytest.mark.parametrize("language", ["xy", "", "../en"])
def test_a_language_without_a_catalogue_is_not_answered_in(
    client: TestClient, first_edition: Dataset, language: str
) -> None:
    address = address_of_whole(first_edition)
    parameters = parse_qs(urlsplit(address).query, keep_blank_values=True) | {"language": [language]}
    response = client.get(urlsplit(address).path, params=parameters)
    assert (response.status_code, response.headers["cache-control"]) == (404, "no-store")


@pytest.mark.parametrize(
    "file", ["charts/over_time/whole.py", "metrics/language/phrasing.py", "locale/my.po", "data/words.my.po"]
)
def test_whatever_makes_figures_is_part_of_the_version(tmp_path: Path, file: str) -> None:
    changed = tmp_path / file
    changed.parent.mkdir(parents=True)
    versions = {version.version_of(tmp_path, libraries={})}
    for content in ("one", "two"):
        changed.write_text(content, encoding="utf-8")
        versions |= {version.version_of(tmp_path, libraries={}) for _time in range(2)}
    versions.add(version.version_of(tmp_path, libraries={"plotly": "7.1.0"}))
    versions.add(version.version_of(tmp_path, libraries={"plotly": "7.1.1"}))
    assert len(versions) == 5


def test_what_makes_no_figure_is_no_part_of_the_version(tmp_path: Path) -> None:
    before = version.version_of(tmp_path, libraries={})
    (tmp_path / "charts" / "__pycache__").mkdir(parents=True)
    for file in ("README.md", "charts/__pycache__/whole.cpython-311.pyc", "tests.py"):
        (tmp_path / file).write_text("changed", encoding="utf-8")
    assert version.version_of(tmp_path, libraries={}) == before


def test_the_version_is_that_of_this_project() -> None:
    assert version.version_of(PROJECT, libraries=version.libraries()) == version.VERSION
