"""Asks the API in a process of its own, over one connection that stays open.

`python -m benchmarks.api_driver each URL PATH...` prints milliseconds of each path, and of each again.
`python -m benchmarks.api_driver rate URL BEGIN SECONDS PATH...` prints how many were answered in each second.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable, Coroutine, Mapping
from itertools import cycle
from typing import Final

from benchmarks.connection import Connection

REPEATS: Final = 10


async def each(url: str, *paths: str) -> dict[str, list[float]]:
    """The first time, and again."""
    connection = Connection(url)
    await connection.get("/_stcore/health")
    first = [await _milliseconds(connection, path) for path in paths]
    again = [await _milliseconds(connection, path) for _repeat in range(REPEATS) for path in paths]
    return {"first": first, "again": again}


async def rate(url: str, begin: str, seconds: str, *paths: str) -> list[int]:
    """From a clock time on, one after the other."""
    connection, counts = Connection(url), [0] * int(seconds)
    await connection.get("/_stcore/health")
    await asyncio.sleep(float(begin) - time.time())
    for path in cycle(paths):
        await connection.get(path)
        second = int(time.time() - float(begin))
        if second >= len(counts):
            return counts
        counts[second] += 1
    return counts


async def _milliseconds(connection: Connection, path: str) -> float:
    started = time.perf_counter()
    await connection.get(path)
    return (time.perf_counter() - started) * 1000


ASKS: Final[Mapping[str, Callable[..., Coroutine[None, None, object]]]] = {"each": each, "rate": rate}

if __name__ == "__main__":
    what, *arguments = sys.argv[1:]
    print(json.dumps(asyncio.run(ASKS[what](*arguments))))
