"""/brief from the cache: how many a second, and how many when nothing has changed; by wrk."""

from __future__ import annotations

import re
import shutil
import subprocess
import urllib.request
from typing import Final

from benchmarks.table import line

TARGET: Final = 2000
# As a reader's browser asks; one thread of the driver, so that the server keeps a processor.
DRIVER: Final = ("wrk", "--threads", "1", "--connections", "32", "--header", "Accept-Encoding: br")
A_SECOND: Final = re.compile(r"Requests/sec:\s+([\d.]+)")


def measure(url: str, *, seconds: int) -> None:
    """Both rates, three times each; nothing where wrk is not installed, which is said."""
    if shutil.which(DRIVER[0]) is None:
        print("(plain pages were not measured: `apt-get install wrk`)", flush=True)
        return
    page = f"{url}/brief"
    rates = [_rate(page, seconds=seconds) for _time in range(3)]
    line("plain page from the cache, a second", rates, target=TARGET, at_least=True)
    known = f"If-None-Match: {_tag(page)}"
    unchanged = [_rate(page, "--header", known, seconds=seconds) for _time in range(3)]
    line("plain page that has not changed (304), a second", unchanged, target=TARGET, at_least=True)


def _rate(page: str, *more: str, seconds: int) -> float:
    command = [*DRIVER, *more, "--duration", f"{seconds}s", page]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = A_SECOND.search(said)
    if found is None:
        raise RuntimeError(f"wrk said nothing of its rate:\n{said}")
    return float(found[1])


def _tag(page: str) -> str:
    request = urllib.request.Request(page, headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request, timeout=60) as response:
        return str(response.headers["ETag"])
