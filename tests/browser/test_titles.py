"""The tab of the browser is named by the page and by what the tables are about, also without a new load."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from app_pages.frame.pages import PAGES
from tests.browser.conftest import Server
from tests.browser.reading import go_to, open_page

ABOUT = "Political prisoners and killings in Myanmar, as published"  # the title in dataset.toml


def test_every_page_names_the_tab(page: Page, dashboard: Server) -> None:
    open_page(page, f"{dashboard.url}/explore")
    for entry in PAGES:
        if entry.place:
            go_to(page, entry.title)
            expect(page).to_have_title(f"{entry.title} · {ABOUT}")
