"""Where a question has no figure: the nearest ones that have some, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from app_pages.question.menus import names_for
from app_pages.words.names import place_in_sentence
from metrics.language.phrasing import number, period, short_day
from metrics.language.wording import N_, _
from metrics.offered.nearest import Nearest, nearest
from metrics.query.caching import cached_words
from metrics.query.query import Query
from validation import Dataset

WITHOUT: Final = {
    "source": N_("From all documents"),
    "known_on": N_("As known today"),
    "edition": N_("From the latest edition of the data"),
    "event": N_("Not only for this event"),
    "filters": N_("Without these filters"),
}
PARTS: Final = ("group", "sex", "age", "detail")


@cached_words
def ways_out(dataset: Dataset, query: Query) -> list[tuple[str, Query]]:
    """The nearest questions with figures, each with the words for the button that asks it."""
    return [(_in_words(dataset, query, one), one.query) for one in nearest(dataset, query)]


def _in_words(dataset: Dataset, asked: Query, one: Nearest) -> str:
    name, *others = one.changed
    words = _("All dates") if name == "all" else _change(dataset, asked, one.query, name)
    if "time" in others and name != "all":
        words = _("{change}, {time}").format(change=words, time=_time(one.query))
    return _("{change} ({figures})").format(change=words, figures=number(one.figures))


def _change(dataset: Dataset, asked: Query, query: Query, name: str) -> str:
    if name == "time":
        return _time(query)
    if name in WITHOUT:
        return _(WITHOUT[name])
    if name in PARTS:
        part = names_for(dataset, name)(getattr(asked, name))
        return _("Without the filter “{part}”").format(part=part)
    return _OTHERS[name](dataset, query)


def _time(query: Query) -> str:
    if query.end is None or query.start == query.end:
        return short_day(query.start)
    return period(query.start, query.end)


def _named(name: str, words: str) -> Callable[[Dataset, Query], str]:
    """Words with the name of what the parameter is in the nearest question."""

    def in_words(dataset: Dataset, query: Query) -> str:
        return _(words).format(name=names_for(dataset, name)(str(getattr(query, name))))

    return in_words


def _metric(dataset: Dataset, query: Query) -> str:
    name = names_for(dataset, "metric")(query.metrics[0])
    return _("{metric} in {place}").format(metric=name, place=place_in_sentence(dataset, query.places[0]))


def _place(dataset: Dataset, query: Query) -> str:
    return _("All of {place}").format(place=place_in_sentence(dataset, query.places[0]))


_OTHERS: Final[Mapping[str, Callable[[Dataset, Query], str]]] = {
    "grain": _named("grain", N_("Group by: {name}")),
    "measure": _named("measure", N_("Measure: {name}")),
    "counted_by": _named("counted_by", N_("Counted by: {name}")),
    "since": _named("since", N_("Counted {name}")),
    "place": _place,
    "metric": _metric,
}
