"""The table of all places: count, rate, day and document of each, also of those without a count."""

from __future__ import annotations

from typing import Final

from app_pages.words.names import capitalised, kind_name, kind_names
from app_pages.words.words import Cell, Line, Table, Words
from exports.numbers import value_of
from exports.row_sentences import with_later_bound
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.counts.levels import Level
from metrics.headline.newest_of_places import Newest, newest_of_each_place
from metrics.language.phrasing import number, short_day
from metrics.language.wording import _
from metrics.number.sentence import Choice, Sentence
from metrics.query.caching import cached_words

# More rows are searched, not read.
MOST_ROWS: Final = 100


@cached_words
def regional_table(answer: Answer, rates: Answer | None, level: Level, *, wanted: str = "") -> Words:
    """Every place with its count, its document, and where there are any its rate; its name chooses it.

    Of more than MOST_ROWS places the highest ones, among those whose name has the `wanted` letters in it.
    """
    newest = newest_of_each_place(answer)
    per_100k = newest_of_each_place(rates) if rates else {}
    found = _found(answer, newest, wanted)
    rows = tuple(
        (
            Sentence((Choice(text=answer.places[place].name, code=place),)),
            _count(answer, newest.get(place)),
            *(_rate(rates, per_100k.get(place)) for _column in filter(None, (rates,))),
            *_printed(newest.get(place)),
        )
        for place in found[:MOST_ROWS]
    )
    rate = (_("Per 100,000"),) if rates else ()
    head = (capitalised(kind_name(level.kind)), _("Figure"), *rate, _("Date"), _("Document"))
    numeric = tuple(range(1, 2 + len(rate)))
    label = every_place(level)
    return Words(
        (*_said(answer, found, level), Table(label=label, head=head, rows=rows, numeric=numeric))
        if rows
        else (Line(text=_("No {place} has a name with these letters.").format(place=kind_name(level.kind))),)
    )


def every_place(level: Level) -> str:
    """The heading of the table."""
    return _("Every {place}").format(place=kind_name(level.kind))


def is_searched(level: Level) -> bool:
    """Whether there are more places than a table shows at once."""
    return len(level.places) > MOST_ROWS


def _found(answer: Answer, newest: dict[str, Newest], wanted: str) -> list[str]:
    """The places in the order of the tables; of many, those with the letters, the highest first."""
    places = list(answer.query.places)
    if len(places) <= MOST_ROWS:
        return places
    letters = wanted.strip().casefold()
    found = [place for place in places if letters in answer.places[place].name.casefold()]
    return sorted(found, key=lambda place: -_value(newest.get(place)))


def _value(newest: Newest | None) -> float:
    return -1 if newest is None or newest.row.value is None else newest.row.value


def _said(answer: Answer, found: list[str], level: Level) -> tuple[Line, ...]:
    """How many places the table shows, where it does not show all."""
    shown = min(len(found), MOST_ROWS)
    if shown == len(answer.query.places):
        return ()
    words = _("{shown} of {all} {places}, highest figures first.").format(
        shown=number(shown), all=number(len(answer.query.places)), places=kind_names(level.kind)
    )
    return (Line(text=words, look="caption"),)


def _count(answer: Answer, newest: Newest | None) -> Cell:
    if newest is None:
        return _("no figure")
    return with_later_bound(Sentence((value_of(answer, newest.row),)), answer, newest.later_bound)


def _rate(rates: Answer | None, newest: Newest | None) -> Cell:
    return "" if rates is None or newest is None else Sentence((value_of(rates, newest.row),))


def _printed(newest: Newest | None) -> tuple[str, str]:
    row: Row | None = None if newest is None else newest.row
    if row is None or row.period_end is None:
        return "", ""
    return short_day(row.period_end), row.source_id
