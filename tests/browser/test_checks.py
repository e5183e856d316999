"""Public checks in a real browser: a document is a link, and a step in the browser's history."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.reading import open_page, parameter, shown_text, wait_until_drawn
from tests.serving import Server

UN_MISSION = "mm-un-mission-2024-03-31"


def test_a_document_that_is_opened_is_in_the_address_and_one_step(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/checks")
    assert parameter(page, "source_id") == [""]
    page.get_by_role("combobox", name="Document").fill("15-03-2024 to 31-03-2024")
    page.get_by_role("option").first.click()
    expect(page.get_by_text("as published, 119 + 43 is 162, not 166")).to_be_visible()
    assert parameter(page, "source_id") == [UN_MISSION]

    page.go_back()
    wait_until_drawn(page)
    expect(page.get_by_text("as published, 119 + 43 is 162, not 166")).to_have_count(0)
    assert "Documents that fail a check" in shown_text(page)


def test_a_link_to_a_document_opens_it_for_whoever_gets_it(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/checks?source_id={UN_MISSION}")
    expect(page.get_by_text("Of 15 checks: 1 failed")).to_be_visible()
    copied = page.url
    second = page.context.new_page()
    open_page(second, copied)
    assert second.url == copied
    expect(second.get_by_text("Of 15 checks: 1 failed")).to_be_visible()
