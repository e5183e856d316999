"""The data API over HTTP: start, a question asked for the first time, and one that was asked before."""

from __future__ import annotations

import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Final
from urllib.parse import urlsplit

QUESTIONS: Final = (
    "metric=arrested&measure=total",
    "metric=arrested&measure=newly_documented&grain=reporting_year",
    "metric=detained&grain=month&known_on=2024-06-30",
    "metric=killed&measure=happened&place=MM-01&place=MM-02&place=MM-03",
    "metric=arrested&metric=killed&metric=released&measure=total&grain=month",
    "metric=killed&measure=total&grain=quarter",
)
OF_KIND: Final = {"csv": "from=2021-02-01", "json": "from=2021-02-02"}
CONNECTIONS: Final = 4


def milliseconds(url: str, kind: str) -> tuple[list[float], list[float]]:
    """Of each question as CSV or JSON: the first time, and again."""
    connection = _connection(url)
    # Each kind has its own questions: an answer that was given as one kind is ready for the other.
    paths = [f"/api/v1/series.{kind}?{question}&{OF_KIND[kind]}" for question in QUESTIONS]
    first = [_timed(connection, path) for path in paths]
    again = [_timed(connection, path) for _repeat in range(20) for path in paths]
    return first, again


def series_a_second(url: str, *, seconds: float) -> float:
    """How many series are answered that were asked before, over a few connections that stay open."""
    end = time.perf_counter() + seconds
    with ThreadPoolExecutor(CONNECTIONS) as drivers:
        counts = list(drivers.map(lambda _number: _until(url, end), range(CONNECTIONS)))
    return sum(counts) / seconds


def _until(url: str, end: float) -> int:
    connection, answered = _connection(url), 0
    while time.perf_counter() < end:
        _timed(connection, f"/api/v1/series.csv?{QUESTIONS[answered % len(QUESTIONS)]}")
        answered += 1
    return answered


def _connection(url: str) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)


def _timed(connection: http.client.HTTPConnection, path: str) -> float:
    started = time.perf_counter()
    connection.request("GET", path, headers={"Accept-Encoding": "br"})
    response = connection.getresponse()
    response.read()
    if response.status != http.client.OK:
        raise RuntimeError(f"{path}: {response.status}")
    return (time.perf_counter() - started) * 1000
