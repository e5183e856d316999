"""A real browser in front of the real server; every request to another host is refused and fails the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    Playwright,
    Route,
    expect,
    sync_playwright,
)

from tests.programs import CHROMIUM, missing, path_of_chromium
from tests.serving import Server, serving

QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
# A machine that runs two browsers and a server is slow at times; what never comes still fails.
expect.set_options(timeout=20_000)
LOCAL_SCHEMES: Final = ("data", "blob", "about")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = _open(playwright)
        yield opened
        opened.close()


def _open(playwright: Playwright) -> Browser:
    path = path_of_chromium()
    try:
        return playwright.chromium.launch(executable_path=path, args=list(QUIET))
    except Error as error:
        missing(CHROMIUM, f"{path or 'the one that Playwright installs'} could not be started. {error}")


@pytest.fixture(scope="session")
def dashboard(data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server with the tables of the frozen edition."""
    with serving(data_folder, tmp_path_factory.mktemp("server") / "log.txt") as server:
        yield server


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser window; a request to another host is refused, noted, and fails the test."""
    foreign: list[str] = []

    def refuse_foreign(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.hostname == "127.0.0.1" or address.scheme in LOCAL_SCHEMES:
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(20_000)
    context.route("**/*", refuse_foreign)
    context.on("console", lambda message: _note_refused(message.text, foreign))
    yield context
    context.close()
    assert not foreign, f"asked other hosts: {foreign}"


def _note_refused(text: str, foreign: list[str]) -> None:
    # The policy stops a request before it is made: its report is the only trace.
    if "Content Security Policy" in text:
        foreign.append(text)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
