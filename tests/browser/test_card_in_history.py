"""An open card is a step of the browser's history: back closes it and stays; the keyboard comes back, too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from app_pages.frame.pages import PAGES
from tests.browser.conftest import Server
from tests.browser.reading import open_page, wait_until_drawn

WOMEN = "regions?metric=arrested&sex=female&from=2024-08-31&to=2024-08-31"  # counted for all regions
ABOUT = "Political prisoners and killings in Myanmar, as published"  # the title in dataset.toml
NAME = "22,789 in detention, 15 February 2026"
FOCUSED = "() => document.activeElement.closest('[role=dialog]') !== null"


def card(page: Page) -> Locator:
    """The card that is open on top of the page."""
    return page.get_by_role("dialog", name="Where this number comes from")


def steps(page: Page) -> int:
    """How many cards are on top of one another, by the state of the browser's history."""
    return page.evaluate("history.state?.card ?? 0")


@pytest.fixture
def briefing(page: Page, dashboard: Server) -> Page:
    """The first page, come to from a page of another place."""
    page.goto("about:blank")
    open_page(page, dashboard.url)
    return page


def open_first(page: Page) -> None:
    page.get_by_role("link", name=NAME).first.press("Enter")
    page.wait_for_function("() => history.state?.card === 1")
    expect(card(page)).to_contain_text("STATUS UPDATE KW 07")


def test_back_closes_a_card_and_stays_on_the_page(briefing: Page) -> None:
    address = briefing.url
    for _time in range(2):
        open_first(briefing)
        assert briefing.url == address
        briefing.go_back()
        expect(card(briefing)).to_have_count(0)
        assert (briefing.url, steps(briefing)) == (address, 0)
    briefing.go_back()
    assert briefing.url == "about:blank", "no step is left over"


def test_a_card_that_is_closed_by_its_own_control_leaves_no_step(briefing: Page) -> None:
    open_first(briefing)
    briefing.keyboard.press("Escape")
    expect(card(briefing)).to_have_count(0)
    briefing.wait_for_function("() => !history.state?.card")
    open_first(briefing)
    card(briefing).get_by_role("button", name="Close").click()
    expect(card(briefing)).to_have_count(0)
    briefing.wait_for_function("() => !history.state?.card")
    briefing.go_back()
    assert briefing.url == "about:blank"


def test_back_in_a_card_within_a_card_goes_to_the_outer_one(briefing: Page) -> None:
    briefing.get_by_role("link", name="986 in detention, difference between").first.press("Enter")
    expect(card(briefing)).to_contain_text("986 more than on 10 February 2025 (21,803).")
    for way in ("browser", "control"):
        card(briefing).get_by_role("link", name="21,803").first.click()
        expect(card(briefing)).to_contain_text("on 10 February 2025 · counted by")
        briefing.wait_for_function("() => history.state?.card === 2")
        if way == "browser":
            briefing.go_back()
        else:
            card(briefing).get_by_role("button", name="Back").click()
        expect(card(briefing)).to_contain_text("986 more than on 10 February 2025")
        briefing.wait_for_function("() => history.state?.card === 1")
    briefing.go_back()
    expect(card(briefing)).to_have_count(0)


def test_the_keyboard_goes_into_the_card_and_comes_back_to_the_number(briefing: Page) -> None:
    open_first(briefing)
    briefing.wait_for_function(FOCUSED)
    briefing.keyboard.press("Tab")
    assert briefing.evaluate(FOCUSED)
    for close in (lambda: briefing.keyboard.press("Escape"), briefing.go_back):
        close()
        expect(card(briefing)).to_have_count(0)
        expect(briefing.get_by_role("link", name=NAME).first).to_be_focused()
        open_first(briefing)


def test_the_tab_is_named_by_the_number_while_its_card_is_open(briefing: Page) -> None:
    expect(briefing).to_have_title(f"{PAGES[0].title} · {ABOUT}")
    open_first(briefing)
    expect(briefing).to_have_title(f"{NAME} · {PAGES[0].title} · {ABOUT}")
    briefing.go_back()
    expect(briefing).to_have_title(f"{PAGES[0].title} · {ABOUT}")


def test_forward_and_a_new_load_open_no_card_and_leave_no_dead_step(briefing: Page) -> None:
    open_first(briefing)
    briefing.go_back()
    expect(card(briefing)).to_have_count(0)
    briefing.go_forward()
    briefing.wait_for_function("() => !history.state?.card")
    expect(card(briefing)).to_have_count(0)
    open_first(briefing)
    briefing.reload()
    wait_until_drawn(briefing)
    briefing.wait_for_function("() => !history.state?.card")
    briefing.go_back()
    assert briefing.url == "about:blank"


def test_a_mark_that_opens_a_card_and_chooses_a_region_is_two_steps(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/{WOMEN}")
    page.locator(".figure[data-key=ranking] .figure-plot").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(card(page)).to_contain_text("Yangon Region")
    page.wait_for_url("**place=MM-06*")
    page.wait_for_function("() => history.state?.card === 1")
    page.go_back()
    expect(card(page)).to_have_count(0)
    assert "place=MM-06" in page.url
    page.go_back()
    page.wait_for_url("**place=MM&**")


def test_the_page_of_a_number_is_named_by_it(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/number?metric=arrested&place=MM&from=2024-01-31&to=2024-01-31")
    expect(page).to_have_title(f"25,931 arrested, total up to 31 January 2024 · {ABOUT}")
