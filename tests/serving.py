"""The real server, on a port of its own, with a folder of tables."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent
SECONDS_TO_START: Final = 60
# Far more than it takes: only a server that never stops is a failure.
SECONDS_TO_STOP: Final = 60


@dataclass(frozen=True)
class Server:
    """A running server: its address, its log, and the number of its process."""

    url: str
    log: Path
    process: int


@contextmanager
def serving(
    data_folder: Path, log: Path, *, program: str = "streamlit", port: int | None = None
) -> Iterator[Server]:
    """Serve a folder of tables until the block ends; stopped as Ctrl-C stops it.

    `program` is the module that serves, given what `streamlit` is given; `port` is any free one unless given.
    """
    port = port or free_port()
    command = [sys.executable, "-m", program, "run", "app.py"]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, *options],
            cwd=PROJECT,
            env={**os.environ, "DETENTION_DATA": str(data_folder)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            server = Server(url=f"http://127.0.0.1:{port}", log=log, process=process.pid)
            _wait_until_up(server, process)
            yield server
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_up(server: Server, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The server did not start. Its log:\n{server.log.read_text()}")
