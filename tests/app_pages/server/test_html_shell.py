"""What a browser gets before Streamlit runs, and the headers that keep it to this host."""

from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from api.routes import routes as api_routes
from app_pages.assets.assets import asset_routes
from app_pages.frame.pages import PAGES, PageEntry
from app_pages.server.headers import SecurityHeaders
from app_pages.server.html_shell import routes


@pytest.fixture
def client() -> TestClient:
    return TestClient(
        Starlette(routes=[*asset_routes(), *routes()], middleware=[Middleware(SecurityHeaders)])
    )


@pytest.fixture
def data_client() -> TestClient:
    return TestClient(Starlette(routes=api_routes()))


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.file)
def test_each_page_has_its_own_title_and_description(client: TestClient, entry: PageEntry) -> None:
    text = client.get(f"/{entry.path}").text
    assert f"<title>{entry.title} · " in text
    if entry.path not in ("", "explore"):  # those say their numbers
        assert f'<meta name="description" content="{entry.description}">' in text
    assert "<title>Streamlit" not in text


def test_what_readers_do_not_need_is_cut(client: TestClient) -> None:
    text = client.get("/").text
    assert 'as="font"' not in text
    assert "_stcore/agent" not in text


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("/", "./brief"),
        ("/?from=2023-02-01&to=2024-01-31&place=MM-01", "./brief/MM-01?from=2023-02-01&amp;to=2024-01-31"),
        ("/explore?metric=killed&known_on=2024-02-01", "./brief?known_on=2024-02-01"),
        ("/explore?metric=kiled", "./brief"),  # nonsense: the page itself says so
    ],
)
def test_without_scripts_or_connection_there_is_a_way_to_the_same_figures(
    client: TestClient, address: str, plain: str
) -> None:
    text = client.get(address).text
    for found in (
        re.search("<noscript>.*?</noscript>", text, re.DOTALL),
        re.search('<p class="not-loaded">.*?</p>', text, re.DOTALL),
    ):
        assert found
        assert f'<a href="{plain}">a plain page</a>' in found[0]
        assert '<a href="./api/v1/series.csv">a data file</a>' in found[0]


def test_files_that_the_page_names_are_served(client: TestClient) -> None:
    named = re.findall(r'<(?:script|link)[^>]* (?:src|href)="(/assets/[^"]+)"', client.get("/explore").text)
    assert named
    assert all(client.get(address).status_code == 200 for address in named)


def test_headline_counts_are_there_before_any_script(client: TestClient) -> None:
    text = client.get("/?known_on=2024-02-01").text
    root = text[text.index('<div id="root">') :]
    assert root.startswith('<div id="root"><main class="first-words"><h1>Political prisoners and')
    assert "<dt>people held on political grounds</dt><dd><b>19,993</b> On 31 January 2024." in root
    assert "<dt>people arrested on political grounds</dt><dd><b>25,931</b> Documented since the coup" in root


def test_an_address_that_a_page_once_had_leads_on_with_its_question(client: TestClient) -> None:
    response = client.get("/summary?known_on=2024-02-01", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (308, "./?known_on=2024-02-01")
    assert "19,993" in client.get("/summary?known_on=2024-02-01").text


def described(client: TestClient, address: str) -> str:
    text = client.get(address).text
    said = re.findall(r'<meta (?:name|property)="(?:og:)?description" content="([^"]*)">', text)
    assert len(said) == 2
    assert said[0] == said[1]
    return html.unescape(said[0])


def test_a_link_says_the_numbers_that_it_opens_with(client: TestClient) -> None:
    overview = described(client, "/")
    assert overview.startswith("22,789 people held on political grounds. On 15 February 2026.")
    assert "7,257" in overview
    explore = described(client, "/explore?metric=arrested&from=2024-01-31&to=2024-01-31&utm_source=mail")
    assert "25,931" in explore
    number = described(
        client, "/number?metric=arrested&from=2024-01-31&to=2024-01-31&compared_with=2023-01-31"
    )
    assert "25,931" in number


@pytest.mark.parametrize("address", ["/number", "/explore?metric=arested", "/?known_on=2021-02-01"])
def test_a_link_without_a_number_says_what_the_page_is_about(client: TestClient, address: str) -> None:
    path = address[1:].partition("?")[0]
    assert described(client, address) == next(entry.description for entry in PAGES if entry.path == path)


def picture(client: TestClient, address: str) -> str:
    """The address of the picture of a link, without the host."""
    found = re.search('<meta property="og:image" content="([^"]*)">', client.get(address).text)
    assert found
    whole = html.unescape(found[1])
    assert whole.startswith("http://testserver/api/v1/picture.png?")
    return whole.removeprefix("http://testserver")


@pytest.mark.parametrize(
    ("address", "chart"),
    [
        ("/", "numbers"),
        ("/explore?metric=arrested&known_on=2024-02-01", "over_time"),
        ("/explore?metric=arrested&known_on=2021-02-01", "numbers"),  # nothing was known then
        ("/regions?metric=killed", "ranking"),
        ("/documented", "years"),
        ("/compare?metric=arrested", "organisations"),
        ("/amnesties", "amnesties"),
        ("/coverage", "numbers"),
    ],
)
def test_a_link_has_the_picture_of_what_it_opens_with(
    client: TestClient, data_client: TestClient, address: str, chart: str
) -> None:
    shown = picture(client, address)
    assert f"chart={chart}&" in shown
    assert "size=share" in shown
    made = data_client.get(shown)
    assert made.status_code == 200
    assert made.headers["content-type"] == "image/png"


def test_a_picture_is_of_the_day_of_the_link(client: TestClient) -> None:
    assert "known_on=2024-02-01" in picture(client, "/explore?metric=arrested&known_on=2024-02-01")


@pytest.mark.parametrize("address", ["/?metric=arested", "/explore?known_on=nonsense"])
def test_nonsense_has_no_picture(client: TestClient, address: str) -> None:
    assert "og:image" not in client.get(address).text


@pytest.mark.parametrize("address", ["/?metric=arested", "/?known_on=<b>", "/explore"])
def test_no_count_stands_there_for_nonsense_and_on_other_pages(client: TestClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert "first-words" not in response.text


def test_policy_allows_the_inline_scripts_that_there_are_and_no_others(client: TestClient) -> None:
    response = client.get("/")
    policy = response.headers["content-security-policy"]
    script_rule = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    inline = re.findall(r"<script>(.*?)</script>", response.text, re.DOTALL)
    expected = {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline
    }
    assert set(script_rule.split()) == {"script-src", "'self'", "blob:"} | expected


def test_no_other_host_is_named_in_the_policy(client: TestClient) -> None:
    assert "http" not in client.get("/").headers["content-security-policy"]
