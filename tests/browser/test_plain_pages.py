"""Pages without scripts in a real browser: for everybody, at every width, by keys, without a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from exports.site.writing import write_site
from tests.browser.conftest import Server
from tests.browser.looks import SMALL_TARGETS
from tests.exports.plain.asking import tables
from tests.folders import THREE_FOLDERS
from tests.metrics.asking import TODAY

WIDTHS = (320, 390, 768, 1440, 1920)
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
AXE = Axe()
ADDRESSES = ("brief", "brief/MM-01", "brief?from=2023-02-01&to=2024-01-31", "present", "brief/MM-99")
# What sticks out at the side of the window, and is in no box that scrolls by itself.
STICKS_OUT = """
() => [...document.querySelectorAll('body *')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1
    && one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.table, svg, .skip-link'))
  .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`)
"""


def violations(page: Page) -> list[str]:
    found = AXE.run(page, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_targets_are_large(
    browser: Browser, dashboard: Server, address: str, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page.goto(f"{dashboard.url}/{address}")
    assert violations(page) == []
    assert page.evaluate(SMALL_TARGETS) == []
    page.set_viewport_size({"width": 1280, "height": 720})
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_sticks_out_at_any_width(page: Page, dashboard: Server, address: str) -> None:
    page.goto(f"{dashboard.url}/{address}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(STICKS_OUT) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_brief_is_whole_without_scripts_and_asks_for_nothing_else(
    browser: Browser, dashboard: Server
) -> None:
    page = browser.new_page(java_script_enabled=False)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{dashboard.url}/brief")
    expect(page.locator("figure svg")).to_have_count(5)
    assert page.locator("figure svg").first.bounding_box()["width"] > 200  # type: ignore[index]
    page.get_by_role("link", name="Year 3").click()
    expect(page.locator("main")).to_contain_text("1,988")
    assert [path for path in asked if path not in ("/brief", "/favicon.ico")] == []
    page.close()


def test_a_number_leads_to_its_card_on_the_dashboard(page: Page, dashboard: Server) -> None:
    page.goto(f"{dashboard.url}/brief")
    page.locator("a.number").first.click()
    expect(page.get_by_text("Who says so")).to_be_visible()
    expect(page.locator(".words .headline").first).to_have_text("22,789")


def screen(page: Page) -> str:
    """The screen that fills the window."""
    page.wait_for_timeout(100)
    found: str = page.evaluate(
        """() => [...document.querySelectorAll('.screen')]
          .find((one) => one.getBoundingClientRect().bottom > innerHeight / 2).id"""
    )
    return found


def test_keys_and_a_clicker_turn_the_screens(page: Page, dashboard: Server) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{dashboard.url}/present?slides=title,detained,level-detained,limits")
    turned = []
    for key in ("PageDown", "ArrowRight", "Space", "PageUp", "ArrowLeft", "End", "ArrowRight", "Home"):
        page.keyboard.press(key)
        turned.append(screen(page))
    assert turned == [
        "detained",
        "level-detained",
        "limits",
        "level-detained",
        "detained",
        "limits",
        "limits",  # there is no further one
        "title",
    ]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    assert screen(page) == "title"


def test_a_reload_opens_the_same_screen_and_back_leaves_them(page: Page, dashboard: Server) -> None:
    page.goto(f"{dashboard.url}/brief")
    page.goto(f"{dashboard.url}/present")
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    here = screen(page)
    page.reload()
    assert screen(page) == here
    page.go_back()
    assert page.url.endswith("/brief")


def test_screens_go_on_without_a_connection(context: BrowserContext, dashboard: Server) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{dashboard.url}/present?slides=title,detained,level-detained")
    context.set_offline(True)
    page.keyboard.press("PageDown")
    assert screen(page) == "detained"
    expect(page.locator("#detained .headline")).to_have_text("22,789")
    page.keyboard.press("PageDown")
    expect(page.locator("#level-detained .wide svg")).to_be_visible()
    context.set_offline(False)


def test_screens_are_turned_by_links_without_scripts(browser: Browser, dashboard: Server) -> None:
    page = browser.new_page(java_script_enabled=False, viewport={"width": 1280, "height": 720})
    page.goto(f"{dashboard.url}/present?slides=title,detained")
    page.get_by_role("link", name="Next").click()
    assert page.url.endswith("#detained")
    expect(page.locator("#detained .headline")).to_be_in_viewport()
    page.close()


def test_screens_are_chosen_and_put_in_order_by_their_list(page: Page, dashboard: Server) -> None:
    page.goto(f"{dashboard.url}/present?from=2023-02-01&to=2024-01-31")
    page.get_by_text("Choose the screens").click()
    for box in page.get_by_role("checkbox").all():
        box.set_checked(box.get_attribute("value") in ("title", "arrested", "killed"))
    page.get_by_role("button", name="Show these screens").click()
    order = page.locator(".screen").evaluate_all("found => found.map((one) => one.id)")
    assert order == ["title", "killed", "arrested"]
    expect(page.locator("#arrested .headline")).to_have_text("1,988")
    page.get_by_text("Choose the screens").click()
    page.get_by_role("link", name="Show earlier").last.click()
    order = page.locator(".screen").evaluate_all("found => found.map((one) => one.id)")
    assert order == ["title", "arrested", "killed"]


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_each_screen_fits_a_projector(page: Page, dashboard: Server, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{dashboard.url}/present")
    heights = page.locator(".screen").evaluate_all(
        "found => found.map((one) => [one.id, Math.round(one.getBoundingClientRect().height)])"
    )
    assert [one for one in heights if one[1] > height] == []


def test_the_overview_leads_to_the_screens(page: Page, dashboard: Server) -> None:
    page.goto(f"{dashboard.url}/?from=2023-02-01&to=2024-01-31")
    page.get_by_role("link", name="Present these figures screen by screen").click()
    expect(page.locator("#title")).to_contain_text("1 February 2023 to 31 January 2024")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stick") / "site"
    write_site(tables(THREE_FOLDERS["venezuela"]), folder, today=TODAY)
    return folder


@pytest.fixture
def stick(browser: Browser) -> Iterator[Page]:
    """A browser without any network."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    yield page
    context.close()


def test_the_folder_of_files_is_read_without_a_server(stick: Page, site: Path) -> None:
    stick.goto((site / "index.html").as_uri())
    expect(stick.get_by_role("heading", level=1)).to_have_text(
        "Political prisoners in Venezuela, as published"
    )
    stick.locator("nav ul a").nth(1).click()
    expect(stick.locator("[aria-current=page]").first).to_be_visible()
    assert "_20" in stick.url
    stick.get_by_role("link", name="Present").click()
    stick.keyboard.press("PageDown")
    assert screen(stick) != "title"
    stick.get_by_role("link", name="Read it as a page").click()
    assert "/brief/" in stick.url
    assert violations(stick) == []


def test_its_data_open_from_its_pages(stick: Page, site: Path) -> None:
    stick.goto((site / "index.html").as_uri())
    href = stick.get_by_role("link", name="sources.csv").get_attribute("href")
    assert href == "data/sources.csv"
    assert (site / href).read_text(encoding="utf-8").startswith("source_id,publisher,")
