"""Four sentences on why documented is not happened, with the numbers of the newest year that has both."""

from __future__ import annotations

from typing import Final

from exports.numbers import size_of, value_of
from metrics.answer.rows import Row
from metrics.answer.rows import value_of as row_value
from metrics.answer.who_is_counted import label_of
from metrics.headline.documented_happened import Beside, Year
from metrics.language.phrasing import day, number
from metrics.language.wording import N_, _
from metrics.number.sentence import Sentence, sentence_from
from metrics.query.tolerances import MOST_DAYS_OFF_BUCKET

LATE: Final = N_(
    "That is {difference} more than are known to have happened in that time. If both count the same people,"
    " at least {difference} of the newly documented cases are earlier ones, documented late: no document says"
    " so, it follows from the two numbers."
)
MORE: Final = N_(
    "That is {difference} more than are known to have happened, but the two do not cover exactly the same"
    " days: how many of the newly documented cases are earlier ones, documented late, cannot be said."
)
FEWER: Final = N_(
    "That is {difference} fewer than are known to have happened: cases of that time were added to the total"
    " before or after these days, or the total was revised."
)
AS_MANY: Final = N_(
    "That is as many as are known to have happened, which does not mean that they are the same cases."
)
OTHER_TIME: Final = N_(
    "No difference is given: what was newly documented covers another time, which differs from that of what"
    " happened by {days} days at both ends together."
)
OTHER_LENGTH: Final = N_(
    "No difference is given: what was newly documented covers {covered} days, what happened {length} days."
)
LOWERED: Final = N_("No difference is given: a lowered total is a revision of the count, not an event.")
CHANGED: Final = N_("No difference is given: from {day} on, the total counts something else.")
BOUND: Final = N_("No difference is given: one of the two is no exact number.")


def explained(beside: Beside) -> tuple[Sentence, ...]:
    """What happened, what was documented, what lies between them, and which answers which question.

    One sentence that says why there are none, where no year has both.
    """
    year = beside.newest
    label = label_of(beside.newly, beside.metric)
    if year is None:
        words = _("“{label}”: no year is known by both, so that nothing can be set side by side.")
        return (sentence_from(words, label=label),)
    happened, newly = year.both
    return (
        _happened(beside, year, happened),
        _newly(beside, newly),
        _between(year),
        _which(beside, year, happened, newly),
    )


def _happened(beside: Beside, year: Year, row: Row) -> Sentence:
    return sentence_from(
        _(
            "“{label}”: {happened} from {start} to {end}, by the date of the events, as far as {counter} had"
            " documented them by {published}."
        ),
        label=label_of(beside.happened, beside.metric),
        happened=value_of(beside.happened, row),
        start=day(year.start),
        end=day(year.end),
        counter=beside.happened.counter,
        published=_published(row),
    )


def _newly(beside: Beside, row: Row) -> Sentence:
    words = _(
        "Between {start} and {end}, {newly} were newly documented: by so many the running total of all cases"
        " {since} rose, whenever they happened."
    )
    if row_value(row) < 0:
        words = _("Between {start} and {end}, the running total of all cases {since} was lowered by {newly}.")
    return sentence_from(
        words,
        start=day(row.covers[0]),
        end=day(row.covers[1]),
        newly=size_of(beside.newly, row),
        since=beside.newly.origin_label,
    )


def _between(year: Year) -> Sentence:
    """What the difference means; where none can be defended, why."""
    if year.changed_on:
        return sentence_from(_(CHANGED), day=day(year.changed_on))
    if year.difference is None:
        days = {"days": year.days_off, "covered": year.days_covered, "length": year.days}
        return Sentence((_(_why_none(year)).format(**{name: number(n or 0) for name, n in days.items()}),))
    words = _template(year.difference, year.days_off)
    return sentence_from(_(words), difference=number(abs(year.difference)))


def _template(difference: int, days_off: int | None) -> str:
    if difference == 0:
        return AS_MANY
    if difference < 0:
        return FEWER
    return MORE if days_off else LATE


def _why_none(year: Year) -> str:
    if row_value(year.both[1]) < 0:
        return LOWERED
    if (year.days_off or 0) > MOST_DAYS_OFF_BUCKET:
        return OTHER_TIME
    return BOUND if year.days_covered == year.days else OTHER_LENGTH


def _which(beside: Beside, year: Year, happened: Row, newly: Row) -> Sentence:
    return sentence_from(
        _(
            "Say {happened} for what is known to have happened from {start} to {end}, documented by"
            " {published}; say {newly} for how much was added to the documented total. Neither says how many"
            " there were."
        ),
        happened=value_of(beside.happened, happened),
        newly=size_of(beside.newly, newly),
        start=day(year.start),
        end=day(year.end),
        published=_published(happened),
    )


def _published(row: Row) -> str:
    """The day of the document that prints a row."""
    return "" if row.published is None else day(row.published)
