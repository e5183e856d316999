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
    "That is {difference} more than are known to have happened in that time. If both figures count"
    " the same people, at least {difference} of the newly documented cases happened earlier and"
    " were documented late. No document says so: it follows from the two figures."
)
MORE: Final = N_(
    "That is {difference} more than are known to have happened, but the two figures do not cover"
    " exactly the same days, so we cannot say how many of the newly documented cases happened"
    " earlier."
)
FEWER: Final = N_(
    "That is {difference} fewer than are known to have happened: some cases from that time were"
    " added to the total before or after these dates, or the total was revised."
)
AS_MANY: Final = N_(
    "That is the same number as are known to have happened, but they are not necessarily the same cases."
)
OTHER_TIME: Final = N_(
    "No difference is given, because the two figures cover different periods: their start and end"
    " dates are {days} days apart in all."
)
OTHER_LENGTH: Final = N_(
    "No difference is given, because the newly documented cases cover {covered} days and those"
    " that happened cover {length} days."
)
LOWERED: Final = N_("No difference is given, because the total was revised down.")
CHANGED: Final = N_("No difference is given, because what the total counts changed on {day}.")
BOUND: Final = N_("No difference is given, because at least one of the two figures is not exact.")

WHICH: Final = N_(
    "Use {happened} for cases known to have happened from {start} to {end} (as of {published}), and"
    " {newly} for cases added to the total. Neither says how many there really were."
)
WHICH_ALONE: Final = N_(
    "Use {happened} for cases known to have happened from {start} to {end} (as of {published}). It"
    " does not say how many there really were."
)


def explained(beside: Beside) -> tuple[Sentence, ...]:
    """What happened, what was documented, what lies between them, and which answers which question.

    One sentence that says why there are none, where no year has both.
    """
    year = beside.newest
    label = label_of(beside.newly, beside.metric)
    if year is None:
        words = _("{label}: no year has both figures, so there is nothing to compare.")
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
            "{label}: {happened} from {start} to {end}, counted by when it happened, according to"
            " {counter} as of {published}."
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
        "Between {start} and {end}, the total {since} rose by {newly}, which can include earlier cases."
    )
    if row_value(row) < 0:
        words = _("Between {start} and {end}, the total {since} was revised down by {newly}.")
    return sentence_from(
        words,
        start=day(row.covers[0]),
        end=day(row.covers[1]),
        newly=size_of(beside.newly, row),
        since=_(beside.newly.origin_label),
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
        _(WHICH if row_value(newly) >= 0 else WHICH_ALONE),
        happened=value_of(beside.happened, happened),
        newly=size_of(beside.newly, newly),
        start=day(year.start),
        end=day(year.end),
        published=_published(happened),
    )


def _published(row: Row) -> str:
    """The day of the document that prints a row."""
    return "" if row.published is None else day(row.published)
