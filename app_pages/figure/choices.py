"""Places and time, chosen inside a figure: the browser shows them before the server has answered.

    choices = Choices(question, query)          # after question.apply()
    show(drawn(draw, answer), answer, key="explore", choices=choices)

The browser fetches, once for all choices, every series of the same question (charts/over_time/whole.py) and
selects from it. What was chosen comes back here, and the rerun that follows brings everything else.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from app_pages.assets.assets import FOR_A_YEAR
from app_pages.assets.version import VERSION
from app_pages.figure.reader import look
from app_pages.question.question import Question
from app_pages.words.names import place_names
from charts.canvas.theme import Look, Scheme
from charts.over_time.whole import whole
from metrics.answer.answering import answer_for
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import current_snapshot, today
from metrics.counts.levels import wholes_of
from metrics.counts.listings import places_counted
from metrics.counts.table_rows import all_places
from metrics.language.phrasing import short_day
from metrics.language.wording import _, language, languages, spoken_in
from metrics.query.caching import cached_per_dataset, cached_words
from metrics.query.invalid_query import ParameterError
from metrics.query.periods import bounds_between
from metrics.query.query import Grain, Query
from metrics.question.address import LATEST, address_of, read_parameters
from validation import Dataset

PATH: Final = "/figures/whole"
# More buttons than this are no choice; the other places are found by letters of their names.
MOST_BUTTONS: Final = 60
# More than this are no list to scroll through.
MOST_LISTED: Final = 100
# What the address says beside the question: for which screen, and of what the figures are made.
BESIDE_THE_QUESTION: Final = ("scheme", "narrow", "digest", "software", "language")


@dataclass(frozen=True, eq=False, kw_only=True)
class Offered:
    """All that the browser needs to offer the choices of a question, and where it finds every series."""

    data: Mapping[str, Any]


class Choices:
    """What may be chosen inside a figure, what is chosen, and what the browser's choice does."""

    def __init__(self, question: Question, query: Query) -> None:
        self.question = question
        self.query = query

    def offered(self) -> Offered:
        """What may be chosen; the same object for all readers who ask the same question on such a screen."""
        return _offered(self.question.dataset, self.query, look().scheme)

    def take(self, sent: Any) -> None:
        """What was chosen in the browser becomes what the question asks; nonsense is left alone.

        Codes and days are not looked at here: a question that makes no sense is refused like any other.
        """
        if not isinstance(sent, Mapping):
            return
        places = sent.get("places")
        if isinstance(places, list) and places and all(isinstance(place, str) for place in places):
            self.question.set_on_rerun("place", places)
        for parameter in ("from", "to"):
            if isinstance(sent.get(parameter), str):
                self.question.set_on_rerun(parameter, [sent[parameter]])


@cached_words
def _offered(dataset: Dataset, query: Query, scheme: Scheme) -> Offered:
    counted = with_buttons(dataset, places_counted(dataset, query))
    others = [place for place in dataset.places["place"] if place not in {*counted, *query.places}]
    names = place_names(dataset)
    is_searched = len(others) > MOST_LISTED
    told_apart = names_told_apart(dataset) if is_searched else names
    starts, ends = _bounds(dataset, query)
    data = {
        "selection": {
            "places": list(query.places),
            "from": query.start.isoformat(),
            "to": LATEST if query.end is None else query.end.isoformat(),
        },
        "places": [[place, names[place]] for place in dict.fromkeys([*counted, *query.places])],
        "others": [[place, told_apart[place]] for place in others],
        "searched": is_searched,
        "from": [[day.isoformat(), short_day(day)] for day in starts],
        "to": [[day.isoformat(), short_day(day)] for day in reversed(ends)],
        "latest": [LATEST, _("latest")],
        "whole": _address_of_whole(dataset, query, counted, scheme) if counted else None,
        "words": {
            "places": _("Where"),
            "other": _("Find another place …") if is_searched else _("Another place …"),
            "from": _("From"),
            "to": _("To"),
            "updating": _("Updating …"),
        },
    }
    return Offered(data=data)


def with_buttons(dataset: Dataset, counted: tuple[str, ...]) -> tuple[str, ...]:
    """The counted places that get a button: all; of very many those of whole upper levels."""
    depths = {place: len(wholes_of(all_places(dataset), place)) for place in counted}
    shown: tuple[str, ...] = ()
    for deepest in sorted(set(depths.values())):
        within = tuple(place for place in counted if depths[place] <= deepest)
        if len(within) > MOST_BUTTONS:
            break
        shown = within
    return shown


@cached_per_dataset
def names_told_apart(dataset: Dataset) -> Mapping[str, str]:
    """The names of the places, with what they lie in where two have one name."""
    names = place_names(dataset)
    places = all_places(dataset)
    several = {name for name, times in Counter(names.values()).items() if times > 1}
    return {
        code: f"{name} ({names.get(places[code].parent, code)})" if name in several else name
        for code, name in names.items()
    }


def _bounds(dataset: Dataset, query: Query) -> tuple[list[date], list[date]]:
    """First and last days of the buckets that may be chosen; as published, those of months.

    A bucket that is not over yet has no last day to choose: that is what "latest" is for.
    """
    end = clocks_of(dataset, replace(query, end=None)).end
    start = min(query.start, dataset.settings.defaults.start)
    grain = Grain.MONTH if query.grain is Grain.AS_PUBLISHED else query.grain
    firsts, lasts = bounds_between(start, end, grain, dataset.settings.reporting_year)
    return [max(first, start) for first in firsts], [last for last in lasts if last <= end]


def _address_of_whole(dataset: Dataset, query: Query, places: tuple[str, ...], scheme: Scheme) -> str:
    """The address of every series of the question; it names all that they depend on, for browsers keep it."""
    start = min(query.start, dataset.settings.defaults.start)
    everything = replace(query, places=places, start=start, end=None)
    # The browser adds whether its place is narrow.
    beside = {"scheme": scheme, **_versions(dataset, language.get())}
    return f"{PATH}?{address_of(everything)}&{urlencode(beside)}"


def _versions(dataset: Dataset, code: str) -> dict[str, str]:
    """The versions of tables and software, and the language: a figure changes with each of them."""
    return {"digest": dataset.digest[:16], "software": VERSION, "language": code}


def whole_routes() -> list[Route]:
    """Where the browser fetches every series of a question."""
    return [Route(PATH, _whole, methods=["GET"])]


def _whole(request: Request) -> Response:
    given = dict(request.query_params)
    dataset = current_snapshot().dataset
    code = given.get("language", "")
    if dataset is None or code not in languages() or not _versions(dataset, code).items() <= given.items():
        words = _("The counts or the software have changed since. Load the page again.")
        return PlainTextResponse(words, status_code=404, headers={"Cache-Control": "no-store"})
    pairs = [
        (name, value) for name, value in request.query_params.multi_items() if name not in BESIDE_THE_QUESTION
    ]
    try:
        query = read_parameters(pairs, dataset=dataset, today=today())
    except ParameterError as error:
        return PlainTextResponse(error.message, status_code=400)
    scheme: Scheme = "dark" if given.get("scheme") == "dark" else "light"
    seen = Look(scheme=scheme, narrow=given.get("narrow") == "1")
    with spoken_in(code):
        body = _body(dataset, query, seen)
    return Response(body, media_type="application/json", headers={"Cache-Control": FOR_A_YEAR})


@cached_words
def _body(dataset: Dataset, query: Query, seen: Look) -> bytes:
    return json.dumps(whole(answer_for(dataset, query), look=seen), separators=(",", ":")).encode()
