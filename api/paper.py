"""/brief.pdf, /handout.pdf, /picture.png and /picture.svg: what a question answers, set on a page.

They take the parameters of a series, the language of the reader, and what a page of their kind needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from threading import BoundedSemaphore
from typing import Final, cast

from starlette.requests import Request
from starlette.responses import Response

from api.api_errors import from_sound_tables
from api.responses import PDF, PNG, SVG, file_response, json_response
from exports.file_names import question_file_name
from exports.paper.addresses import CHART, LANGUAGE, LEVEL, NUMBERS, PAPER, SIZE
from exports.paper.brief import NoBriefError, brief_pdf
from exports.paper.chart_kinds import CHARTS, Asked, NoChartError
from exports.paper.handout import handout_pdf
from exports.paper.numbers_picture import numbers_png, numbers_svg
from exports.paper.pictures import SIZES, picture_png, picture_svg
from exports.paper.sheets import PAPERS, Paper
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import today
from metrics.counts.levels import levels_of
from metrics.language.wording import ENGLISH, _, languages, spoken_in
from metrics.query.caching import cached_words
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import read_parameters, short_address_of
from validation import Dataset

OF_PLACES: Final = ("map", "ranking")  # charts that take a level
AT_ONCE: Final = 2  # pages that are made at the same time
WAIT: Final = 10  # seconds that a request waits for its turn
RETRY_AFTER: Final = 30  # seconds
_turns: Final = BoundedSemaphore(AT_ONCE)


class TooManyError(RuntimeError):
    """More pages are asked for than can be made."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """What an address asks: the question, and how it is to be set."""

    dataset: Dataset
    query: Query
    own: Mapping[str, str]
    base: str

    def address(self, path: str) -> str:
        """Where a page of ours shows the question, on paper that cannot follow what is published later."""
        as_known = replace(self.query, known_on=clocks_of(self.dataset, self.query).known_on)
        return f"{self.base}{path}?{short_address_of(self.dataset, as_known)}"


def _page(request: Request, dataset: Dataset, own: Mapping[str, Iterable[str]]) -> Page:
    """The question of a request and its own parameters: without one, the first value that is allowed.

    Raises ParameterError for a value that is not allowed, or one given twice.
    """
    pairs = request.query_params.multi_items()
    chosen = {}
    for name, values in own.items():
        allowed, given = list(values), [value for one, value in pairs if one == name]
        if len(given) > 1 or not set(given) <= set(allowed):
            problem = "is given twice" if len(given) > 1 else f"has the unknown value {given[0]!r}"
            raise ParameterError(
                parameter=name, value=", ".join(given), problem=problem, allowed=tuple(allowed)
            )
        chosen[name] = given[0] if given else allowed[0]
    rest = [(name, value) for name, value in pairs if name not in own]
    query = read_parameters(rest, dataset=dataset, today=today())
    return Page(dataset=dataset, query=query, own=chosen, base=str(request.base_url))


@contextmanager
def _turn() -> Iterator[None]:
    """A turn to make a page; raises TooManyError where others are before it for too long."""
    if not _turns.acquire(timeout=WAIT):
        raise TooManyError
    try:
        yield
    finally:
        _turns.release()


def _made(
    request: Request, dataset: Dataset, own: Mapping[str, Iterable[str]], make: Callable[[Page], Response]
) -> Response:
    """The page in the language that is asked for; or why it is not made."""
    page = _page(request, dataset, {LANGUAGE: sorted(languages(), key=lambda code: code != ENGLISH), **own})
    with spoken_in(page.own[LANGUAGE]):
        try:
            return make(page)
        except (NoChartError, NoBriefError) as error:
            return json_response({"error": {"message": str(error)}}, status_code=404)
        except TooManyError:
            words = _("Many pages are being made at this moment. Please try again in a minute.")
            response = json_response({"error": {"message": words}}, status_code=429)
            response.headers["Retry-After"] = str(RETRY_AFTER)
            return response


@from_sound_tables
def brief(request: Request, dataset: Dataset) -> Response:
    """The first page on one sheet."""

    def make(page: Page) -> Response:
        body = _brief(dataset, page.query, cast(Paper, page.own[PAPER]), page.address(""))
        return _file(request, page, body, media_type=PDF, kind="brief", extension="pdf")

    return _made(request, dataset, {PAPER: PAPERS}, make)


@from_sound_tables
def handout(request: Request, dataset: Dataset) -> Response:
    """A view on paper."""

    def make(page: Page) -> Response:
        body = _handout(dataset, page.query, cast(Paper, page.own[PAPER]), page.address("explore"))
        return _file(request, page, body, media_type=PDF, kind="handout", extension="pdf")

    return _made(request, dataset, {PAPER: PAPERS}, make)


def _picture_of(extension: str, request: Request, dataset: Dataset) -> Response:
    own = {SIZE: SIZES, CHART: (*CHARTS, NUMBERS), LEVEL: ("", *levels_of(dataset))}

    def make(page: Page) -> Response:
        chart, size, level = (page.own[name] for name in (CHART, SIZE, LEVEL))
        if level and chart not in OF_PLACES:
            problem = f"does not fit the chart `{chart}`"
            raise ParameterError(parameter=LEVEL, value=level, problem=problem, allowed=OF_PLACES)
        body = _picture(Asked(dataset=dataset, query=page.query, level=level), chart, size, extension)
        media_type = PNG if extension == "png" else SVG
        return _file(request, page, body, media_type=media_type, kind=chart, extension=extension)

    return _made(request, dataset, own, make)


picture_as_png = from_sound_tables(partial(_picture_of, "png"))
picture_as_svg = from_sound_tables(partial(_picture_of, "svg"))


def _file(
    request: Request, page: Page, body: bytes, *, media_type: str, kind: str, extension: str
) -> Response:
    name = question_file_name(page.dataset, page.query, kind=kind, extension=extension)
    return file_response(request, body, media_type=media_type, file_name=name, is_shown=True)


@cached_words
def _brief(dataset: Dataset, query: Query, paper: Paper, address: str) -> bytes:
    with _turn():
        return brief_pdf(dataset, query, paper=paper, address=address)


@cached_words
def _handout(dataset: Dataset, query: Query, paper: Paper, address: str) -> bytes:
    with _turn():
        return handout_pdf(dataset, query, paper=paper, address=address)


@cached_words
def _picture(asked: Asked, chart: str, size: str, extension: str) -> bytes:
    is_png = extension == "png"
    with _turn():
        if chart == NUMBERS:
            return (numbers_png if is_png else numbers_svg)(asked.dataset, asked.query, SIZES[size])
        shown = CHARTS[chart](asked)
        return (picture_png if is_png else picture_svg)(shown, SIZES[size])
