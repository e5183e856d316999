"""Everything that is text travels compressed; each body is compressed once and kept.

Streamlit compresses what it computes with gzip, anew at every request, and its own scripts not at
all: five megabytes on a first visit. Here brotli is taken where the browser takes it, gzip where not.
Bodies are named by their own digests, so that nothing stale can be sent.
"""

from __future__ import annotations

import gzip
import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import brotli
from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from metrics.query.budget import Budgeted

# The first reader gets a body as soon as it can be had. A script that does not change is then made a
# tenth smaller for all who follow, which takes fifty times as long.
QUICK: Final = 5
THOROUGH: Final = 11
GZIP_LEVEL: Final = 6
# Below this, the headers are the larger part.
SMALLEST: Final = 500
TEXT: Final = (
    "text/",
    "application/json",
    "application/javascript",
    "application/geo+json",
    "image/svg+xml",
    "font/ttf",
    "application/x-font-ttf",
)


class Compressed:
    """Compresses what the application sends, where the browser takes it and it is worth it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back compressed."""
        encoding = None
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            encoding = chosen_encoding(Headers(scope=scope))
        if encoding is None:
            await self.app(scope, receive, send)
        else:
            plain_scope = {**scope, "headers": _asking_for_plain(scope["headers"], encoding)}
            await self.app(plain_scope, receive, _Sender(send, encoding, is_head=scope["method"] == "HEAD"))


def chosen_encoding(headers: Headers) -> str | None:
    """Brotli or gzip, whichever the browser takes; None where neither, or where it asks for a part."""
    if "range" in headers:
        return None
    taken = {}
    for offer in headers.get("accept-encoding", "").lower().split(","):
        name, _semicolon, weight = offer.partition(";")
        taken[name.strip()] = weight.strip().replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((name for name in ("br", "gzip") if taken.get(name, taken.get("*", False))), None)


def _asking_for_plain(headers: list[tuple[bytes, bytes]], encoding: str) -> list[tuple[bytes, bytes]]:
    """The request's headers without encodings, and with tags as the application knows them; see `_Sender`."""
    suffix = f'-{encoding}"'.encode()
    plain = [(name, value) for name, value in headers if name != b"accept-encoding"]
    return [
        (name, value.replace(suffix, b'"') if name == b"if-none-match" else value) for name, value in plain
    ]


class _Sender:
    """Holds an answer back until it is whole, and sends it compressed.

    Its tag gets the encoding as a suffix: two encodings of one content are not the same bytes.
    """

    def __init__(self, send: Send, encoding: str, *, is_head: bool) -> None:
        self.send = send
        self.encoding = encoding
        self.is_head = is_head
        self.start: Message | None = None
        self.parts: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and self._concerns(message):
            self.start = message
        elif message["type"] == "http.response.body" and self.start is not None:
            self.parts.append(message.get("body", b""))
            if not message.get("more_body", False):
                await self._finish(self.start, b"".join(self.parts))
        else:
            await self.send(message)

    def _concerns(self, start: Message) -> bool:
        headers = MutableHeaders(raw=start["headers"])
        if not headers.get("content-type", "").startswith(TEXT) or "content-encoding" in headers:
            return start["status"] == 304 and self._tag(headers)  # noqa: PLR2004 - not modified
        return bool(start["status"] == 200)  # noqa: PLR2004 - a whole answer

    def _tag(self, headers: MutableHeaders) -> bool:
        tag = headers.get("etag", "")
        if tag.endswith('"'):
            headers["etag"] = f'{tag[:-1]}-{self.encoding}"'
        return False

    async def _finish(self, start: Message, body: bytes) -> None:
        headers = MutableHeaders(raw=start["headers"])
        headers.add_vary_header("Accept-Encoding")
        if self.is_head:
            del headers["content-length"]
        elif len(body) >= SMALLEST:
            is_lasting = "immutable" in headers.get("cache-control", "")
            body = await compressed(body, self.encoding, is_lasting=is_lasting)
            if is_lasting:
                # Nobody asks again whether it has changed; a first visit gets a hundred of them.
                for name in ("etag", "last-modified", "accept-ranges"):
                    del headers[name]
            headers["content-encoding"] = self.encoding
            headers["content-length"] = str(len(body))
            self._tag(headers)
        await self.send({**start, "headers": headers.raw})
        await self.send({"type": "http.response.body", "body": body})


# All of Streamlit's scripts, and some thousand answers.
_bodies: Final = Budgeted[tuple[bytes, str], bytes](size_of=len)
_improving: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="compression")


async def compressed(body: bytes, encoding: str, *, is_lasting: bool = False) -> bytes:
    """The body in this encoding, the same bytes every time while it is kept.

    `is_lasting` is for a body that does not change: readers that come later get it smaller.
    """
    key = (hashlib.blake2b(body, digest_size=16).digest(), encoding)
    kept = _bodies.get(key)
    if kept is not None:
        return kept.value
    quick = await to_thread.run_sync(_encode, body, encoding, QUICK)
    _bodies.keep(key, quick)
    if is_lasting and encoding == "br":
        _improving.submit(lambda: _bodies.keep(key, _encode(body, encoding, THOROUGH)))
    return quick


def _encode(body: bytes, encoding: str, quality: int) -> bytes:
    if encoding == "br":
        return bytes(brotli.compress(body, quality=quality))
    return gzip.compress(body, GZIP_LEVEL, mtime=0)
