"""What is done once, before the first reader comes."""

from __future__ import annotations

import gc
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import to_thread

from app_pages.platform.settings_once import tell_settings_from_memory
from metrics.current import standing


@asynccontextmanager
async def validate_before_the_first_visit(_app: object) -> AsyncIterator[None]:
    """Read and check the tables at start, so that no reader waits for it."""
    send_without_delay()
    tell_settings_from_memory()
    await to_thread.run_sync(standing)
    yield


def send_without_delay() -> None:
    """Have every connection send what there is, not wait for the last piece to be acknowledged.

    An answer goes out as headers and body; on a connection that stays open the second waits for the first
    for 40 ms. asyncio prevents that for sockets that name their protocol; Streamlit's names none. Connections
    inherit the setting from the socket that listens.
    """
    for found in gc.get_objects():
        if isinstance(found, socket.socket) and found.fileno() >= 0 and _is_tcp(found):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _is_tcp(found: socket.socket) -> bool:
    return found.type == socket.SOCK_STREAM and found.family in (socket.AF_INET, socket.AF_INET6)
