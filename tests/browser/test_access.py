"""Every page for everybody: by axe, by what controls are called, in narrow windows, and with large targets.

A page is opened once, and all is looked at on it; `make nightly` also looks at all that is folded away.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from app_pages.frame.pages import PAGES
from tests.browser.conftest import Server
from tests.browser.looks import BROKEN_WORDS, CUT_TABLES, SMALL_TARGETS, STICKS_OUT
from tests.browser.reading import open_page, wait_until_drawn

WIDE: Final = 1280
PHONE: Final = 390
WIDTHS: Final = (900, 768, 600, 390, 320)
NUMBER: Final = "number?metric=arrested&place=MM&from=2024-01-31&to=2024-01-31"
ADDRESSES: Final = [*(entry.path for entry in PAGES if entry.place), NUMBER]
# All rules, with those that axe leaves out unless asked.
OPTIONS: Final = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
AXE: Final = Axe()
TRIES: Final = 20


@pytest.fixture(scope="module", params=ADDRESSES)
def page(request: pytest.FixtureRequest, browser: Browser, dashboard: Server) -> Iterator[Page]:
    """Each page, opened once."""
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.set_viewport_size({"width": WIDE, "height": 900})
    open_page(page, f"{dashboard.url}/{request.param}")
    yield page
    context.close()


def violations(page: Page) -> list[str]:
    """What axe finds, each with its rule and its element."""
    found = AXE.run(page, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(100)


def at_last(page: Page, look_for: str) -> list[str]:
    """What is found once tables and figures have taken the new width."""
    for _try in range(TRIES):
        found: list[str] = page.evaluate(look_for)
        if not found:
            break
        page.wait_for_timeout(250)
    return found


def look(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    resize(page, width)
    wait_until_drawn(page)


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", WIDE),
        pytest.param("dark", WIDE, marks=pytest.mark.nightly),
        ("dark", PHONE),
        pytest.param("light", PHONE, marks=pytest.mark.nightly),
    ],
)
def test_axe_finds_nothing(page: Page, scheme: str, width: int) -> None:
    look(page, scheme, width)
    assert violations(page) == []


def test_no_name_has_entities(page: Page) -> None:
    """What a screen reader says of controls, figures and tables is plain text."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    said = [str(node.get(part, {}).get("value", "")) for node in tree for part in ("name", "description")]
    assert len([words for words in said if words]) > 50
    assert [words for words in said if "&#" in words or "&amp;" in words] == []


def test_numbers_say_what_they_are(page: Page) -> None:
    named = page.locator("a.number").evaluate_all(
        "found => found.map(one => [one.textContent, one.ariaLabel])"
    )
    assert [text for text, name in named if not name.startswith(text) or len(name) < len(text) + 10] == []


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_targets_are_large(page: Page, width: int) -> None:
    resize(page, width)
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_and_no_word_is_broken(page: Page, width: int) -> None:
    """Also of wider windows at 200 % zoom."""
    resize(page, width)
    page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    for look_for in (STICKS_OUT, BROKEN_WORDS, CUT_TABLES):
        assert at_last(page, look_for) == []


def test_axe_finds_nothing_on_an_open_card(browser: Browser, dashboard: Server) -> None:
    card = browser.new_page(viewport={"width": PHONE, "height": 850}, color_scheme="dark")
    open_page(card, dashboard.url)
    card.locator("a.number").first.press("Enter")
    card.get_by_role("dialog").locator(".copied.code").last.wait_for()
    assert violations(card) == []
    assert card.evaluate(SMALL_TARGETS) == []
    card.close()


@pytest.mark.nightly
def test_axe_finds_nothing_in_what_is_folded_away(page: Page) -> None:
    look(page, "light", WIDE)
    for switch in page.get_by_role("switch").all():
        switch.press("Space")
        wait_until_drawn(page)
    assert violations(page) == []
    look(page, "dark", PHONE)
    assert violations(page) == []
