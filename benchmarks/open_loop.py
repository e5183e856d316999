"""Many readers, each with a change that is due once a second, whatever became of the one before.

A change is sent when it is due, or as soon as the one before is over, and its time counts from when it was
due: a server that keeps readers waiting is not asked less. What is not over some time after the last one
was due is lost, and so is all that a session would have asked after it failed.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Final, Protocol

from benchmarks.running import processor_seconds

BETWEEN_CHANGES: Final = 1.0  # seconds
BETWEEN_ARRIVALS: Final = 0.05  # seconds
REST: Final = 2.0  # seconds between the last page opened and the first change
PATIENCE: Final = 15.0  # seconds after the last change was due
PATIENCE_TO_OPEN: Final = 60.0  # seconds


class Reader(Protocol):
    """One session."""

    async def open(self) -> None:
        """Open the page."""

    async def change(self) -> None:
        """Choose something else, and wait until all of it has come; raises where it does not."""

    def close(self) -> None:
        """Leave."""


@dataclass
class Load:
    """Milliseconds of each change, the changes lost, what went wrong, and processor used, in seconds."""

    milliseconds: list[float] = field(default_factory=list)
    due: int = 0
    errors: list[str] = field(default_factory=list)
    server_seconds: float | None = None
    driver_seconds: float = 0.0


async def load(readers: Sequence[Reader], *, seconds: int, server: int) -> Load:
    """Keep the readers busy once all have come; `server` is the number of the server's process."""
    changes = round(seconds / BETWEEN_CHANGES)
    found = Load(due=len(readers) * changes)
    opening = [_open(reader, found, number * BETWEEN_ARRIVALS) for number, reader in enumerate(readers)]
    here = [
        reader for reader, is_open in zip(readers, await asyncio.gather(*opening), strict=True) if is_open
    ]
    await asyncio.sleep(REST)
    begin = time.perf_counter()
    used, driver = processor_seconds(server), time.process_time()
    starts = [begin + BETWEEN_CHANGES * number / len(here) for number in range(len(here))]
    await asyncio.gather(
        *(_change(reader, found, start, changes) for reader, start in zip(here, starts, strict=True))
    )
    found.driver_seconds = time.process_time() - driver
    if used is not None:
        found.server_seconds = (processor_seconds(server) or used) - used
    return found


async def _open(reader: Reader, found: Load, after: float) -> bool:
    await asyncio.sleep(after)
    try:
        async with asyncio.timeout(PATIENCE_TO_OPEN):
            await reader.open()
    except Exception as error:  # whatever it is, it is a session that failed
        found.errors.append(repr(error))
        return False
    return True


async def _change(reader: Reader, found: Load, start: float, changes: int) -> None:
    last = start + changes * BETWEEN_CHANGES + PATIENCE
    try:
        async with asyncio.timeout(last - time.perf_counter()):
            for number in range(changes):
                due = start + number * BETWEEN_CHANGES
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                await reader.change()
                found.milliseconds.append((time.perf_counter() - due) * 1000)
    except Exception as error:
        found.errors.append(repr(error))
    finally:
        reader.close()


def printed(found: Load) -> None:
    """What a driver says to the process that started it."""
    print(json.dumps(asdict(found)))
