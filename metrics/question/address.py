"""One codec for links and the API: a question as parameters of an address, and back.

Codes and never labels, and every parameter written out, so that a link keeps its meaning when a default
or a translation changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final
from urllib.parse import urlencode

from metrics.counts.small_tables import event_days
from metrics.language.wording import ENGLISH, language
from metrics.query.invalid_query import ParameterError, shortened
from metrics.query.query import Grain, Measure, Query
from metrics.question.allowed import allowed_codes, check_question, kinds_of, last_recorded
from validation import Dataset

LATEST: Final = "latest"
REPEATED: Final = ("metric", "place")
CLOCKS: Final = ("known_on", "edition")
SINGLE: Final = (
    "measure",
    "grain",
    "from",
    "to",
    "known_on",
    "edition",
    "counted_by",
    "group",
    "sex",
    "age",
    "detail",
)
PARAMETERS: Final = (*REPEATED, *SINGLE)
# Written only where they are set: without them a question is about totals from the usual origin, about no
# event, and about all documents.
NARROWING: Final = ("since", "event", "source")
ALLOWED: Final = (*PARAMETERS, *NARROWING)
# Added to links by mail programs, social networks and advertisers; they ask for nothing.
TRACKING: Final = re.compile(
    r"utm_\w+|mc_[ce]id|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|yclid|igshid|igsh"
    r"|li_fat_id|_gl|_ga|_hsenc|_hsmi|mkt_tok|vero_id|oly_\w+_id|ref_src|ref_url",
    re.IGNORECASE,
)
# The names of parameters that a question has under another name.
RENAMED: Final = {"metric": "metrics", "place": "places", "from": "start", "to": "end"}
FIELDS: Final = {name: RENAMED.get(name, name) for name in ALLOWED}
# The language of the reader: no part of a question, since no count depends on it.
LANGUAGE: Final = "lang"
ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Longest list of metrics or places in one question: more than there are of either, less than an attack.
MOST_VALUES: Final = 100


def parameters_of(query: Query) -> list[tuple[str, str]]:
    """The question as parameters in one order: all of them, and what narrows it where it is narrowed."""
    return [
        *(("metric", metric) for metric in query.metrics),
        *(("place", place) for place in query.places),
        ("measure", str(query.measure)),
        ("grain", str(query.grain)),
        ("from", query.start.isoformat()),
        ("to", _day_or_latest(query.end)),
        ("known_on", _day_or_latest(query.known_on)),
        ("edition", _day_or_latest(query.edition)),
        ("counted_by", query.counted_by),
        ("group", query.group),
        ("sex", query.sex),
        ("age", query.age),
        ("detail", query.detail),
        *((name, getattr(query, name)) for name in NARROWING if getattr(query, name)),
    ]


def address_of(query: Query) -> str:
    """The question as the part of an address after the question mark."""
    return urlencode(parameters_of(query))


def in_readers_language(address: str) -> str:
    """The address of a page, so that it opens in the language that is spoken now; English needs no word."""
    code = language.get()
    if code == ENGLISH:
        return address
    return f"{address}{'&' if '?' in address else '?'}{LANGUAGE}={code}"


def without_language(address: str) -> str:
    """The address as it was before `in_readers_language`."""
    return re.sub(rf"[?&]{LANGUAGE}=[a-z]+$", "", address)


def has_address(query: Query) -> bool:
    """Whether an address can ask the question: one of thousands of places would be refused."""
    return max(len(query.metrics), len(query.places)) <= MOST_VALUES


def address_of_clocks(query: Query, **more: str) -> str:
    """An address that asks for the question's days alone, and what a page of its own needs beside them."""
    clocks = [(name, day) for name, day in parameters_of(query) if name in CLOCKS]
    return urlencode([*clocks, *more.items()])


def _day_or_latest(day: date | None) -> str:
    return LATEST if day is None else day.isoformat()


def read_parameters(pairs: Iterable[tuple[str, str]], *, dataset: Dataset, today: date) -> Query:
    """The question that the parameters ask; what they leave out comes from `dataset.toml`.

    Raises ParameterError for a name that is not a parameter, a value that is not allowed, a single
    parameter given twice, and a day in the future: what will be known then cannot be promised now.
    """
    return _read(tuple(pairs), dataset, today)


# A page reads its address several times at every rerun, and many readers read the same ones.
def _read(pairs: tuple[tuple[str, str], ...], dataset: Dataset, today: date) -> Query:
    query = _completed(_collected(pairs), dataset, latest_day=max(today, last_recorded(dataset)))
    check_question(dataset, query)
    return query


def short_address_of(dataset: Dataset, query: Query) -> str:
    """The question without what it leaves to the defaults of `dataset.toml`, for links that go on.

    The metric is always said: a page may begin with another one where nothing is asked. `address_of` has all
    parameters: a citation must not depend on defaults.
    """
    given: dict[str, list[str]] = {"metric": list(query.metrics)}
    if query.event:
        given["event"] = [query.event]
    usual = _completed(given, dataset, latest_day=date.max)
    own = {
        "metrics",
        "event",
        *(name for name in FIELDS.values() if getattr(query, name) != getattr(usual, name)),
    }
    return urlencode([pair for pair in parameters_of(query) if FIELDS.get(pair[0], pair[0]) in own])


def _completed(given: dict[str, list[str]], dataset: Dataset, *, latest_day: date) -> Query:
    """The question with the defaults of `dataset.toml`, as far as it can be told from its own words."""
    defaults = dataset.settings.defaults
    metrics = _unique(given.get("metric", [defaults.metric]))
    for metric in metrics:
        _one_of("metric", metric, allowed_codes(dataset)["metric"])
    event = _one_of("event", _single(given, "event", ""), allowed_codes(dataset)["event"])
    usual_measure = str(Measure.HAPPENED) if event else default_measure(dataset, metrics)
    return Query(
        metrics=metrics,
        places=_unique(given.get("place", [defaults.place])),
        measure=Measure(_one_of("measure", _single(given, "measure", usual_measure), Measure)),
        grain=Grain(_one_of("grain", _single(given, "grain", defaults.grain), Grain)),
        start=_day(given, "from", None, latest_day) or _usual_start(dataset, event),
        end=_day(given, "to", defaults.end, latest_day),
        known_on=_day(given, "known_on", defaults.known_on, latest_day),
        edition=_day(given, "edition", defaults.edition, latest_day),
        counted_by=_single(given, "counted_by", defaults.counted_by),
        group=_single(given, "group", defaults.group),
        sex=_single(given, "sex", defaults.sex),
        age=_single(given, "age", defaults.age),
        detail=_single(given, "detail", defaults.detail),
        since=_since(dataset, _single(given, "since", "")),
        event=event,
        source=_single(given, "source", ""),
    )


def _since(dataset: Dataset, day: str) -> str:
    """The origin that is asked for; empty for the usual one, so that a question has one address."""
    return "" if day == dataset.settings.origin.isoformat() else day


def _usual_start(dataset: Dataset, event: str) -> date:
    """Where no day is given: the default, or the day of an event that was before it."""
    start = dataset.settings.defaults.start
    return min(start, event_days(dataset)[event]) if event else start


def default_measure(dataset: Dataset, metrics: tuple[str, ...]) -> str:
    """The measure where none is given: by whether the first metric is a stock or a flow."""
    kind = kinds_of(dataset)[metrics[0]]
    defaults = dataset.settings.defaults
    return defaults.measure_of_stock if kind == "stock" else defaults.measure_of_flow


def _collected(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in ALLOWED:
            raise ParameterError(
                parameter=name, value=value, problem="is not a parameter of a question", allowed=ALLOWED
            )
        given.setdefault(name, []).append(value)
    for name, values in given.items():
        _check_number_of_values(name, values)
    return given


def _check_number_of_values(name: str, values: list[str]) -> None:
    if name not in REPEATED and len(values) > 1:
        raise ParameterError(
            parameter=name, value=", ".join(values), problem="is given more than once", allowed=("one value",)
        )
    if len(values) > MOST_VALUES:
        raise ParameterError(
            parameter=name,
            value=f"{len(values)} values",
            problem=f"is given {len(values)} times",
            allowed=(f"up to {MOST_VALUES} values",),
        )


def _unique(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _single(given: dict[str, list[str]], name: str, default: str) -> str:
    return given.get(name, [default])[0]


def _one_of(name: str, value: str, allowed: Iterable[str]) -> str:
    codes = tuple(map(str, allowed))
    if value not in codes:
        raise ParameterError(
            parameter=name,
            value=value,
            problem=f"has the unknown value `{shortened(value)}`",
            allowed=tuple(filter(None, codes)),
        )
    return value


def _day(given: dict[str, list[str]], name: str, default: date | None, latest_day: date) -> date | None:
    if name not in given:
        return default
    text = given[name][0]
    if text == LATEST and name != "from":
        return None
    day = iso_day(text)
    allowed = ("a day as YYYY-MM-DD",) if name == "from" else ("a day as YYYY-MM-DD", LATEST)
    if day is None:
        raise ParameterError(
            parameter=name, value=text, problem=f"is no day: `{shortened(text)}`", allowed=allowed
        )
    if day > latest_day:
        raise ParameterError(
            parameter=name, value=text, problem=f"is {text}, a day in the future", allowed=allowed
        )
    return day


def iso_day(text: str) -> date | None:
    """The day that is written in full in ISO form; None where there is none."""
    if not ISO_DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
