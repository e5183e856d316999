"""What an address asks of the pages without scripts, and each of these pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from exports.plain.brief import Page, brief_html, page_of
from exports.plain.links import SLIDES, ServerLinks
from exports.plain.present import KEYS, present_html
from metrics.counts.current_tables import today
from metrics.counts.table_rows import all_places
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import TRACKING, read_parameters
from metrics.question.replaced import with_codes_of_today
from validation import Dataset

FOR_A_YEAR: Final = "public, max-age=31536000, immutable"
_SCRIPT: Final = KEYS.read_bytes()
# Another content, another address.
KEYS_ADDRESS: Final = f"plain/keys.{hashlib.sha256(_SCRIPT).hexdigest()[:12]}.js"


class NoSuchPlaceError(LookupError):
    """The path names a place that the folder does not have, by its `code`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The question of an address, the screens that it names, and the server as the reader addresses it.

    `notices` say which of its codes are gone, and read as others.
    """

    dataset: Dataset
    query: Query
    slides: tuple[str, ...]
    server: str
    notices: tuple[str, ...]

    @property
    def addresses(self) -> ServerLinks:
        """The server's addresses, whole."""
        return ServerLinks(dataset=self.dataset, root=self.server)


PlainPage = Callable[[Asked, ServerLinks], str]


def asked(request: Request, dataset: Dataset) -> Asked:
    """The question is about the place of the path; without one, about that of the parameters.

    Raises NoSuchPlaceError, and ParameterError for anything else that makes no sense.
    """
    in_path = tuple(("place", code) for code in (request.path_params.get("place", ""),) if code)
    given_pairs = [pair for pair in request.query_params.multi_items() if not TRACKING.fullmatch(pair[0])]
    of_path, said_of_path = with_codes_of_today(in_path, dataset)
    of_parameters, said = with_codes_of_today(given_pairs, dataset)
    place = dict(of_path).get("place", "")
    if place and place not in all_places(dataset):
        raise NoSuchPlaceError(place)
    pairs = list(of_parameters)
    given = [value for name, value in pairs if name == "place"]
    if place and given not in ([], [place]):
        raise ParameterError(
            parameter="place",
            value=", ".join(given),
            problem=f"is given twice: as {place} and as {', '.join(given)}",
            allowed=(place,),
        )
    if place and not given:
        pairs.append(("place", place))
    question = [pair for pair in pairs if pair[0] != SLIDES]
    return Asked(
        dataset=dataset,
        query=read_parameters(question, dataset=dataset, today=today()),
        slides=_slides(value for name, value in pairs if name == SLIDES),
        server=str(request.base_url),
        notices=tuple(map(str, (*said_of_path, *said))),
    )


def _slides(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of screens: separated by commas, as in a link, or each by itself, as a form sends them."""
    return tuple(code for codes in given for code in codes.split(",") if code)


def brief(asked: Asked, links: ServerLinks) -> str:
    """The page to read. Raises ParameterError where it is asked for screens."""
    if asked.slides:
        problem = "is a parameter of the screens to present only"
        raise ParameterError(
            parameter=SLIDES, value=",".join(asked.slides), problem=problem, allowed=("none",)
        )
    return brief_html(_page(asked, asked.addresses.brief(asked.query)), links)


def present(asked: Asked, links: ServerLinks) -> str:
    """The screens to present."""
    address = asked.addresses.present(asked.query, asked.slides)
    return present_html(_page(asked, address), links, asked.slides)


def _page(asked: Asked, address: str) -> Page:
    picture = asked.addresses.picture(asked.query)
    return page_of(asked.dataset, asked.query, address=address, picture=picture, notices=asked.notices)


def keys(_request: Request) -> Response:
    """The script by which screens are turned with keys."""
    return Response(_SCRIPT, media_type="text/javascript", headers={"Cache-Control": FOR_A_YEAR})
