"""A network that drops, and a server that is restarted, in the middle of a briefing."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.reading import open_page, parameter, wait_until_drawn
from tests.line import line_to
from tests.serving import free_port, serving

LOST = "No connection to the server."
QUESTION = "explore?metric=killed&measure=total&grain=as_published"


def has_broken(page: Page) -> None:
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState !== 'CONNECTED'"
    )


def test_what_is_on_the_screen_stays_while_the_server_is_away(page: Page, dashboard: Server) -> None:
    with line_to(urlsplit(dashboard.url).port or 0) as line:
        open_page(page, f"http://127.0.0.1:{line.port}/{QUESTION}")
        shown = page.locator("[data-testid=stMain]").inner_text()
        line.cut()
        expect(page.locator(".lost-line")).to_contain_text(LOST)
        page.wait_for_timeout(7000)  # Streamlit's own dialog comes after five seconds
        assert page.get_by_role("dialog").count() == 0
        assert page.locator("[data-testid=stMain]").inner_text() == shown
        page.locator(".figure-title").first.click(trial=True)  # nothing covers it
        line.mend()
        expect(page.locator(".lost-line")).to_be_empty()
        wait_until_drawn(page)
        page.locator("select[data-bound=grain]").select_option("month")
        wait_until_drawn(page)
        assert parameter(page, "grain") == ["month"]


@pytest.mark.parametrize("wait", [True, False], ids=["at rest", "at once"])
def test_the_first_choice_after_a_restart_counts(
    page: Page, data_folder: Path, tmp_path: Path, wait: bool
) -> None:
    port = free_port()
    with serving(data_folder, tmp_path / "first.txt", port=port) as server:
        open_page(page, f"{server.url}/{QUESTION}")
    has_broken(page)
    with serving(data_folder, tmp_path / "second.txt", port=port):
        expect(page.locator("[data-test-connection-state=CONNECTED]")).to_be_attached()
        if wait:
            wait_until_drawn(page)
        page.locator("select[data-bound=grain]").select_option("month")
        page.wait_for_function("() => location.search.includes('grain=month')")
        wait_until_drawn(page)
        assert parameter(page, "grain") == ["month"]
        expect(page.locator("select[data-bound=grain]")).to_have_value("month")
