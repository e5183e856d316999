"""A connection over HTTP that stays open and costs next to nothing: a driver must not be what is measured."""

from __future__ import annotations

import asyncio
from typing import Final
from urllib.parse import urlsplit

END_OF_HEADERS: Final = b"\r\n\r\n"


class Connection:
    """Asks one thing after the other; opened again where the server has closed it."""

    def __init__(self, url: str) -> None:
        self.host = urlsplit(url)
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> bytes:
        """The body as it is sent, compressed."""
        return await self._ask(f"GET {path} HTTP/1.1", "Accept-Encoding: br\r\n", b"")

    async def post(self, path: str, body: bytes) -> bytes:
        """The answer to JSON."""
        headers = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        return await self._ask(f"POST {path} HTTP/1.1", headers, body)

    def close(self) -> None:
        """Hang up."""
        if self.streams:
            self.streams[1].close()
        self.streams = None

    async def _ask(self, request_line: str, headers: str, body: bytes) -> bytes:
        message = f"{request_line}\r\nHost: {self.host.netloc}\r\n{headers}\r\n".encode() + body
        try:
            head = await self._head(message)
        except (asyncio.IncompleteReadError, ConnectionError):
            # The server hung up while nothing was asked of it for some seconds; a browser asks again too.
            self.close()
            head = await self._head(message)
        if b" 200 " not in head[:16]:
            raise RuntimeError(f"{request_line}: {head[:60].decode(errors='replace')}")
        length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
        reader, _writer = await self._streams()
        answer = await reader.readexactly(length)
        if b"connection: close" in head:
            self.close()
        return answer

    async def _head(self, message: bytes) -> bytes:
        """Send the message; the answer's headers."""
        reader, writer = await self._streams()
        writer.write(message)
        return (await reader.readuntil(END_OF_HEADERS)).lower()

    async def _streams(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self.streams is None:
            self.streams = await asyncio.open_connection(self.host.hostname, self.host.port)
        return self.streams
