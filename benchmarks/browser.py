"""Chromium without a screen, and pages that know when they were painted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.browser.conftest import QUIET
from tests.programs import path_of_chromium

PAINT: Final = (Path(__file__).parent / "paint.js").read_text(encoding="utf-8")
WINDOW: Final[ViewportSize] = {"width": 1280, "height": 1000}
# A chart with counts in it; not the small course of a series on a card.
CHART: Final = ".main-svg:not([class*=st-key-spark] *) :is(.scatterlayer, .barlayer) .trace path"


@contextmanager
def browsing() -> Iterator[Browser]:
    """One browser for all that is measured."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path_of_chromium(), args=list(QUIET))
        yield browser
        browser.close()


def window(browser: Browser) -> BrowserContext:
    """A window of its own, with an empty cache."""
    context = browser.new_context(viewport=WINDOW)
    context.set_default_timeout(60_000)
    context.add_init_script(PAINT)
    return context


def opened(browser: Browser, address: str) -> Page:
    """A page with its chart drawn, and nothing left to fetch."""
    page = window(browser).new_page()
    page.goto(address)
    page.wait_for_selector(CHART, state="attached")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)
    return page
