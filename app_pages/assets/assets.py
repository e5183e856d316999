"""Our own scripts and styles, each served under a name that is made from its content and kept for a year."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from metrics.language.wording import _

ROOM: Final = Path(__file__).parent
FOLDER: Final = ROOM / "browser"
# No two files of these have one name.
FOLDERS: Final = (FOLDER, ROOM.parent / "streamlit_internals")
FOR_A_YEAR: Final = "public, max-age=31536000, immutable"
MEDIA_TYPES: Final = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}
TEXTS: Final = (".js", ".css")
NAMED: Final = re.compile(r'(?:(?<=from ")|(?<=url\("))\./([\w.-]+)(?=")')


@cache
def _files() -> dict[str, Path]:
    found = [path for folder in FOLDERS for path in folder.iterdir() if path.suffix in MEDIA_TYPES]
    return {path.name: path for path in found}


@cache
def _body(name: str) -> bytes:
    """The file; another of ours that a script imports, or a style sheet has, it has by its full name."""
    file = _files()[name]
    if file.suffix not in TEXTS:
        return file.read_bytes()
    return NAMED.sub(lambda found: address_of_asset(found[1]), file.read_text(encoding="utf-8")).encode()


@cache
def address_of_asset(name: str) -> str:
    """Where the file is served: another content, another address."""
    stem, dot, extension = name.rpartition(".")
    return f"/assets/{stem}.{hashlib.sha256(_body(name)).hexdigest()[:12]}{dot}{extension}"


@cache
def _by_address() -> dict[str, bytes]:
    return {address_of_asset(name): _body(name) for name in _files()}


def asset_routes() -> list[Route]:
    """Where the browser fetches them."""
    return [Route("/assets/{name}", _asset, methods=["GET"])]


def _asset(request: Request) -> Response:
    body = _by_address().get(request.url.path)
    if body is None:
        words = _(
            "There is no such file, because the page that names it is from an earlier version. Please"
            " reload it."
        )
        return PlainTextResponse(words, status_code=404, headers={"Cache-Control": "no-store"})
    media_type = MEDIA_TYPES[Path(request.url.path).suffix]
    return Response(body, media_type=media_type, headers={"Cache-Control": FOR_A_YEAR})
