"""Burmese words are shown in letters, where the reader's system has none: the font is this server's."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.reading import open_page

# Democratic Voice of Burma, 3 October 2021: "8,709 people were arrested".
COUNT = "number?metric=arrested&place=MM&from=2021-10-02&to=2021-10-02&source=dvb-2021-10-03"
STATUS = "() => [...document.fonts].find((font) => font.family.includes('Noto Sans Myanmar')).status"


def test_a_quotation_in_burmese_has_its_font(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/{COUNT}")
    expect(page.locator("dd", has_text="ပြည်သူ ၈၇၀၉ ယောက်")).to_be_visible()
    page.wait_for_function(f"() => ({STATUS})() === 'loaded'")


def test_a_page_without_burmese_words_fetches_no_font(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/sources")
    assert page.evaluate(STATUS) == "unloaded"
