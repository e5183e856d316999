"""Files that are made of an answer, each with an address: what a reader takes away, a program can fetch.

They take the parameters of a series, `lang`, and those that an export declares for itself. What is made is
kept as other results are, within their budget of bytes, and readers who ask the same at once wait for one
making. Few are made at a time, and few may wait: a burst of new questions gets 429, and the pages go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from threading import BoundedSemaphore
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.api_errors import from_sound_tables
from api.responses import file_response, json_response
from exports.addresses import CHART
from exports.file_names import question_file_name
from exports.nothing import NothingToTakeError
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import today
from metrics.language.wording import ENGLISH, languages, spoken_in
from metrics.query.caching import cached
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import LANGUAGE, read_parameters, short_address_of
from validation import Dataset

MADE_AT_ONCE: Final = 2  # one for each processor of a small server
INSIDE_AT_ONCE: Final = 24  # of the forty threads of the server: the others go on with what is made already
WAIT: Final = 10  # seconds that a request waits for its turn
Choices = Callable[[Dataset], Mapping[str, tuple[str, ...]]]
NOT_FOUND: Final = 404
TOO_MANY: Final = 429
SECONDS_TO_WAIT: Final = 5


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """All that a file is made of.

    host: where the addresses in it begin, with its slash.
    day: on which it is asked for; files say how old their figures are.
    own: the values of the export's own parameters.
    """

    dataset: Dataset
    query: Query
    host: str
    day: date
    language: str = ENGLISH
    own: tuple[tuple[str, str], ...] = ()

    def address(self, page: str) -> str:
        """Where a page of ours shows the question, on paper that cannot follow what is published later."""
        as_known = replace(self.query, known_on=clocks_of(self.dataset, self.query).known_on)
        return f"{self.host}{page}?{short_address_of(self.dataset, as_known)}"

    def choice(self, name: str) -> str:
        """The value of one of the export's own parameters."""
        return dict(self.own)[name]


def _no_choices(_dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    return {}


@dataclass(frozen=True, kw_only=True)
class Export:
    """A kind of file: its name in the address, its media type, and what makes it.

    choices: the parameters of its own, with the values that each takes for these tables; the first is usual.
    is_shown: a browser shows it, and does not save it at once.
    """

    name: str
    media_type: str
    make: Callable[[Wanted], bytes]
    choices: Choices = _no_choices
    is_shown: bool = False

    @property
    def kind(self) -> str:
        """What its files are."""
        return self.name.rpartition(".")[0]

    @property
    def ending(self) -> str:
        """The ending of its files' names."""
        return self.name.rpartition(".")[2]


class BusyError(Exception):
    """As many files are being made as may be."""


_makers: Final = BoundedSemaphore(MADE_AT_ONCE)
_inside: Final = BoundedSemaphore(INSIDE_AT_ONCE)


def export_route(export: Export) -> Route:
    """Where the files of a kind are fetched."""

    @from_sound_tables
    def endpoint(request: Request, dataset: Dataset) -> Response:
        try:
            with _place_inside():
                wanted = wanted_of(request, dataset, export.choices(dataset))
                body = _made(export, wanted)
        except BusyError:
            return _too_many()
        except NothingToTakeError as error:
            return json_response({"error": {"message": str(error)}}, status_code=NOT_FOUND)
        name = _file_name(export, wanted)
        return file_response(
            request, body, media_type=export.media_type, file_name=name, is_shown=export.is_shown
        )

    return Route(f"/{export.name}", endpoint)


@contextmanager
def _place_inside() -> Iterator[None]:
    if not _inside.acquire(blocking=False):
        raise BusyError
    try:
        yield
    finally:
        _inside.release()


def wanted_of(request: Request, dataset: Dataset, choices: Mapping[str, tuple[str, ...]]) -> Wanted:
    """The question of a request, and the values of the parameters beside it.

    Raises ParameterError for a value that is not allowed, and for one of these that is given twice.
    """
    pairs = request.query_params.multi_items()
    allowed = {LANGUAGE: (ENGLISH, *sorted(languages() - {ENGLISH})), **choices}
    given = {name: _choice(pairs, name, values) for name, values in allowed.items()}
    question = [pair for pair in pairs if pair[0] not in allowed]
    return Wanted(
        dataset=dataset,
        query=read_parameters(question, dataset=dataset, today=today()),
        host=str(request.base_url),
        day=today(),
        language=given.pop(LANGUAGE),
        own=tuple(given.items()),
    )


def _choice(pairs: list[tuple[str, str]], name: str, allowed: tuple[str, ...]) -> str:
    values = [value for given, value in pairs if given == name] or [allowed[0]]
    if len(values) > 1:
        problem = f"is given {len(values)} times, but can be given once"
        raise ParameterError(parameter=name, value=", ".join(values), problem=problem, allowed=allowed)
    if values[0] not in allowed:
        problem = f"has the unknown value {values[0]!r}"
        raise ParameterError(parameter=name, value=values[0], problem=problem, allowed=allowed)
    return values[0]


@cached
def _made(export: Export, wanted: Wanted) -> bytes:
    with _turn(), spoken_in(wanted.language):
        return export.make(wanted)


@contextmanager
def _turn() -> Iterator[None]:
    """A turn to make a file; raises BusyError where others are before it for too long."""
    if not _makers.acquire(timeout=WAIT):
        raise BusyError
    try:
        yield
    finally:
        _makers.release()


def _file_name(export: Export, wanted: Wanted) -> str:
    kind = dict(wanted.own).get(CHART, export.kind)
    return question_file_name(wanted.dataset, wanted.query, kind=kind, extension=export.ending)


def _too_many() -> Response:
    message = f"The server is making as many files as it can. Try again in {SECONDS_TO_WAIT} seconds."
    response = json_response({"error": {"message": message}}, status_code=TOO_MANY)
    response.headers["Retry-After"] = str(SECONDS_TO_WAIT)
    return response
