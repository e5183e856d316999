"""Finished figures: written out once, kept for all readers together, fetched by the browser.

A figure does not go through Streamlit's websocket, by which every session would be sent it anew at
every rerun: it has an address that is made from its content. What lies there never changes, so the
browser keeps it for a year, and a page that shows it again costs a name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
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
    """A figure as it is sent: Plotly's JSON for both widths, the address it is named by, and its texts.

    `height` and `narrow_height` are pixels of the plot, `width` is the least width of the wide one, `texts`
    what stands around it.
    """

    address: str
    body: bytes
    height: int
    narrow_height: int
    width: int
    title: str
    alt: str
    texts: Mapping[str, object]
    takes_finding: bool = False


def finished(wide: Drawing, narrow: Drawing | None = None) -> Finished:
    """Write a figure out, as it is drawn for a wide place and for a narrow one."""
    narrow = narrow or wide
    body = wide.as_json() if narrow is wide else _both(wide, narrow)
    return Finished(
        address=f"/figures/{hashlib.sha256(body).hexdigest()[:24]}.json",
        body=body,
        height=wide.height,
        narrow_height=narrow.height,
        width=wide.width,
        title=wide.title,
        alt=wide.alt,
        takes_finding=wide.takes_finding,
        texts={
            "title": wide.title,
            "subtitle": wide.subtitle,
            "axis": wide.axis,
            "note": wide.note,
            "credit": wide.credit,
            "key": [asdict(entry) for entry in wide.key],
            "narrowKey": [asdict(entry) for entry in narrow.key],
            "toggles": [asdict(toggle) for toggle in wide.toggles],
        },
    )


def _both(wide: Drawing, narrow: Drawing) -> bytes:
    """The wide figure, and beside it what is different in the narrow one: mostly the layout."""
    figure, other = json.loads(wide.as_json()), json.loads(narrow.as_json())
    figure["narrow"] = {name: other[name] for name in ("data", "layout") if other[name] != figure[name]}
    return json.dumps(figure, ensure_ascii=False, separators=(",", ":")).encode()


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
        words = _("This chart is no longer kept. Please open its page again.")
        return PlainTextResponse(words, status_code=404, headers={"Cache-Control": "no-store"})
    return Response(body, media_type="application/json", headers={"Cache-Control": FOR_A_YEAR})
