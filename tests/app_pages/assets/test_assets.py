"""Our own files are named by their content, and say so."""

from __future__ import annotations

import hashlib
import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app_pages.assets.assets import FOLDER, FOLDERS, address_of_asset, asset_routes

FILES = {path.name: path for folder in FOLDERS for path in folder.iterdir() if path.suffix in (".js", ".css")}
NAMES = sorted(FILES)
FONT = "noto-sans-myanmar.woff2"
LETTERS_OF_THE_MENU = "noto-sans-myanmar-name.woff2"
OF_NPM = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=asset_routes()))


@pytest.mark.parametrize("name", NAMES)
def test_address_is_made_from_the_content_and_lasts(client: TestClient, name: str) -> None:
    response = client.get(address_of_asset(name))
    assert response.status_code == 200
    assert hashlib.sha256(response.content).hexdigest()[:12] in address_of_asset(name)
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["content-type"].startswith(
        "text/css" if name.endswith("css") else "text/javascript"
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_a_script_imports_it_imports_by_its_full_name(client: TestClient, name: str) -> None:
    text = client.get(address_of_asset(name)).text
    imported = re.findall(r'^import [^"]+ from "([^"]+)";$', text, re.MULTILINE)
    assert ('from "./' in FILES[name].read_text(encoding="utf-8")) == bool(imported)
    assert all(client.get(address).status_code == 200 for address in imported)


@pytest.mark.parametrize("path", ["/assets/figure.js", "/assets/figure.000000000000.js", "/assets/README.md"])
def test_another_name_is_refused_with_a_sentence(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.headers["cache-control"]) == (404, "no-store")
    assert "Please reload it." in response.text


def test_plotly_is_the_published_file() -> None:
    assert hashlib.sha256((FOLDER / "plotly.min.js").read_bytes()).hexdigest() == OF_NPM


def test_the_style_sheet_has_the_font_for_burmese_from_this_server(client: TestClient) -> None:
    style = client.get(address_of_asset("style.css")).text
    addresses = re.findall(r'url\("([^"]+)"\)', style)
    assert addresses == [address_of_asset(FONT), address_of_asset(LETTERS_OF_THE_MENU)]
    response = client.get(addresses[0])
    assert response.headers["content-type"] == "font/woff2"
    assert response.content == (FOLDER / FONT).read_bytes()
    assert response.content[:4] == b"wOF2"
    assert "SIL Open Font License, Version 1.1" in (FOLDER / "noto-sans-myanmar.OFL.txt").read_text()
