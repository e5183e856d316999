"""With the keyboard alone: to the first chart in two keys, and always in sight where one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.reading import open_page

OUTLINE = "(one) => getComputedStyle(one).outlineStyle + ' ' + parseFloat(getComputedStyle(one).outlineWidth)"


def test_the_first_link_skips_to_the_first_chart(page: Page, dashboard: Server) -> None:
    open_page(page, dashboard.url)
    address = page.url
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the first chart")
    expect(skip).to_be_focused()
    box = skip.bounding_box()
    assert box is not None
    assert box["width"] > 100, "in sight when it is reached"
    page.keyboard.press("Enter")
    first = page.locator(".figure-plot[tabindex='0']").first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    assert page.url == address


def test_a_page_without_a_chart_offers_no_way_to_it(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/sources")
    expect(page.locator(".skip-link")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_on_menu_numbers_switches_and_choices(
    page: Page, dashboard: Server, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    open_page(page, f"{dashboard.url}/coverage")
    page.keyboard.press("Tab")  # what is focused from here on is shown as to a keyboard
    for place in (".menu a", "a.number", "[data-testid=stButtonGroup] [role=radio]", "summary"):
        one = page.locator(place).locator("visible=true").first
        one.focus()
        style, width = one.evaluate(OUTLINE).split()
        assert (style, float(width) >= 2) == ("solid", True), place
    switch = page.get_by_role("switch").first
    switch.focus()
    style, width = switch.locator("xpath=ancestor::label").evaluate(OUTLINE).split()
    assert (style, float(width) >= 2) == ("solid", True)


def test_a_switch_is_seen_where_the_system_sets_all_colours(page: Page, dashboard: Server) -> None:
    page.emulate_media(forced_colors="active")
    open_page(page, f"{dashboard.url}/explore")
    switch = page.get_by_role("switch").first
    track = switch.locator("xpath=ancestor::label/div").first
    look = "(one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).backgroundColor]"
    width, off = track.evaluate(look)
    assert width == "2px"
    switch.press("Space")
    expect(switch).to_be_checked()
    assert track.evaluate(look)[1] != off
