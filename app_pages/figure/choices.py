"""A question's choices inside its figure: menus, places and time, what is set, and ways out of nothing.

    choices = Choices(question, query)          # after question.apply()
    show(drawn(draw, answer), answer, key="explore", choices=choices)

Places and time are shown by the browser before the server has answered: it fetches, once for all choices,
every series of the same question (charts/over_time/whole.py) and selects from it. What was chosen comes back
here, and the rerun that follows brings everything else.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from app_pages.assets.assets import FOR_A_YEAR
from app_pages.assets.version import VERSION
from app_pages.figure.reader import look
from app_pages.question.chips import chips
from app_pages.question.menus import LABELS, REASONS, measure_explained, menus
from app_pages.question.places import MOST_PLACES, places_found
from app_pages.question.question import Question
from app_pages.question.ways_out import ways_out
from charts.canvas.theme import Look, Scheme
from charts.over_time.whole import whole
from metrics.answer.answering import answer_for
from metrics.counts.current_tables import current_snapshot, today
from metrics.language.phrasing import counted, short_day
from metrics.language.wording import _, language, languages, spoken_in
from metrics.offered.choosing import with_choice
from metrics.offered.figures import figures_of
from metrics.offered.offers import Why, offers
from metrics.offered.times import times_offered
from metrics.query.caching import cached_words
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import LATEST, address_of, read_parameters
from validation import Dataset

PATH: Final = "/figures/whole"
# The browser holds the series of so many places, for choices to come; of others it waits for the server.
MOST_HELD: Final = 60
# What the address says beside the question: for which screen, and of what the figures are made.
BESIDE_THE_QUESTION: Final = ("scheme", "narrow", "digest", "software", "language")
TURN: Final = "choices/turn"


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
        """What may be chosen, and which of the browser's choices this answers."""
        offered = _offered(self.question.dataset, self.query, look().scheme)
        return Offered(data={**offered.data, "turn": st.session_state.get(TURN, 0)})

    def take(self, sent: Any) -> None:
        """What was chosen in the browser becomes what the question asks; nonsense is left alone.

        Whether the question makes sense is not looked at here: one that makes none is refused like any other.
        """
        if not isinstance(sent, Mapping):
            return
        if isinstance(sent.get("turn"), int):
            st.session_state[TURN] = sent["turn"]
        asked = _asked(self.question.dataset, self.query, sent)
        if asked is not None:
            self.question.ask_on_rerun(asked)


def _asked(dataset: Dataset, query: Query, sent: Mapping[str, Any]) -> Query | None:
    """The question that a choice asks: an address as a whole, or the one on the page with a choice more."""
    try:
        if isinstance(sent.get("ask"), str):
            pairs = parse_qsl(sent["ask"], keep_blank_values=True)
            return read_parameters(pairs, dataset=dataset, today=today())
        query = _of_selection(dataset, query, sent)
        choice = sent.get("choose")
        if choice is not None:
            parameter, code = map(str, choice)
            return with_choice(dataset, query, parameter, code)
    except (ParameterError, ValueError, KeyError, TypeError):
        return None
    return query


def _of_selection(dataset: Dataset, query: Query, sent: Mapping[str, Any]) -> Query:
    places = sent.get("places")
    if isinstance(places, list) and places and all(isinstance(place, str) for place in places):
        query = replace(query, places=tuple(places))
    for parameter in ("from", "to"):
        if isinstance(sent.get(parameter), str):
            query = with_choice(dataset, query, parameter, sent[parameter])
    return query


@cached_words
def _offered(dataset: Dataset, query: Query, scheme: Scheme) -> Offered:
    figures = figures_of(dataset, query)
    held = _held(dataset, query)
    times = times_offered(dataset, query)
    data = {
        "selection": {
            "places": list(query.places),
            "from": query.start.isoformat(),
            "to": LATEST if query.end is None else query.end.isoformat(),
        },
        "menus": menus(dataset, query),
        "explained": measure_explained(dataset, query),
        "places": places_found(dataset, query),
        "from": _days({*times.starts, query.start}, times.starts_with_figures),
        "to": _days({*times.ends, *filter(None, (query.end,))}, times.ends_with_figures)[::-1],
        "latest": [LATEST, _("latest"), True],
        "chips": [
            [one.text, address_of(one.without) if one.without else ""] for one in chips(dataset, query)
        ],
        "figures": str(counted("{count} figure", "{count} figures", figures)) if figures else "",
        "ways": []
        if figures
        else [[words, address_of(nearest)] for words, nearest in ways_out(dataset, query)],
        "whole": _address_of_whole(dataset, query, held, scheme) if held else None,
        "words": _words(),
    }
    return Offered(data=data)


def _days(days: Collection[date], with_figures: Collection[date]) -> list[list[Any]]:
    """Days as they are offered, oldest first: the code, its words, and whether it leaves a figure."""
    return [[one.isoformat(), short_day(one), one in with_figures] for one in sorted(days)]


def _words() -> dict[str, str]:
    return {
        "place": _(LABELS["place"]),
        "find": _("Find a place"),
        "none": _("No place has a name with these letters."),
        "first": _("Type more letters: only the first {count} are listed.").format(count=MOST_PLACES),
        "from": _(LABELS["from"]),
        "to": _(LABELS["to"]),
        "more": _("More filters"),
        "chips": _("What is shown"),
        "remove": _("Remove"),
        "nothing": _("No figures for this selection."),
        "nearest": _("Nearest with figures:"),
        "unavailable": _(REASONS[Why.NONE]),
        "updating": _("Updating …"),
    }


def _held(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """The places whose series the browser holds: those with figures at any time, in the order of the tables.

    At any time, so that the same series serve whatever time is chosen.
    """
    ever = [offer.code for offer in offers(dataset, query)["place"] if offer.why in (None, Why.OTHER_TIME)]
    return tuple(ever[:MOST_HELD])


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
        words = _("The data or the software has changed. Please reload the page.")
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
