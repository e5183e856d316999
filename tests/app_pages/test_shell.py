"""What a browser gets before Streamlit runs, and the headers that keep it to this host."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from app_pages.platform.headers import SecurityHeaders
from app_pages.platform.pages import PAGES, PageEntry
from app_pages.platform.shell import routes


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=routes(), middleware=[Middleware(SecurityHeaders)]))


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.file)
def test_each_page_has_its_own_title_and_description(client: TestClient, entry: PageEntry) -> None:
    text = client.get(f"/{entry.path}").text
    assert f"<title>{entry.title} · " in text
    assert f'<meta name="description" content="{entry.description}">' in text
    assert "<title>Streamlit" not in text


def test_what_readers_do_not_need_is_cut(client: TestClient) -> None:
    text = client.get("/").text
    assert 'as="font"' not in text
    assert "_stcore/agent" not in text
    assert "/api/v1/series.csv" in re.search("<noscript>.*?</noscript>", text, re.DOTALL)[0]


def test_scripts_that_the_page_names_are_served(client: TestClient) -> None:
    scripts = re.findall(r'<script src="\./([a-z]+\.js)">', client.get("/explore").text)
    assert scripts == ["history.js", "print.js"]
    assert all(client.get(f"/{script}").status_code == 200 for script in scripts)


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
