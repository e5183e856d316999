"""What is set in a question, in words: a chip for each filter, with the question without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app_pages.question.menus import LABELS, names_for
from app_pages.words.names import metric_names, part_name
from metrics.counts.small_tables import events_of
from metrics.counts.table_rows import all_documents, all_organisations
from metrics.language.phrasing import short_day
from metrics.language.wording import _
from metrics.offered.choosing import with_choice
from metrics.query.query import Query
from metrics.question.address import LATEST
from validation import Dataset

PARTS: Final = ("group", "sex", "age", "detail")


@dataclass(frozen=True, kw_only=True)
class Chip:
    """A filter in words, with the parameter that it sets.

    without: the question without it; None for one that every question has.
    """

    text: str
    parameter: str
    without: Query | None = None


def chips(dataset: Dataset, query: Query) -> tuple[Chip, ...]:
    """The filters of a question, without its places: what is compared, time, counter, parts, days."""
    return (
        *_compared(dataset, query),
        _period(dataset, query),
        _counter(dataset, query),
        *_parts(dataset, query),
        *_narrowing(dataset, query),
        *_clocks(dataset, query),
    )


def _compared(dataset: Dataset, query: Query) -> Iterator[Chip]:
    names = metric_names(dataset)
    for metric in query.metrics if len(query.metrics) > 1 else ():
        rest = tuple(one for one in query.metrics if one != metric)
        yield Chip(text=names[metric], parameter="metric", without=replace(query, metrics=rest))


def _period(dataset: Dataset, query: Query) -> Chip:
    defaults = dataset.settings.defaults
    words = _("Since {day}").format(day=short_day(query.start))
    if query.end:
        words = _short_period(query.start, query.end)
    is_usual = (query.start, query.end) == (defaults.start, defaults.end)
    usual = replace(query, start=defaults.start, end=defaults.end)
    return Chip(text=words, parameter="from", without=None if is_usual else usual)


def _short_period(first: date, last: date) -> str:
    if first == last:
        return short_day(first)
    return _("{first} to {last}").format(first=short_day(first), last=short_day(last))


def _counter(dataset: Dataset, query: Query) -> Chip:
    usual = dataset.settings.defaults.counted_by
    words = _("Counted by: {counter}").format(counter=all_organisations(dataset)[query.counted_by].called)
    is_usual = query.counted_by == usual
    without = None if is_usual else replace(query, counted_by=usual)
    return Chip(text=words, parameter="counted_by", without=without)


def _parts(dataset: Dataset, query: Query) -> Iterator[Chip]:
    for name in PARTS:
        usual = getattr(dataset.settings.defaults, name)
        code = getattr(query, name)
        if code != usual:
            without = replace(query, **{name: usual})
            yield Chip(text=part_name(dataset, code), parameter=name, without=without)


def _narrowing(dataset: Dataset, query: Query) -> Iterator[Chip]:
    if query.since:
        words = names_for(dataset, "since")(query.since)
        yield Chip(text=words, parameter="since", without=replace(query, since=""))
    events = [event.label for event in events_of(dataset) if event.event_id == query.event]
    for label in events:
        words = _("Only: {what}").format(what=label)
        yield Chip(text=words, parameter="event", without=with_choice(dataset, query, "event", ""))
    if query.source:
        title = all_documents(dataset)[query.source].called
        words = _("Only: {what}").format(what=title)
        yield Chip(text=words, parameter="source", without=replace(query, source=""))


def _clocks(dataset: Dataset, query: Query) -> Iterator[Chip]:
    for name in ("known_on", "edition"):
        day = getattr(query, name)
        if day is not None:
            label = _(LABELS[name])
            words = f"{label}: {short_day(day)}"
            yield Chip(text=words, parameter=name, without=with_choice(dataset, query, name, LATEST))
