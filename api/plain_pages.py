"""/brief and /present: pages of plain HTML for readers without scripts, for printers and search engines.

A finished page is kept, and sent from the event loop: without a thread, and without a look at the files.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api.asked_plainly import KEYS_ADDRESS, NoSuchPlaceError, PlainPage, asked, brief, keys, present
from api.responses import etag_of, is_known
from exports.plain.links import BRIEF, PRESENT, ServerLinks
from exports.plain.message import could_not_be_made, makes_no_sense, no_such_place, no_tables
from metrics.counts.current_tables import current_snapshot, recent_snapshot, today
from metrics.language.wording import language
from metrics.query.budget import MEGABYTE, Budgeted
from metrics.query.invalid_query import ParameterError
from metrics.question.address import read_parameters
from validation import Dataset

Key = tuple[Dataset, str, str, str, str, str]
FOUND: Final = 200
MAKES_NO_SENSE: Final = 400
NOT_FOUND: Final = 404
FAILED: Final = 500
NO_TABLES: Final = 503
# Of a folder of fifty places with six periods each, all of them.
BUDGET: Final = 32 * MEGABYTE

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A page as it is sent, with its tag."""

    body: bytes
    etag: str
    status: int


_pages: Final = Budgeted[Key, Kept](size_of=lambda kept: len(kept.body), budget=BUDGET)


def plain_routes() -> list[Route]:
    """The page to read and the screens to present, of the usual place and of each other."""
    script = Route(f"/{KEYS_ADDRESS}", keys, methods=["GET"], name="keys of screens")
    return [script, *_routes(BRIEF, brief), *_routes(PRESENT, present)]


def _routes(name: str, draw: PlainPage) -> list[Route]:
    async def page(request: Request) -> Response:
        now = recent_snapshot()
        if now is None:
            now = await to_thread.run_sync(current_snapshot)
        if now.dataset is None:
            return HTMLResponse(no_tables(now.reason), NO_TABLES, headers={"Cache-Control": "no-store"})
        key = _key(request, now.dataset)
        found = _pages.get(key)
        kept = found.value if found else await to_thread.run_sync(_made, request, key, draw)
        return _response(request, kept)

    return [
        Route(f"/{name}", page, methods=["GET"], name=name),
        Route(f"/{name}/{{place:path}}", page, methods=["GET"], name=f"{name} of a place"),
    ]


def _key(request: Request, dataset: Dataset) -> Key:
    """All that a page is made of: the address as the reader gave it, the tables, the day, the language."""
    url = request.url
    return dataset, str(request.base_url), url.path, url.query, today().isoformat(), language.get()


def _response(request: Request, kept: Kept) -> Response:
    headers = {"ETag": kept.etag, "Cache-Control": "public, no-cache"}
    if kept.status == FOUND and is_known(request, kept.etag):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(kept.body, kept.status, headers=headers)


def _made(request: Request, key: Key, draw: PlainPage) -> Kept:
    try:
        status, text = _page(request, key[0], draw)
    except Exception:
        _log.exception("the page %s could not be made", request.url.path)
        return _kept(could_not_be_made(), FAILED)
    kept = _kept(text, status)
    _pages.keep(key, kept)
    return kept


def _kept(text: str, status: int) -> Kept:
    body = text.encode()
    return Kept(body=body, etag=etag_of(body), status=status)


def _page(request: Request, dataset: Dataset, draw: PlainPage) -> tuple[int, str]:
    up = "../" * request.url.path.strip("/").count("/")
    links = ServerLinks(dataset=dataset, root=up or "./", script=KEYS_ADDRESS)
    usual = read_parameters([], dataset=dataset, today=today())
    try:
        return FOUND, draw(asked(request, dataset), links)
    except NoSuchPlaceError as error:
        return NOT_FOUND, no_such_place(dataset, usual, error.code, links)
    except ParameterError as error:
        return MAKES_NO_SENSE, makes_no_sense(error, usual, links)
