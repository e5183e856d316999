"""Windows from 320 to 900 px, which are also wider ones at 200 % zoom: nothing scrolls sideways, no word is broken."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Page

from app_pages.frame.pages import PAGES
from tests.browser.conftest import Server
from tests.browser.reading import open_page

WIDTHS: Final = (320, 390, 600, 768, 900)
NUMBER: Final = "number?metric=arrested&place=MM&from=2024-01-31&to=2024-01-31"
ADDRESSES: Final = [*(entry.path for entry in PAGES if not entry.hidden), NUMBER]
# What sticks out at the side of the page, and is in no box that scrolls by itself.
STICKS_OUT: Final = """
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const scrolls = (one) => {
    for (let box = one.parentElement; box && box !== main; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    return false;
  };
  return [...main.querySelectorAll('.words *, button, input, h1, h2, h3, p, label')]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one))
    .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`);
}
"""
# Words that are on two lines, though nothing in them invites a break. Addresses and programs may break anywhere.
BROKEN_WORDS: Final = r"""
() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.checkVisibility() || node.parentElement.closest('pre, svg, style, script, option')) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\p{Script=Latin}\d,.]{2,}/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].filter((box) => box.width > 1).map((box) => Math.round(box.top)));
      if (lines.size > 1 && !/https?|www|\.\w/.test(word)) broken.push(word);
    }
  }
  return broken;
}
"""
CUT_TABLES: Final = """
() => [...document.querySelectorAll('.table-box')]
  .filter((box) => box.scrollWidth > box.clientWidth + 1 && !box.classList.contains('cut'))
  .map((box) => box.querySelector('table').getAttribute('aria-label'))
"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_sticks_out_and_no_word_is_broken(page: Page, dashboard: Server, address: str) -> None:
    page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
    open_page(page, f"{dashboard.url}/{address}")
    for width in reversed(WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        sideways = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth")
        assert sideways <= 0, f"{width} px: scrolls sideways"
        for look in (STICKS_OUT, BROKEN_WORDS, CUT_TABLES):
            assert page.evaluate(look) == [], f"{width} px"
