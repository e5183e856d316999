"""The data API over HTTP: start, questions asked for the first time and again, and how many a second."""

from __future__ import annotations

import tempfile
import time
import urllib.request
from itertools import product
from pathlib import Path
from typing import Final

from benchmarks.running import driver, result_of
from benchmarks.table import line
from tests.serving import PROJECT, serving

METRICS: Final = ("arrested", "killed", "detained", "released", "serving_sentence")
GRAINS: Final = ("month", "quarter", "year")
# Each kind has its own questions: an answer that was given as one kind is ready for the other.
DAYS: Final = {"csv": ("2023-06-30", "2024-06-30"), "json": ("2023-07-31", "2024-07-31")}
DRIVERS: Final = 3
TARGET: Final = 20.0  # milliseconds


def start() -> float:
    """Seconds from the start of the process to its first series."""
    started = time.perf_counter()
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(PROJECT / "data", Path(folder) / "log.txt") as server,
    ):
        urllib.request.urlopen(f"{server.url}/api/v1/series.csv", timeout=60).read()
        return time.perf_counter() - started


def paths(kind: str) -> list[str]:
    """Thirty questions: as known on two days, by month, quarter and year, of several metrics."""
    combinations = product(METRICS, GRAINS, DAYS[kind])
    return [
        f"/api/v1/series.{kind}?metric={metric}&grain={grain}&known_on={day}"
        for metric, grain, day in combinations
    ]


def measure(url: str, *, seconds: int) -> None:
    """First and later answers, one at a time, and how many a second from several processes."""
    for kind in DAYS:
        found = result_of(driver("api_driver", "each", url, *paths(kind)))
        name = f"API, series as {kind.upper()}"
        line(f"{name} asked for the first time, ms", found["first"], target=TARGET, digits=1)
        line(f"{name} asked before, ms", found["again"], target=TARGET, digits=1)
    begin = time.time() + 1
    drivers = [driver("api_driver", "rate", url, begin, seconds, *paths("csv")) for _number in range(DRIVERS)]
    counts = [result_of(one) for one in drivers]
    each_second = [sum(second) for second in zip(*counts, strict=True)]
    line("API, series a second, asked before", each_second, target=1000, at_least=True)
