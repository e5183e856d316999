"""/brief and /present: pages of plain HTML for readers without scripts, for printers and search engines."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api.responses import etag_of, is_known
from exports.paper.addresses import NUMBERS, SHARE, picture_address
from exports.plain.brief import Page, brief_html, page_of
from exports.plain.links import BRIEF, Links, ServerLinks
from exports.plain.message import could_not_be_made, makes_no_sense, no_such_place, no_tables
from metrics.counts.current_tables import current_snapshot, recent_snapshot, today
from metrics.counts.table_rows import all_places
from metrics.language.wording import language
from metrics.query.budget import MEGABYTE, Budgeted
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import TRACKING, read_parameters
from validation import Dataset

Key = tuple[Dataset, str, str, str, str, str]
Draw = Callable[[Page, Links], str]
FOUND: Final = 200
NOT_FOUND: Final = 404
MAKES_NO_SENSE: Final = 400
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
    """The page to read, of the usual place and of each other."""
    return [*_routes(BRIEF, brief_html)]


def _routes(name: str, draw: Draw) -> list[Route]:
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


def _made(request: Request, key: Key, draw: Draw) -> Kept:
    dataset = key[0]
    try:
        status, text = _page(request, dataset, draw)
    except Exception:
        _log.exception("the page %s could not be made", request.url.path)
        return _kept(could_not_be_made(), FAILED)
    kept = _kept(text, status)
    _pages.keep(key, kept)
    return kept


def _kept(text: str, status: int) -> Kept:
    body = text.encode()
    return Kept(body=body, etag=etag_of(body), status=status)


def _page(request: Request, dataset: Dataset, draw: Draw) -> tuple[int, str]:
    place = request.path_params.get("place", "")
    links = _links(dataset, depth=request.url.path.strip("/").count("/"))
    usual = read_parameters([], dataset=dataset, today=today())
    if place and place not in all_places(dataset):
        return NOT_FOUND, no_such_place(dataset, usual, place, links)
    try:
        query = _asked(request, dataset, place)
    except ParameterError as error:
        return MAKES_NO_SENSE, makes_no_sense(error, usual, links)
    base = ServerLinks(dataset=dataset, depth=0, script="")
    address = str(request.base_url) + base.brief(query).removeprefix("./")
    shared = picture_address(query, chart=NUMBERS, size=SHARE).lstrip("/")
    page = page_of(dataset, query, address=address, picture=f"{request.base_url}{shared}")
    return FOUND, draw(page, links)


def _asked(request: Request, dataset: Dataset, place: str) -> Query:
    """The question of the address, about the place of its path; without one, about that of its parameters."""
    pairs = [pair for pair in request.query_params.multi_items() if not TRACKING.fullmatch(pair[0])]
    given = [value for name, value in pairs if name == "place"]
    if place and given and given != [place]:
        raise ParameterError(
            parameter="place",
            value=", ".join(given),
            problem=f"is given twice: as {place} and as {', '.join(given)}",
            allowed=(place,),
        )
    if place and not given:
        pairs.append(("place", place))
    return read_parameters(pairs, dataset=dataset, today=today())


def _links(dataset: Dataset, *, depth: int) -> ServerLinks:
    return ServerLinks(dataset=dataset, depth=depth, script="")
