"""Finished figures: written out once, kept for all readers together, fetched by the browser.

A figure does not go through Streamlit's websocket, by which every session would be sent it anew at
every rerun: it has an address that is made from its content. What lies there never changes, so the
browser keeps it for a year, and a page that shows it again costs a name.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from charts.canvas.drawing import Drawing
from metrics.language.wording import _
from metrics.query.budget import Budgeted

FOR_A_YEAR: Final = "public, max-age=31536000, immutable"

_figures: Final = Budgeted[str, bytes](size_of=len)


@dataclass(frozen=True, eq=False, kw_only=True)
class Finished:
    """A figure as it is sent: Plotly's JSON, the address it is named by, its height in pixels, its words."""

    address: str
    body: bytes
    height: int
    title: str
    alt: str


def finished(drawing: Drawing) -> Finished:
    """Write a figure out."""
    body = drawing.as_json()
    return Finished(
        address=f"/figures/{hashlib.sha256(body).hexdigest()[:24]}.json",
        body=body,
        height=drawing.height,
        title=drawing.title,
        alt=drawing.alt,
    )


def keep(figure: Finished) -> None:
    """Have the figure ready at its address, as long as the figures that were shown since leave it room."""
    _figures.keep(figure.address, figure.body)


def kept(address: str) -> bytes | None:
    """The figure at this address; None where others took its room, and its page has to be opened again."""
    found = _figures.get(address)
    return None if found is None else found.value


def figure_routes() -> list[Route]:
    """Where the browser fetches figures."""
    return [Route("/figures/{name}", _figure, methods=["GET"])]


def _figure(request: Request) -> Response:
    body = kept(request.url.path)
    if body is None:
        words = _("This figure is not kept any more. Open its page again.")
        return PlainTextResponse(words, status_code=404, headers={"Cache-Control": "no-store"})
    return Response(body, media_type="application/json", headers={"Cache-Control": FOR_A_YEAR})
