"""What every answer of the API carries: who may read it, whether it has changed, what to call the file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from exports.written_json import json_body

CSV: Final = "text/csv; charset=utf-8"
JSON: Final = "application/json; charset=utf-8"
PDF: Final = "application/pdf"
PNG: Final = "image/png"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP: Final = "application/zip"
PPTX: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
SVG: Final = "image/svg+xml"
WEAK: Final = "W/"
# Published counts are for everybody: pages of other hosts may read them.
FOR_EVERYBODY: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Disposition",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def file_response(
    request: Request, body: bytes, *, media_type: str, file_name: str = "", is_shown: bool = False
) -> Response:
    """The body with its digest as ETag; 304 without it where the reader already has it.

    A file is saved under its name; where `is_shown`, a browser shows it first.

    The digest is over the body, so that a change of the tables and a change of this software both
    show. It is weak, since the server may compress the body, and is compared as such: a proxy may have made
    it a strong one. Caches must ask each time: counts change.
    """
    etag = etag_of(body)
    headers = {**FOR_EVERYBODY, "ETag": etag, "Cache-Control": "public, no-cache"}
    if is_known(request, etag):
        return Response(status_code=304, headers=headers)
    if file_name:
        disposition = "inline" if is_shown else "attachment"
        headers["Content-Disposition"] = f'{disposition}; filename="{file_name}"'
    return Response(body, media_type=media_type, headers=headers)


def etag_of(body: bytes) -> str:
    """The digest of a body as a weak tag."""
    return f'{WEAK}"{hashlib.sha256(body).hexdigest()[:32]}"'


def is_known(request: Request, etag: str) -> bool:
    """Whether the reader has the body with this tag already."""
    return etag.removeprefix(WEAK) in request.headers.get("if-none-match", "")


def json_response(content: Mapping[str, object], *, status_code: int = 200) -> Response:
    """JSON that no cache may keep: errors and the state of the server."""
    headers = {**FOR_EVERYBODY, "Cache-Control": "no-store"}
    return Response(json_body(content), status_code=status_code, media_type=JSON, headers=headers)
