"""Readers of the peer in Dash: its callback over HTTP, asked as its own page asks.

`python -m benchmarks.dash_sessions URL PROCESS READERS SECONDS` prints what was measured.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator

from benchmarks.choices import Choice, cached
from benchmarks.connection import Connection
from benchmarks.open_loop import load, printed


class Reader:
    """A session: every change is a callback, and over when the figure has come."""

    def __init__(self, url: str, choices: Iterator[Choice]) -> None:
        self.connection = Connection(url)
        self.choices = choices

    async def open(self) -> None:
        """The page; its scripts lie in the browser's cache."""
        await self.connection.get("/")

    async def change(self) -> None:
        """Other places, another start."""
        places, start = next(self.choices)
        request = {
            "output": "chart.figure",
            "outputs": {"id": "chart", "property": "figure"},
            "inputs": [
                {"id": "places", "property": "value", "value": places},
                {"id": "from", "property": "value", "value": start},
            ],
            "changedPropIds": ["places.value"],
            "parsedChangedPropsIds": ["places.value"],
        }
        answer = await self.connection.post("/_dash-update-component", json.dumps(request).encode())
        if any(f'"name":"{place}"'.encode() not in answer for place in places):
            raise RuntimeError("the figure that came is not of the choice")

    def close(self) -> None:
        """Hang up."""
        self.connection.close()


if __name__ == "__main__":
    address, process, readers, seconds = sys.argv[1], *map(int, sys.argv[2:5])
    sessions = [Reader(address, cached(number)) for number in range(readers)]
    printed(asyncio.run(load(sessions, seconds=seconds, server=process)))
