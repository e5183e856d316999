"""Many readers at once, with a change due every second each: on our server, and on the peer in Dash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from benchmarks.running import driver, peer, result_of
from benchmarks.table import line, quantile
from tests.serving import Server

MOST: Final = 200
TARGET: Final = 300.0  # milliseconds, p95, of the largest load


def measure(server: Server, *, cached: Sequence[int], new: Sequence[int], seconds: int) -> None:
    """Questions that readers share; questions that nobody has asked; and Dash, which computes each anew."""
    for readers in cached:
        found = result_of(driver("streamlit_sessions", server.url, server.process, readers, seconds))
        target = TARGET if readers == MOST else None
        report(f"{readers} sessions, a change a second each", found, target=target)
    with peer("with_dash") as (url, process):
        for readers in cached:
            found = result_of(driver("dash_sessions", url, process, readers, seconds))
            report(f"Dash: {readers} sessions, a change a second each", found)
    # Last, for what it fills the server with.
    already = 0
    for readers in new:
        found = result_of(driver("streamlit_sessions", server.url, server.process, readers, seconds, already))
        report(f"{readers} sessions, a new question a second each", found)
        already += readers * seconds


def report(name: str, found: dict[str, Any], *, target: float | None = None) -> None:
    """Spread and p95 of all changes that were due; one that was lost took longer than any other."""
    milliseconds, errors = found["milliseconds"], len(found["errors"])
    lost = found["due"] - len(milliseconds)
    every = [*milliseconds, *[float("inf")] * lost]
    line(f"{name}, ms", every)
    trouble = f"{errors} errors, {lost} of {found['due']} changes lost"
    # A p95 within its target is nothing to quote where sessions failed.
    p95 = float("inf") if errors and target else quantile(every, 0.95)
    line(f"{name}: p95, ms ({trouble})", [p95], target=target)
    if found["server_seconds"] is not None and milliseconds:
        used, driven = (
            found[name] * 1000 / len(milliseconds) for name in ("server_seconds", "driver_seconds")
        )
        line(f"{name}: the server's processor for one change, ms (driver's: {driven:.1f})", [used], digits=1)
