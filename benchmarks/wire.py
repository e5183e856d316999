"""Every byte between a browser and a server, counted where it passes.

The browser is sent to a port of our own that passes everything on as it is: headers, handshakes, websocket
frames after compression. Only what TCP and IP add is not seen.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

AT_ONCE = 65_536


class Wire:
    """What has passed since the last `reset`: clock time and size of each piece that the browser got."""

    def __init__(self, server: str) -> None:
        self.server = urlsplit(server)
        self.url = ""
        self.reset()

    def reset(self) -> None:
        """Begin to count anew."""
        self.received: list[tuple[float, int]] = []
        self.sent = 0

    def bytes_until(self, moment: float = float("inf")) -> int:
        """Bytes that the browser had got at a clock time, in seconds."""
        return sum(size for at, size in self.received if at <= moment)

    async def listen(self) -> None:
        """Take connections on a free port."""
        self.listening = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self.listening.sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        """Hang up on everybody."""
        self.listening.close()
        here = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not here]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _connect(self, browser: asyncio.StreamReader, to_browser: asyncio.StreamWriter) -> None:
        server, to_server = await asyncio.open_connection(self.server.hostname, self.server.port)
        with suppress(ConnectionError, asyncio.CancelledError):
            await asyncio.gather(
                _pass_on(browser, to_server, self._note_sent),
                _pass_on(server, to_browser, self._note_received),
            )
        to_browser.close()

    def _note_sent(self, size: int) -> None:
        self.sent += size

    def _note_received(self, size: int) -> None:
        self.received.append((time.time(), size))


async def _pass_on(
    source: asyncio.StreamReader, target: asyncio.StreamWriter, note: Callable[[int], None]
) -> None:
    while data := await source.read(AT_ONCE):
        note(len(data))
        target.write(data)
        await target.drain()
    target.close()


@contextmanager
def wire(server: str) -> Iterator[Wire]:
    """Count in a thread until the block ends; browsers are sent to the `url` of what is given."""
    counted, loop = Wire(server), asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(counted.listen(), loop).result(timeout=10)
    try:
        yield counted
    finally:
        asyncio.run_coroutine_threadsafe(counted.close(), loop).result(timeout=10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=10)
