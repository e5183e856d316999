"""`make bench`: how long the server takes to its first answer, and to a series; over HTTP, as a reader asks.

Budget: first answer under 6 s, a series under 20 ms.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Final

from tests.serving import serving

REPEATS: Final = 50
PROJECT: Final = Path(__file__).resolve().parent.parent
FIRST_ANSWER_BUDGET: Final = 6.0  # seconds
SERIES_BUDGET: Final = 20.0  # milliseconds
QUERIES: Final = {
    "total of arrests, as published": "metric=arrested&measure=total",
    "newly documented, by reporting year": "metric=arrested&measure=newly_documented&grain=reporting_year",
    "level by month, as known on a day": "metric=detained&grain=month&known_on=2024-06-30",
    "what happened, in 3 regions": "metric=killed&measure=happened&place=MM-01&place=MM-02&place=MM-03",
    "3 metrics by month": "metric=arrested&metric=killed&metric=released&measure=total&grain=month",
}


def main() -> None:
    """Start a server, time it, print a table."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        with serving(PROJECT / "data", Path(folder) / "log.txt") as server:
            _fetch(f"{server.url}/api/v1/series.csv")
            seconds = time.perf_counter() - started
            print(f"start to first answer: {seconds:.2f} s (budget {FIRST_ANSWER_BUDGET} s)")
            title = f"series over HTTP, ms (budget {SERIES_BUDGET})"
            print(f"{title:44}{'cold':>8}{'median':>8}{'p95':>8}{'worst':>8}")
            for name, query in QUERIES.items():
                print(_line(name, f"{server.url}/api/v1/series.csv?{query}"))
                print(_line("  as JSON", f"{server.url}/api/v1/series.json?{query}"))
            print(_line("page shell", f"{server.url}/explore"))


def _line(name: str, address: str) -> str:
    cold = _milliseconds(address)
    warm = sorted(_milliseconds(address) for _repeat in range(REPEATS))
    p95 = warm[int(0.95 * REPEATS)]
    return f"{name:44}{cold:8.1f}{statistics.median(warm):8.1f}{p95:8.1f}{warm[-1]:8.1f}"


def _milliseconds(address: str) -> float:
    started = time.perf_counter()
    _fetch(address)
    return (time.perf_counter() - started) * 1000


def _fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as response:
        return bytes(response.read())


if __name__ == "__main__":
    sys.exit(main())
