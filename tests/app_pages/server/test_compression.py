"""Text travels compressed as the browser asks, the same bytes to all, made once."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import brotli
import pytest
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from app_pages.server import compression
from app_pages.server.compression import SMALLEST, Compressed, chosen_encoding

TEXT = ("documented is not happened, " * 100).encode()
TAG = '"of-the-text"'
DECODED = {"br": brotli.decompress, "gzip": gzip.decompress}


def _text(request: Request) -> Response:
    if request.headers.get("if-none-match") == TAG:
        return Response(status_code=304, headers={"ETag": TAG})
    return Response(TEXT, media_type="text/csv", headers={"ETag": TAG})


def _parts(_request: Request) -> StreamingResponse:
    def parts() -> Iterator[bytes]:
        yield TEXT[:1000]
        yield TEXT[1000:]

    return StreamingResponse(parts(), media_type="application/json")


ROUTES = {
    "/text": _text,
    "/parts": _parts,
    "/small": lambda _request: Response(b"a" * (SMALLEST - 1), media_type="text/plain"),
    "/picture": lambda _request: Response(TEXT, media_type="image/png"),
    "/wrong": lambda _request: Response(TEXT, status_code=404, media_type="text/plain"),
    "/lasting": lambda _request: Response(
        TEXT, media_type="text/javascript", headers={"ETag": TAG, "Cache-Control": "public, immutable"}
    ),
}


@pytest.fixture
def client() -> TestClient:
    routes = [Route(path, endpoint) for path, endpoint in ROUTES.items()]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Compressed)]))


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),  # refused by name
        ("BR", "br"),
        ("br;q=0.5, gzip;q=1.0", "br"),  # taken, though not loved
        ("*", "br"),
        ("*;q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_encoding_is_one_that_the_browser_takes(accepted: str, expected: str | None) -> None:
    assert chosen_encoding(Headers({"accept-encoding": accepted})) == expected


@pytest.mark.parametrize("path", ["/text", "/parts", "/lasting"])
@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_content_is_the_same_after_decoding(client: TestClient, path: str, encoding: str) -> None:
    with client.stream("GET", path, headers={"accept-encoding": encoding}) as response:
        sent = b"".join(response.iter_raw())
    assert response.headers["content-encoding"] == encoding
    assert response.headers["content-length"] == str(len(sent))
    assert "Accept-Encoding" in response.headers["vary"]
    assert len(sent) < len(TEXT) / 5
    assert DECODED[encoding](sent) == TEXT


@pytest.mark.parametrize("path", ["/small", "/picture", "/wrong"])
def test_what_is_small_no_text_or_no_answer_is_left_alone(client: TestClient, path: str) -> None:
    response = client.get(path, headers={"accept-encoding": "br"})
    assert "content-encoding" not in response.headers


def test_a_part_of_a_file_is_left_alone(client: TestClient) -> None:
    response = client.get("/text", headers={"accept-encoding": "br", "range": "bytes=0-9"})
    assert "content-encoding" not in response.headers


def test_each_encoding_has_its_own_tag_and_is_not_sent_again(client: TestClient) -> None:
    tags = {name: client.get("/text", headers={"accept-encoding": name}).headers["etag"] for name in DECODED}
    assert tags == {"br": '"of-the-text-br"', "gzip": '"of-the-text-gzip"'}
    again = client.get("/text", headers={"accept-encoding": "br", "if-none-match": tags["br"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tags["br"])
    other = client.get("/text", headers={"accept-encoding": "br", "if-none-match": tags["gzip"]})
    assert other.status_code == 200


def test_head_names_no_length_that_does_not_hold(client: TestClient) -> None:
    response = client.head("/text", headers={"accept-encoding": "br"})
    assert (response.content, response.headers.get("content-length")) == (b"", None)


def test_a_body_is_compressed_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get("/text", headers={"accept-encoding": "br"})

    def must_not_be_called(*_given: object) -> bytes:
        raise AssertionError("compressed again")

    monkeypatch.setattr(compression, "_encode", must_not_be_called)
    assert client.get("/text", headers={"accept-encoding": "br"}).content == first.content


def test_what_does_not_change_is_made_smaller_for_those_who_follow(client: TestClient) -> None:
    body = bytes(range(32, 127)) * 40 + TEXT
    quick = brotli.compress(body, quality=compression.QUICK)
    thorough = brotli.compress(body, quality=compression.THOROUGH)
    assert len(thorough) < len(quick)

    async def ask() -> bytes:
        return await compression.compressed(body, "br", is_lasting=True)

    with start_blocking_portal() as portal:  # a loop of its own: a browser's may run in this thread
        assert portal.call(ask) == quick
        compression._improving.submit(lambda: None).result()
        assert portal.call(ask) == thorough
