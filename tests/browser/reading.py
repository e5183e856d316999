"""Read a Streamlit page as a person does: after it has come to rest."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page

from app_pages.frame.pages import PAGES, pages_of

# At rest: connected, not running, nothing stale, and so for a while: a rerun starts a moment after a click.
AT_REST: Final = """
(quiet) => {
  const isDrawn = (place) => {
    const figure = place.querySelector('.figure');
    return figure?.dataset.drawn && figure.dataset.drawn === figure.dataset.figure;
  };
  const app = document.querySelector('[data-testid="stApp"]');
  const stale = '[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stAppSkeleton"]';
  const rests = app
    && app.getAttribute('data-test-connection-state') === 'CONNECTED'
    && app.getAttribute('data-test-script-state') === 'notRunning'
    && document.querySelector('[data-testid="stMainBlockContainer"]')
    && !document.querySelector(stale)
    && [...document.querySelectorAll('[class*="st-key-chart-"]')].every(isDrawn);
  if (!rests) { window.restingSince = undefined; return false; }
  window.restingSince ??= performance.now();
  return performance.now() - window.restingSince > quiet;
}
"""
MILLISECONDS_AT_REST: Final = 400


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait until the page is drawn."""
    page.goto(address)
    wait_until_drawn(page)


def wait_until_drawn(page: Page) -> None:
    """Wait until Streamlit has finished and nothing on the page is of an earlier run."""
    page.evaluate("window.restingSince = undefined")
    page.wait_for_function(AT_REST, arg=MILLISECONDS_AT_REST, polling=50)


def go_to(page: Page, title: str) -> None:
    """Go to a page by the menu: to its place, and there to the page."""
    entry = next(entry for entry in PAGES if entry.title == title)
    page.locator(".menu-places").get_by_role("link", name=entry.place, exact=True).click()
    wait_until_drawn(page)
    if entry != pages_of(entry.place)[0]:
        page.locator(".menu-beside").get_by_role("link", name=entry.beside or title, exact=True).click()
        wait_until_drawn(page)


def parameters(page: Page) -> list[tuple[str, str]]:
    """The parameters in the browser's address, in their order."""
    return parse_qsl(urlsplit(page.url).query, keep_blank_values=True)


def parameter(page: Page, name: str) -> list[str]:
    """The values of one parameter in the browser's address."""
    return [value for given, value in parameters(page) if given == name]


def shown_text(page: Page) -> str:
    """All text of the page's body."""
    return page.locator('[data-testid="stMainBlockContainer"]').inner_text()


def figures_in_words(page: Page) -> str:
    """What the page's figures say to a reader who does not see them: their text alternatives."""
    described = page.locator(".figure [aria-describedby]")
    words = (
        "found => found.map(one => document.getElementById(one.getAttribute('aria-describedby')).textContent)"
    )
    return "\n".join(described.evaluate_all(words))
