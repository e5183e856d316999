"""A chart's two links: one goes on with the latest figures, one shows the same figures for ever."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server
from tests.browser.reading import open_page


def copied(page: Page, tool: str) -> str:
    button = page.locator(f"button[data-tool={tool}]").first
    button.click()
    expect(button).to_have_text("Link copied")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_a_chart_offers_a_link_that_goes_on_and_one_to_cite(
    context: BrowserContext, dashboard: Server
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_page(page, f"{dashboard.url}/explore?metric=detained")
    goes_on, cited = copied(page, "link"), copied(page, "cited")
    assert urlsplit(goes_on).query == "metric=detained", "what is usual is left out"
    asked = parse_qs(urlsplit(cited).query)
    # The last document of the frozen edition, and its last recorded row.
    assert (asked["known_on"], asked["edition"]) == (["2026-03-02"], ["2026-11-25"])
    assert {"counted_by", "group", "sex", "age", "from", "to"} <= set(asked)
    open_page(page, cited)
    expect(page.locator(".figure-title").first).to_contain_text("22,789")
    expect(page.locator(".day-field").first).to_contain_text("uses documents published by 2 March 2026")


def test_a_number_offers_both_and_from_a_past_day_only_the_one_to_cite(page: Page, dashboard: Server) -> None:
    number = f"{dashboard.url}/number?metric=arrested&from=2024-01-31&to=2024-01-31"
    open_page(page, number)
    goes_on = page.locator(".copied.code", has_text="whenever the link is opened")
    expect(goes_on.locator("pre")).to_have_text(number)
    expect(page.locator(".copied.code", has_text="Permanent link").locator("pre")).to_contain_text(
        "edition=2026-"
    )
    open_page(page, f"{number}&known_on=2024-02-01")
    expect(page.locator(".copied.code", has_text="Permanent link")).to_be_visible()
    expect(goes_on).to_have_count(0)
