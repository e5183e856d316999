"""A day is chosen in one kind of field, by its name and with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reading import open_page, wait_until_drawn
from tests.serving import Server

KNOWN_ON = "Another day"


def wait_for_address(page: Page, part: str) -> None:
    page.wait_for_function("part => location.search.includes(part)", arg=part)
    wait_until_drawn(page)


def unfold(page: Page) -> Locator:
    """The field for the day of knowledge, which stands behind a line of words."""
    page.locator(".day-folded summary").first.click()
    return page.get_by_label(KNOWN_ON)


def test_a_day_that_matters_is_one_click(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore")
    expect(page.locator(".day-folded summary").first).to_have_text("Show what was known on: latest")
    unfold(page)
    page.get_by_role("button", name="1 February 2024", exact=True).click()
    wait_for_address(page, "known_on=2024-02-01")
    expect(page.locator(".day-folded summary").first).to_have_text("Show what was known on: 1 February 2024")
    expect(page.get_by_role("button", name="1 February 2024", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_the_keyboard_types_a_day_and_stays_in_the_field(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore")
    field = unfold(page)
    field.focus()
    page.keyboard.type("02022024")  # whichever of day and month comes first
    wait_for_address(page, "known_on=2024-02-02")
    expect(page.get_by_role("status").filter(has_text="2 February 2024")).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value("2024-02-02")


@pytest.mark.parametrize("clocks", ["edition=2026-11-23", "known_on=2024-02-01&edition=2026-11-23"])
def test_a_button_leads_back_to_today(page: Page, dashboard: Server, clocks: str) -> None:
    open_page(page, f"{dashboard.url}/explore?{clocks}")
    page.get_by_role("button", name="Show what is known today").press("Enter")
    wait_for_address(page, "known_on=latest&edition=latest")
    expect(page.locator(".day-folded summary").first).to_be_focused()


def test_the_edition_is_chosen_among_those_that_are_sealed(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?known_on=2024-02-01")
    page.get_by_text("More filters").click()
    edition = page.locator("select[data-bound=edition]")
    day = edition.locator("option").nth(1).get_attribute("value")
    edition.select_option(day)
    wait_for_address(page, f"known_on=2024-02-01&edition={day}")
    expect(page.locator(".day-field").first).to_contain_text("as recorded and corrected here by")
    edition.select_option("latest")
    wait_for_address(page, "known_on=2024-02-01&edition=latest")
    expect(page.locator(".day-field").first).to_contain_text("with today's corrections")


def test_a_day_in_the_future_is_refused_in_words_and_changes_nothing(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?known_on=2024-02-01")
    field = unfold(page)
    field.fill("2099-01-01")
    expect(page.get_by_role("alert").filter(has_text="That day is in the future")).to_be_visible()
    assert "known_on=2024-02-01" in page.url
    field.fill("2024-02-02")
    wait_for_address(page, "known_on=2024-02-02")
    expect(page.get_by_role("alert").filter(has_text="in the future")).to_have_count(0)


def test_a_past_day_is_said_to_have_today_s_corrections(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore?known_on=2024-02-01")
    expect(page.locator(".day-field").first).to_contain_text(
        "uses documents published by 1 February 2024, with today's corrections."
    )
    open_page(page, f"{dashboard.url}/explore?known_on=2024-02-01&edition=2026-11-23")
    expect(page.locator(".day-field").first).to_contain_text(
        "published by 1 February 2024, as recorded and corrected here by 23 November 2026."
    )
