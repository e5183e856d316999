"""`make bench`: what readers wait for, with a real browser and many sessions, beside other tools.

Prints a table in Markdown: the median, the quartiles, the target, and whether the median meets it. All of
it is measured in one run on one machine; browser, drivers and server share its processors.

    python -m benchmarks --quick                  # fewer repetitions, one to two minutes; not to be quoted
    python -m benchmarks --only changes,sessions  # parts of it
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from benchmarks import api, changes, million, plain_pages, questions, reruns, sessions, visits
from benchmarks.browser import browsing
from benchmarks.table import HEAD, line
from tests.serving import PROJECT, Server, serving

PARTS: Final = ("api", "million", "reruns", "visits", "changes", "sessions")


@dataclass(frozen=True, kw_only=True)
class Size:
    """How often each thing is measured."""

    starts: int
    api_seconds: int
    million: int
    reruns: int
    visits: int
    rounds: int
    grains: int
    acts: int
    sessions: tuple[int, ...]
    new_sessions: tuple[int, ...]
    session_seconds: int
    compressing: int


FULL: Final = Size(
    starts=3,
    api_seconds=6,
    million=3,
    reruns=60,
    visits=3,
    rounds=4,
    grains=2,
    acts=5,
    sessions=(10, 50, 100, 200),
    new_sessions=(10, 50),
    session_seconds=10,
    compressing=15,
)
QUICK: Final = Size(
    starts=1,
    api_seconds=2,
    million=1,
    reruns=20,
    visits=1,
    rounds=1,
    grains=1,
    acts=2,  # with one, the second click would change nothing
    sessions=(50,),
    new_sessions=(),
    session_seconds=3,
    compressing=0,
)


def main() -> None:
    """Measure the parts that are asked for, and print a line as soon as it is known."""
    options = arguments()
    size = QUICK if options.quick else FULL
    print(HEAD, flush=True)
    if "api" in options.only:
        line("start to first answer, s", [api.start() for _start in range(size.starts)], target=4.0, digits=2)
    if "million" in options.only:
        million.measure(times=size.million)
    if "reruns" in options.only:
        reruns.measure(reruns=size.reruns)
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        with serving(PROJECT / "data", Path(folder) / "log.txt") as server:
            measure(options.only, size, server=server, browser=browser)
        print(f"\n{described(browser)}{' A quick run, not to be quoted.' if options.quick else ''}")


def measure(only: list[str], size: Size, *, server: Server, browser: Browser) -> None:
    """One after the other, so that nothing that is measured runs beside something else."""
    if "api" in only:
        api.measure(server.url, seconds=size.api_seconds)
        plain_pages.measure(server.url, seconds=size.api_seconds)
    if "visits" in only:
        visits.measure(browser, server.url, times=size.visits, compressing=size.compressing)
    if "changes" in only:
        changes.measure(browser, server.url, rounds=size.rounds)
        questions.measure(browser, server.url, grains=size.grains, most=size.acts)
    if "sessions" in only:
        sessions.measure(server, cached=size.sessions, new=size.new_sessions, seconds=size.session_seconds)


def arguments() -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure against the targets.")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, one to two minutes")
    parser.add_argument(
        "--only", type=parts, default=list(PARTS), metavar="PART,...", help=f"of {', '.join(PARTS)}"
    )
    return parser.parse_args()


def parts(text: str) -> list[str]:
    """The parts named, separated by commas."""
    named = text.split(",")
    unknown = [name for name in named if name not in PARTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)} must be among {', '.join(PARTS)}")
    return named


def described(browser: Browser) -> str:
    """What it was measured on."""
    return (
        f"{os.cpu_count()} processors, Chromium {browser.version.partition('.')[0]}, "
        f"Python {platform.python_version()}."
    )


if __name__ == "__main__":
    main()
