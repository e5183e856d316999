"""Where scripts or connections are blocked, a reader is led to the same figures without them."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.reading import open_page

LATER = 12_000  # milliseconds: the sentence comes after ten seconds


def leads_to_the_figures(page: Page) -> None:
    sentence = page.locator(".not-loaded")
    expect(sentence).to_be_visible(timeout=LATER + 10_000)
    sentence.get_by_role("link", name="a plain page").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("main")).to_contain_text("22,789")


def test_without_a_websocket_the_way_is_shown_instead_of_grey_bones(page: Page, dashboard: Server) -> None:
    page.route_web_socket("**/*", lambda socket: socket.close())
    page.goto(dashboard.url)
    leads_to_the_figures(page)


def test_where_no_script_arrives_the_way_is_shown(page: Page, dashboard: Server) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.goto(dashboard.url)
    leads_to_the_figures(page)


def test_without_scripts_the_way_stands_there_at_once(browser: Browser, dashboard: Server) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(dashboard.url)
    page.get_by_role("link", name="a plain page").first.click()
    assert page.url.endswith("/brief")
    page.close()


def test_where_all_is_well_it_never_comes(page: Page, dashboard: Server) -> None:
    open_page(page, dashboard.url)
    page.wait_for_timeout(LATER)
    expect(page.locator(".not-loaded")).to_be_hidden()
