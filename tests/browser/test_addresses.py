"""A page's address is its question: it can be copied, gone back to, and never means something else."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from metrics.question.address import PARAMETERS
from tests.browser.reading import (
    figures_in_words,
    go_to,
    open_page,
    parameter,
    parameters,
    shown_text,
    wait_until_drawn,
)
from tests.serving import Server

# Total arrested on 31 January 2024, from AAPP's statement on the third anniversary.
THIRD_ANNIVERSARY = "metric=arrested&place=MM&measure=total&from=2024-01-31&to=2024-01-31"


def choose_measure(page: Page, name: str) -> None:
    page.get_by_test_id("stButtonGroup").get_by_role("radio", name=name).click()
    wait_until_drawn(page)


def test_a_copied_link_shows_the_same_count(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?{THIRD_ANNIVERSARY}")
    assert "25,931" in figures_in_words(page)
    copied = page.url
    second = page.context.new_page()
    open_page(second, copied)
    assert "25,931" in figures_in_words(second)
    assert second.url == copied


def test_back_and_forward_undo_and_redo_a_choice(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=arrested")
    choose_measure(page, "Newly documented")
    assert parameter(page, "measure") == ["newly_documented"]

    page.go_back()
    wait_until_drawn(page)
    assert parameter(page, "measure") == ["total"]
    expect(page.get_by_role("radio", name="Documented total")).to_be_checked()

    page.go_forward()
    wait_until_drawn(page)
    assert parameter(page, "measure") == ["newly_documented"]
    expect(page.get_by_role("radio", name="Newly documented")).to_be_checked()


def test_back_after_a_page_switch_is_one_press(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?{THIRD_ANNIVERSARY}")
    left = page.url
    go_to(page, "Sources")
    go_to(page, "Explore")
    assert parameter(page, "from") == ["2021-02-01"], "the other page's question was carried over"

    page.go_back()
    wait_until_drawn(page)
    assert "/sources" in page.url
    page.go_back()
    wait_until_drawn(page)
    assert page.url == left
    assert "25,931" in figures_in_words(page)


def test_tracking_parameters_are_dropped_without_a_step_in_the_history(page: Page, dashboard: Server) -> None:
    page.goto("about:blank")
    open_page(page, f"{dashboard.url}/explore?utm_source=mail&fbclid=x1&{THIRD_ANNIVERSARY}")
    assert "25,931" in figures_in_words(page)
    assert {name for name, _value in parameters(page)} == set(PARAMETERS)
    page.go_back()
    assert page.url == "about:blank"


def test_a_refused_link_leads_to_the_defaults(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=arested")
    page.get_by_role("link", name="Start from the defaults").click()
    wait_until_drawn(page)
    assert parameter(page, "metric") == ["arrested"]


def test_a_changed_metric_takes_along_a_measure_that_fits(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=arrested&measure=total")
    page.get_by_role("combobox", name="What").click()
    page.get_by_role("option", name="In detention", exact=True).click()
    wait_until_drawn(page)
    assert "does not fit" in shown_text(page), "a stock and a flow have no measure in common but the rate"
    page.get_by_label("Remove Arrested").or_(page.get_by_role("button", name="Arrested")).first.click()
    wait_until_drawn(page)
    assert parameter(page, "metric") == ["detained"]
    assert parameter(page, "measure") == ["level"]


def test_an_empty_choice_says_what_to_choose(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?{THIRD_ANNIVERSARY}")
    page.get_by_test_id("stMultiSelect").first.get_by_role("button", name="Clear all").click()
    wait_until_drawn(page)
    assert "at least one" in shown_text(page)
    assert page.get_by_test_id("figure").count() == 0
