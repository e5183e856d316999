"""A reader's visit with a real browser: the bytes it moves, and when numbers and first chart are painted."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Browser, BrowserContext

from benchmarks.browser import CHART, window
from benchmarks.running import peer
from benchmarks.table import line
from benchmarks.wire import Wire, wire

NUMBERS: Final = {
    "ours": ".first-words b, .words .headline",
    "peer": "#number",
}
SLOW: Final = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
READY: Final = "() => bench.milestones.numbers && bench.milestones.chart"
REST: Final = 2000  # milliseconds after the first chart in which what belongs to a visit still comes
SLOW_LINE: Final = "at 1.6 Mbit/s and 150 ms delay"


@dataclass(frozen=True)
class Visit:
    """Kilobytes received, in all and before the first chart, and sent; milliseconds to numbers and chart."""

    total: float
    before_chart: float
    sent: float
    numbers: float
    chart: float


def visit(context: BrowserContext, wire: Wire, *, numbers: str, slow: bool = False) -> Visit:
    """Open a page; `numbers` is the selector of a headline number."""
    page = context.new_page()
    page.add_init_script(f"bench.milestones({{ numbers: {numbers!r}, chart: {CHART!r} }})")
    if slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
    wire.reset()
    page.goto(wire.url, wait_until="commit")
    page.wait_for_function(READY, polling=100)
    page.wait_for_timeout(REST)
    page.wait_for_load_state("networkidle")
    found = page.evaluate("({ ...bench.milestones, origin: performance.timeOrigin })")
    page.close()
    return Visit(
        total=wire.bytes_until() / 1000,
        before_chart=wire.bytes_until((found["origin"] + found["chart"]) / 1000) / 1000,
        sent=wire.sent / 1000,
        numbers=found["numbers"],
        chart=found["chart"],
    )


def measure(browser: Browser, url: str, *, times: int, compressing: int) -> None:
    """First visits, second ones, and first ones on a slow line; then the peers'.

    `compressing` are seconds after the first reader, in which the server makes its scripts a tenth smaller.
    """
    with wire(url) as counted:
        if compressing:
            visit(window(browser), counted, numbers=NUMBERS["ours"])
            time.sleep(compressing)
        first, second = _pairs(browser, counted, numbers=NUMBERS["ours"], times=times)
        slow = [
            visit(window(browser), counted, numbers=NUMBERS["ours"], slow=True) for _visit in range(times)
        ]
    line("first visit, kB received", [one.total for one in first], target=1400)
    line("first visit, kB received before the first chart", [one.before_chart for one in first], target=900)
    line("first visit, kB sent", [one.sent for one in first])
    line("first visit to the first chart, ms", [one.chart for one in first])
    line("second visit, kB received", [one.total for one in second], target=100)
    line("second visit to the first chart, ms", [one.chart for one in second])
    seconds = [(one.numbers / 1000, one.chart / 1000) for one in slow]
    line(f"{SLOW_LINE}: headline numbers, s", [numbers for numbers, _ in seconds], target=4, digits=1)
    line(f"{SLOW_LINE}: first chart, s", [chart for _, chart in seconds], target=7, digits=1)
    for name, module in (("plain HTML", "plain"), ("Dash", "with_dash")):
        with peer(module) as (address, _process), wire(address) as counted:
            first, second = _pairs(browser, counted, numbers=NUMBERS["peer"], times=times)
        line(f"{name}: first visit, kB received", [one.total for one in first])
        line(f"{name}: first visit to the first chart, ms", [one.chart for one in first])
        line(f"{name}: second visit, kB received", [one.total for one in second])


def _pairs(browser: Browser, wire: Wire, *, numbers: str, times: int) -> tuple[list[Visit], list[Visit]]:
    """First visits, and second ones that have the cache of the first."""
    first, second = [], []
    for _visit in range(times):
        context = window(browser)
        first.append(visit(context, wire, numbers=numbers))
        second.append(visit(context, wire, numbers=numbers))
        context.close()
    return first, second
