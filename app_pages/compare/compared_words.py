"""Sources side by side in words: the scope of each organisation, nearest dates, what belongs to each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from app_pages.words.names import metric_names, part_name, place_names
from app_pages.words.words import Block, Cell, Facts, Line, Table, Words
from exports.numbers import value_of
from metrics.counts.small_tables import names_of_organisations
from metrics.language.phrasing import counted, day
from metrics.language.wording import _, ngettext
from metrics.number.sentence import Link, Sentence, sentence_from
from metrics.organisations.comparable import Comparable, counters_left_out
from metrics.organisations.scopes import scope_in_words
from metrics.organisations.side_by_side import NearestPair, Side, nearest_pairs
from metrics.query.query import Query
from metrics.question.address import address_of
from validation import Dataset

ALL: Final = ("all", "")


def name_of_comparable(one: Comparable, dataset: Dataset) -> str:
    """What is counted, which people and where, and by how many organisations."""
    counted_thing, default = one.counted, dataset.settings.defaults
    parts = [part for part in (counted_thing.sex, counted_thing.age, counted_thing.detail) if part not in ALL]
    if counted_thing.group != default.group:
        parts.insert(0, counted_thing.group)
    what = ", ".join(
        [metric_names(dataset)[counted_thing.metric], *(part_name(dataset, part) for part in parts)]
    )
    organisations = ngettext("{count} organisation", "{count} organisations", len(one.counters))
    return _("{what}: {place} ({organisations})").format(
        what=what,
        place=place_names(dataset)[counted_thing.place],
        organisations=organisations.format(count=len(one.counters)),
    )


def scopes(dataset: Dataset, sides: tuple[Side, ...], query: Query, *, narrow: bool) -> Words:
    """Who counts, whom, where, since when, verified how: of each organisation, never folded away.

    On a phone one organisation is below the other, else they are in columns.
    """
    scopes_of_sides = [(side.name, scope_in_words(dataset, side)) for side in sides]
    left_out = [names_of_organisations(dataset)[code] for code in counters_left_out(dataset, query)]
    words = _(
        "Not shown, because their figures are for a set period, for one event, or from a different"
        " start day: {names}."
    )
    more = (Line(text=words.format(names="; ".join(left_out)), look="caption"),) if left_out else ()
    return Words((*(_stacked(scopes_of_sides) if narrow else _beside(scopes_of_sides)), *more))


def _stacked(scopes_of_sides: list[tuple[str, tuple[tuple[str, str], ...]]]) -> Iterator[Block]:
    for name, facts in scopes_of_sides:
        yield Line(text=name, tag="h3")
        yield Facts(facts=facts)


def _beside(scopes_of_sides: list[tuple[str, tuple[tuple[str, str], ...]]]) -> Iterator[Block]:
    terms = [term for term, _fact in scopes_of_sides[0][1]]
    rows = [
        (term, *(facts[position][1] for _name, facts in scopes_of_sides))
        for position, term in enumerate(terms)
    ]
    yield Table(
        label=_("The scope of each organisation's figures"),
        head=(_("Scope"), *(name for name, _facts in scopes_of_sides)),
        rows=tuple(rows),
    )


def nearest_dates(sides: tuple[Side, ...], *, narrow: bool) -> Words:
    """Each count of the others beside the nearest of the first; every number opens its card."""
    first = sides[0]
    if narrow:
        return Words(tuple(block for pair in nearest_pairs(sides) for block in _stacked_pair(pair)))
    table = Table(
        label=_("Nearest dates"),
        head=(
            _("Organisation"),
            _("Its figure"),
            _("Date"),
            _("Nearest figure from {name}").format(name=first.name),
            _("Date"),
            _("How near"),
        ),
        rows=tuple(_row(pair) for pair in nearest_pairs(sides)),
        numeric=(1, 3),
    )
    return Words((table,))


def _row(pair: NearestPair) -> tuple[Cell, ...]:
    own = Sentence((value_of(pair.side.answer, pair.row),))
    on = day(pair.row.day)
    if pair.nearest is None:
        return pair.side.name, own, on, "", "", _("none within a year")
    nearest = Sentence((value_of(pair.first.answer, pair.nearest),))
    return pair.side.name, own, on, nearest, day(pair.nearest.day), _how_near(pair)


def _stacked_pair(pair: NearestPair) -> Iterator[Block]:
    """The same on a phone: one count below the other."""
    name, own, on, nearest, then, how_near = _row(pair)
    yield Line(text=name, tag="h3")
    yield Line(text=sentence_from(_("{quantity} on {day}"), quantity=own, day=on))
    if pair.nearest is None:
        words = _("Nearest figure from {name}: {how_near}.")
        yield Line(text=words.format(name=pair.first.name, how_near=how_near), look="caption")
        return
    template = _("Nearest figure from {name}: {quantity} on {day}, {how_near}.")
    yield Line(
        text=sentence_from(template, name=pair.first.name, quantity=nearest, day=then, how_near=how_near),
        look="caption",
    )


def _how_near(pair: NearestPair) -> str:
    if pair.days > 0:
        near = str(counted("{count} day older", "{count} days older", pair.days))
    elif pair.days < 0:
        near = str(counted("{count} day newer", "{count} days newer", -pair.days))
    else:
        near = _("same day")
    return (
        _("{near}, and the same number: it may be one figure reported twice").format(near=near)
        if pair.is_same
        else near
    )


def details_of_sides(sides: tuple[Side, ...]) -> Words:
    """The caveats of each organisation's counts, and links to these counts alone with their documents."""
    return Words(tuple(chain.from_iterable(map(_details_of_side, sides))))


def _details_of_side(side: Side) -> Iterator[Block]:
    yield Line(text=side.name, tag="h3")
    alone = _("These figures alone, with table, documents and download")
    yield Line(text=Sentence((Link(text=alone, href=f"/explore?{address_of(side.answer.query)}"),)))
    for message in dict.fromkeys(str(caveat.message) for caveat in side.answer.caveats):
        yield Line(text=message, look="caution")
