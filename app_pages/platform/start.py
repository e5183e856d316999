"""What is done once, before the first reader comes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import to_thread

from metrics.current import standing


@asynccontextmanager
async def validate_before_the_first_visit(_app: object) -> AsyncIterator[None]:
    """Read and check the tables at start, so that no reader waits for it."""
    await to_thread.run_sync(standing)
    yield
