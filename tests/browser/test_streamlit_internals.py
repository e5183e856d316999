"""What our scripts change in Streamlit's own, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.reading import open_page
from tests.serving import Server


def test_no_font_is_fetched_for_a_page_without_icons(page: Page, dashboard: Server) -> None:
    fonts: list[str] = []
    page.on("request", lambda request: fonts.append(request.url) if request.resource_type == "font" else None)
    open_page(page, f"{dashboard.url}/")
    assert fonts == []
