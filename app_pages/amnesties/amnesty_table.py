"""The table of all amnesties, and of the sums that documents print of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from app_pages.words.words import Block, Cell, Line, Table, Words
from exports.numbers import count_of
from metrics.amnesty.amnesties import Amnesty, EventCount, VerificationCourse
from metrics.amnesty.amnesty_sums import Part, SumOfParts, SumOutcome
from metrics.amnesty.amnesty_words import (
    announced_in_words,
    days_after,
    nothing_verified,
    share_in_words,
    verified_in_words,
)
from metrics.amnesty.verified_shares import in_words
from metrics.counts.small_tables import short_names_of_organisations
from metrics.language.phrasing import day, period, quantity, unbroken_day
from metrics.language.wording import N_, _
from metrics.number.sentence import Choice, Link, Sentence, joined, sentence_from
from metrics.query.caching import cached_words
from metrics.query.query import Query
from validation import Dataset

OUTCOMES: Final = {
    SumOutcome.EQUAL: N_("They add up to the published total: {sum}."),
    SumOutcome.LESS: N_("They add up to {sum}, less than the published total, which counts more than these."),
    SumOutcome.MORE: N_("They add up to {sum}, more than the published total: one of the figures is wrong."),
    SumOutcome.UNKNOWN: N_("They add up to {sum}, which cannot be compared with the published total."),
}
NO_SUM: Final = N_("Some parts are lower limits and some upper limits, so no sum of them would be true.")


@cached_words
def amnesties_table(amnesties: tuple[Amnesty, ...], *, narrow: bool) -> Words:
    """A row for each amnesty and organisation that verified, newest first; its day opens the amnesty.

    On a phone the place is with the day, and the days since with the number.
    """
    head = [_("Amnesty"), _("Place"), _("Announced"), _("Verified"), _("As of"), _("Share")]
    rows = [row for amnesty in amnesties for row in _rows(amnesty)]
    numeric = (2, 3, 5)
    if narrow:
        head, numeric = [head[0], *head[2:4], head[5]], (1, 2, 3)
        usual = Counter(amnesty.place for amnesty in amnesties).most_common(1)[0][0] if amnesties else ""
        rows = [(_with_place(row[0], row[1], usual), *row[2:4], row[5]) for row in rows]
    return Words((Table(label=_("Amnesties"), head=tuple(head), rows=tuple(rows), numeric=numeric),))


def _with_place(day: Cell, place: Cell, usual: str) -> Cell:
    """The day, and the place where it is not that of most."""
    return sentence_from("{day}, {place}", day=day, place=place) if place != usual else day


def _rows(amnesty: Amnesty) -> Iterator[tuple[Cell, ...]]:
    opened = Sentence((Choice(text=unbroken_day(amnesty.day), code=amnesty.event_id),))
    announced = announced_in_words(amnesty)
    if not amnesty.courses:
        yield opened, amnesty.place, announced, nothing_verified(amnesty), "", ""
    for course in amnesty.courses:
        verified, share = verified_in_words(course), share_in_words(amnesty, course)
        yield opened, amnesty.place, announced, verified, days_after(course.last), share


def sums_in_words(dataset: Dataset, sums: tuple[SumOfParts, ...], query: Query) -> Words:
    """Each whole with its parts, its sum, and what other organisations say."""
    return Words(tuple(block for one in sums for block in _sum(dataset, one, query)))


def _sum(dataset: Dataset, found: SumOfParts, query: Query) -> Iterator[Block]:
    whole = found.whole
    names = short_names_of_organisations(dataset)
    yield Line(
        text=sentence_from(
            _("{counter} gives {quantity} released from {start} to {end}, and their parts, in {document}:"),
            counter=names[whole.count.counted_by],
            quantity=count_of(whole.count, query, stands=True),
            start=day(whole.count.first_day),
            end=day(whole.count.period_end),
            document=link_to(whole),
        )
    )
    yield Table(
        label=_("Parts of the sum"),
        head=(_("Amnesty"), _("Part"), _("Others verified")),
        rows=tuple(_part(part) for part in found.parts),
        numeric=(1,),
    )
    yield Line(text=_check(found))
    for other in found.other_organisations:
        yield Line(text=_over_a_longer_time(names, other, query), look="caption")


def _part(part: Part) -> tuple[Cell, ...]:
    others = joined("; ", map(verified_by, part.other_organisations))
    opened = Sentence((Choice(text=unbroken_day(part.amnesty.day), code=part.amnesty.event_id),))
    return opened, Sentence((in_words(part.count),)), others or _("no figure")


def verified_by(one: EventCount) -> Sentence:
    """A number and its counter, in few letters."""
    return verified_in_words(VerificationCourse(counter=one.count.counted_by, counts=(one,)))


def _check(found: SumOfParts) -> Cell:
    if not found.qualifier:
        return _(NO_SUM)
    parts = joined(" + ", (in_words(part.count) for part in found.parts))
    total = Sentence((*parts.parts, f" = {quantity(found.value, found.qualifier)}"))
    return sentence_from(_(OUTCOMES[found.outcome]), sum=total)


def _over_a_longer_time(names: Mapping[str, str], other: EventCount, query: Query) -> Sentence:
    count = other.count
    return sentence_from(
        _("For comparison, {counter}: {quantity} released from {period}, in {document}."),
        counter=names[count.counted_by],
        quantity=count_of(count, query, stands=True),
        period=period(count.period_start, count.period_end),
        document=link_to(other),
    )


def link_to(one: EventCount) -> Link | str:
    """The document's title, which leads to it where it has an address."""
    title = one.document.called
    return Link(text=title, href=one.document.url) if one.document.url else title
