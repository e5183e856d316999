"""Figures answer to pointer, keyboard and finger, and come back where the server has let them go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Server
from tests.browser.reading import open_page, parameter, wait_until_drawn

WOMEN = "regions?metric=arrested&sex=female&from=2024-08-31&to=2024-08-31"  # counted for all regions
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148"
SCROLLED = "() => Math.max(...[...document.querySelectorAll('*')].map(one => one.scrollTop))"


def click_inside(page: Page, *, across: float, down: float) -> None:
    """Click at a share of the map's plot area, away from the numbers."""
    shape = page.locator(".figure[data-key=map] .nsewdrag")
    shape.scroll_into_view_if_needed()
    box = shape.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
    page.mouse.click(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
    wait_until_drawn(page)


def test_a_click_anywhere_inside_a_region_chooses_it_and_again(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/regions")
    heading = page.get_by_role("heading", name="Everything known about Shan State")
    click_inside(page, across=0.7, down=0.38)
    expect(page.get_by_role("dialog")).to_contain_text("Shan State")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    wait_until_drawn(page)
    expect(heading).to_be_visible()
    page.go_back()
    wait_until_drawn(page)
    expect(heading).to_have_count(0)
    click_inside(page, across=0.7, down=0.38)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    wait_until_drawn(page)
    expect(heading).to_be_visible()
    assert parameter(page, "place") == ["MM-17"]


def test_arrow_keys_walk_from_mark_to_mark_and_enter_chooses(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/{WOMEN}")
    figure = page.locator(".figure[data-key=ranking]")
    figure.locator(".figure-plot").focus()
    announced = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        announced.append(figure.get_by_role("status").inner_text().split(",", 1)[0])
    # Yangon 1,440, Mandalay 929, Sagaing 705: the first press reaches the first mark.
    assert [text.split()[0] for text in announced] == ["1", "929", "705", "929"]
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Mandalay Region")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Everything known about Mandalay Region")).to_be_visible()


def test_arrow_keys_go_along_a_series_in_time(page: Page, dashboard: Server) -> None:
    parameters = "metric=arrested&measure=newly_documented&grain=reporting_year"
    open_page(page, f"{dashboard.url}/explore?{parameters}")
    figure = page.locator(".figure[data-key=explore]")
    figure.locator(".figure-plot").focus()
    announced = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
        announced.append(figure.get_by_role("status").inner_text())
    assert "8,359, Myanmar, between 31 January 2023 and 31 January 2024" in announced
    assert announced[1] == announced[3] != announced[2]


def test_a_figure_that_was_let_go_comes_back(page: Page, dashboard: Server) -> None:
    refused = []

    def refuse_once(route: Route) -> None:
        if route.request.url in refused:
            route.fallback()
        else:
            refused.append(route.request.url)
            route.fulfill(status=404, body="not kept")

    page.route("**/figures/*.json", refuse_once)
    open_page(page, f"{dashboard.url}/explore?metric=arrested")
    assert len(refused) == 1
    expect(page.locator(".figure[data-key=explore] .main-svg").first).to_be_visible()
    expect(page.locator(".figure-trouble")).to_be_hidden()


def test_a_figure_that_cannot_be_fetched_says_so(page: Page, dashboard: Server) -> None:
    page.route("**/figures/*.json", lambda route: route.abort())
    page.goto(f"{dashboard.url}/explore?metric=arrested")
    expect(page.locator(".figure-trouble")).to_contain_text("The chart could not be loaded.")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, user_agent=PHONE, is_mobile=True, has_touch=True
    )
    yield context.new_page()
    context.close()


def test_a_finger_that_moves_up_over_a_figure_scrolls_the_page(phone: Page, dashboard: Server) -> None:
    open_page(phone, f"{dashboard.url}/regions")
    phone.locator(".figure[data-key=map]").scroll_into_view_if_needed()
    before = phone.evaluate(SCROLLED)
    touch = phone.context.new_cdp_session(phone)
    for step in range(16):
        kind = "touchMove" if step else "touchStart"
        points = [{"x": 200, "y": 400 - 15 * step}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        phone.wait_for_timeout(16)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    phone.wait_for_timeout(500)
    assert phone.evaluate(SCROLLED) - before > 100
