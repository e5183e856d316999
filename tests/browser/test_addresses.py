"""A page's address is its question: it can be copied, gone back to, and never means something else."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from metrics.question.address import PARAMETERS
from tests.browser.reading import (
    figures_in_words,
    go_to,
    open_page,
    parameter,
    parameters,
    wait_until_drawn,
)
from tests.serving import Server

# Total arrested on 31 January 2024, from AAPP's statement on the third anniversary.
THIRD_ANNIVERSARY = "metric=arrested&place=MM&measure=total&from=2024-01-31&to=2024-01-31"


def choose_measure(page: Page, code: str) -> None:
    page.locator("select[data-bound=measure]").select_option(code)
    wait_until_drawn(page)


def chosen_measure(page: Page) -> Locator:
    return page.locator("select[data-bound=measure]")


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
    choose_measure(page, "newly_documented")
    assert parameter(page, "measure") == ["newly_documented"]

    page.go_back()
    wait_until_drawn(page)
    assert parameter(page, "measure") == ["total"]
    expect(chosen_measure(page)).to_have_value("total")

    page.go_forward()
    wait_until_drawn(page)
    assert parameter(page, "measure") == ["newly_documented"]
    expect(chosen_measure(page)).to_have_value("newly_documented")


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
    page.get_by_role("link", name="Start again").click()
    wait_until_drawn(page)
    assert parameter(page, "metric") == ["arrested"]


def test_a_changed_metric_takes_along_a_measure_that_fits(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?metric=arrested&measure=total")
    page.locator("select[data-bound=metric]").select_option("detained")
    wait_until_drawn(page)
    assert parameter(page, "metric") == ["detained"]
    assert parameter(page, "measure") == ["level"]
