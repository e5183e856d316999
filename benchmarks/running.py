"""What runs beside the measuring: the peers, the drivers, and the processor that a server has used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.serving import PROJECT, free_port


@contextmanager
def peer(module: str) -> Iterator[tuple[str, int]]:
    """Serve one of the peers until the block ends: its address and the number of its process."""
    port = free_port()
    command = [sys.executable, "-m", f"benchmarks.peers.{module}", str(port)]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=PROJECT, stdout=quiet, stderr=quiet)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url, process)
        yield url, process.pid
    finally:
        process.terminate()
        process.wait(timeout=15)


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _try in range(150):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=5).read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"{process.args!r} does not answer")


def driver(module: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a driver in a process of its own; `result_of` reads what it measured."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def result_of(process: subprocess.Popen[str]) -> Any:
    """Wait for a driver, and read the JSON that it printed."""
    output, _errors = process.communicate()
    if process.returncode:
        raise RuntimeError(f"the driver {process.args!r} failed; its message is above")
    return json.loads(output)


def processor_seconds(process: int, *, thread: int | None = None) -> float | None:
    """Seconds of processor that a process, or one thread of it, has used; None without /proc.

    The system's for it are included.
    """
    part = "" if thread is None else f"task/{thread}/"
    try:
        fields = Path(f"/proc/{process}/{part}stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
