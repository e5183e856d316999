"""`make bench`: what readers wait for, with a real browser and many sessions, beside other tools.

Prints a table in Markdown: the median, the quartiles, the target, and whether it is met. All of it is
measured in one run on one machine; browser, driver and server share its processors.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from benchmarks import api, visit
from benchmarks.sessions import load
from tests.serving import PROJECT, free_port, serving

PLACES: Final = ("MM-01", "MM-01", "MM-06", "MM-06") * 4
STARTS: Final = ("2022-01-01", "2023-01-01", "2021-02-01") * 4
IN_FIGURE: Final = [(f'button[data-place="{place}"]', None) for place in PLACES] + [
    ('select[data-bound="from"]', start) for start in STARTS
]
IN_DASH: Final = [(f"#places label:nth-of-type({number}) input", None) for number in (2, 2, 7, 7) * 4]
MEASURES: Final = [(f'[data-testid="stButtonGroup"] button:nth-of-type({at})', None) for at in (2, 1) * 5]
EXPLORE: Final = "/explore?metric=killed&measure=total"
NUMBERS: Final = ".first-words b, [data-testid=stMetricValue]"
SESSIONS: Final = (10, 50, 100, 200)
SECONDS: Final = 15.0
VISITS: Final = 3


def main() -> None:
    """Measure everything, and print a line as soon as it is known."""
    print("| measured | median | quartiles | target | |\n|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        with serving(PROJECT / "data", Path(folder) / "log.txt") as server:
            urllib.request.urlopen(f"{server.url}/api/v1/series.csv", timeout=60).read()
            line("start to first answer, s", [time.perf_counter() - started], target=4.0, digits=2)
            measure_api(server.url)
            with visit.browsing() as browser:
                measure_visits(browser, server.url)
                ours = measure_changes(browser, server.url + EXPLORE, IN_FIGURE, "change of places or time")
                measure_peers(browser, ours)
                measure_changes(browser, server.url + EXPLORE, MEASURES, "change of measure", target=250.0)
            measure_sessions(server.url)


def line(
    name: str, values: list[float], *, target: float | None = None, digits: int = 0, least: bool = False
) -> None:
    """One line of the table. `least` is for a target that is to be reached, not kept below."""
    low, middle, high = visit.quartiles(values)
    wanted = "" if target is None else f"{'≥' if least else '≤'} {target:,.{digits}f}"
    is_met = target is None or (middle >= target if least else middle <= target)
    verdict = "" if target is None else ("met" if is_met else "missed")
    spread = f"{low:,.{digits}f} to {high:,.{digits}f}" if len(values) > 1 else ""
    print(f"| {name} | {middle:,.{digits}f} | {spread} | {wanted} | {verdict} |", flush=True)


def measure_api(url: str) -> None:
    """First and later answers, and how many a second."""
    for kind in ("csv", "json"):
        first, again = api.milliseconds(url, kind)
        line(f"API, series as {kind.upper()} asked for the first time, ms", first, target=20.0, digits=1)
        line(f"API, series as {kind.upper()} asked before, ms", again, target=20.0, digits=1)
    line("API, series a second, asked before", [api.series_a_second(url, seconds=5)], target=1000, least=True)


def measure_visits(browser: Browser, url: str) -> None:
    """A first visit, a second one, and a first one on a slow line."""
    visit.visit(browser.new_context(), url, numbers=NUMBERS)  # from here on, scripts are compressed well
    time.sleep(15)
    first, second, slow = [], [], []
    for _visit in range(VISITS):
        context = browser.new_context()
        first.append(visit.visit(context, url, numbers=NUMBERS))
        second.append(visit.visit(context, url, numbers=NUMBERS))
        context.close()
        slow.append(visit.visit(browser.new_context(), url, numbers=NUMBERS, slow=True))
    line("first visit, kB", [one.total / 1000 for one in first], target=1400)
    line("first visit before the first chart, kB", [one.before_chart / 1000 for one in first], target=900)
    line("first visit to the first chart, ms", [one.chart for one in first])
    line("second visit, kB", [one.total / 1000 for one in second], target=100)
    line(
        "at 1.6 Mbit/s and 150 ms delay: headline numbers, s",
        [one.numbers / 1000 for one in slow],
        target=4,
        digits=1,
    )
    line(
        "at 1.6 Mbit/s and 150 ms delay: first chart, s",
        [one.chart / 1000 for one in slow],
        target=7,
        digits=1,
    )


def measure_changes(
    browser: Browser,
    address: str,
    acts: list[tuple[str, str | None]],
    name: str,
    *,
    target: float | None = None,
) -> float:
    """Event to paint, for each of the acts; the median."""
    page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    page.goto(address)
    page.wait_for_selector(visit.CHART, state="attached")
    page.wait_for_timeout(3000)
    found = visit.changes(page, acts, pause=0.5)
    line(f"{name} to paint, ms", found, target=target)
    page.close()
    return visit.quartiles(found)[1]


def measure_peers(browser: Browser, ours: float) -> None:
    """The same page in plain HTML with plotly.js, and in Dash."""
    for name, module, acts in (("plain HTML", "plain", IN_FIGURE), ("Dash", "with_dash", IN_DASH)):
        with peer(module) as url:
            context = browser.new_context()
            seen = visit.visit(context, url, numbers="#number")
            line(f"{name}: first visit, kB", [seen.total / 1000])
            line(f"{name}: first visit to the first chart, ms", [seen.chart])
            theirs = measure_changes(browser, url, acts, f"{name}: change of places or time")
            wanted = "≤ 1" if module == "plain" else ""
            print(f"| ours to {name}, change of places or time | {ours / theirs:.2f} | | {wanted} | |")


@contextmanager
def peer(module: str) -> Iterator[str]:
    """Serve one of the peers until the block ends."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", f"benchmarks.peers.{module}", str(port)],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}/"
    try:
        for _try in range(100):
            try:
                urllib.request.urlopen(url, timeout=5).read()
                break
            except OSError:
                time.sleep(0.2)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=15)


def measure_sessions(url: str) -> None:
    """Many sessions with a change a second each."""
    for sessions in SESSIONS:
        found = load(url, sessions=sessions, seconds=SECONDS)
        p95 = sorted(found.milliseconds)[int(0.95 * len(found.milliseconds))]
        line(f"{sessions} sessions, a change a second each, ms", found.milliseconds)
        last = sessions == SESSIONS[-1]
        line(
            f"{sessions} sessions: p95, ms ({len(found.errors)} errors)", [p95], target=300 if last else None
        )


if __name__ == "__main__":
    sys.exit(main())
