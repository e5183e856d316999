"""One reader with a real browser: what a visit moves and how long it takes, and how soon a change is painted.

Painted means the same for every page: the second animation frame after the first change of the drawing
that follows the event, as the browser itself sees it. Times are milliseconds since the event, or since
the visit began; bytes are those on the wire, headers included.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.conftest import CHROMIUM, QUIET

SLOW: Final = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
CHART: Final = ".main-svg .scatterlayer .trace path, .main-svg .barlayer .trace path"
# Milliseconds without a change of the drawing, after which it is finished.
SETTLED: Final = 150
PAINTED: Final = """([act, settled]) => new Promise((done) => {
  const drawing = document.querySelector('.js-plotly-plot');
  let begin, last, timer;
  const watch = new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(() => {
    last = performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => { watch.disconnect(); done(first - begin); }, settled);
    first ??= last;
  })));
  let first;
  const watched = { subtree: true, childList: true, attributes: true, attributeFilter: ['d', 'transform'] };
  watch.observe(drawing, watched);
  const [selector, value] = act;
  const control = document.querySelector(selector);
  begin = performance.now();
  if (value === null) control.click();
  else { control.value = value; control.dispatchEvent(new Event('change', { bubbles: true })); }
})"""


@dataclass(frozen=True)
class Visit:
    """Bytes in all and before the first chart; milliseconds to the headline numbers and the first chart."""

    total: int
    before_chart: int
    numbers: float
    chart: float


@contextmanager
def browsing() -> Iterator[Browser]:
    """Chromium without a screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


def visit(context: BrowserContext, address: str, *, numbers: str, slow: bool = False) -> Visit:
    """Open a page; `numbers` is the selector of a headline number."""
    page = context.new_page()
    wire = _Wire(context, page, slow=slow)
    begin = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(numbers, timeout=60_000)
    to_numbers = time.perf_counter() - begin
    page.wait_for_selector(CHART, timeout=60_000, state="attached")
    to_chart, before = time.perf_counter() - begin, wire.bytes
    page.wait_for_timeout(2000)
    page.close()
    return Visit(total=wire.bytes, before_chart=before, numbers=to_numbers * 1000, chart=to_chart * 1000)


class _Wire:
    """Counts what a page receives. What the websocket brings is counted as it is before compression."""

    def __init__(self, context: BrowserContext, page: Page, *, slow: bool) -> None:
        self.bytes = 0
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        if slow:
            session.send("Network.emulateNetworkConditions", SLOW)
        session.on("Network.loadingFinished", lambda event: self._add(event["encodedDataLength"]))
        session.on("Network.webSocketFrameReceived", lambda event: self._add(_length(event["response"])))

    def _add(self, received: float) -> None:
        self.bytes += round(received)


def _length(frame: dict[str, Any]) -> float:
    is_binary = frame["opcode"] == 2
    return len(frame["payloadData"]) * (3 / 4 if is_binary else 1)


def changes(page: Page, acts: list[tuple[str, str | None]], *, pause: float) -> list[float]:
    """Milliseconds from each control's event to the first paint of what it changes, one after the other."""
    found = []
    for act in acts:
        found.append(float(page.evaluate(PAINTED, [list(act), SETTLED])))
        page.wait_for_timeout(pause * 1000)
    return found


def quartiles(values: list[float]) -> tuple[float, float, float]:
    """Lower quartile, median, upper quartile."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high
