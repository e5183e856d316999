"""Numbers, days and periods in the reader's words: one way to write each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from metrics.language.wording import N_, _, language, ngettext

WHOLE_NUMBER: Final = "#,##0"
# Days on which somebody counted; they come back in every note and caption.
ONE_DECIMAL: Final = "#,##0.0"
TWO_DECIMALS: Final = "#,##0.00"
# A rate below this would be written 0.0, and what was counted must never read as nothing.
SMALL_RATE: Final = 0.05
SMALLEST_RATE: Final = 0.01

# How days are written: patterns of Unicode's, in which text stands between '...'.
IN_FULL: Final = N_("d MMMM y")
SHORT_DAY: Final = N_("d MMM y")
SHORT_MONTH: Final = N_("MMM y")
MONTH: Final = N_("MMMM y")
MONTH_ALONE: Final = N_("LLL")
DAY_AND_MONTH: Final = N_("d MMM")

QUANTITIES: Final = {
    "exact": N_("{number}"),
    "at_least": N_("at least {number}"),
    "about": N_("about {number}"),
    "up_to": N_("up to {number}"),
    "between": N_("between {number} and {upper}"),
}


def number(value: float) -> str:
    """A count with its thousands marked; a rate, which is no whole number, with one decimal."""
    is_whole = float(value).is_integer()
    if is_whole and language.get() == "en":
        return f"{int(value):,}"  # as babel writes it, at a fiftieth of the cost: notes have thousands
    return format_decimal(value, format=WHOLE_NUMBER if is_whole else ONE_DECIMAL, locale=language.get())


def rate(value: float) -> str:
    """A rate with one decimal, also where it happens to be a whole number; a small one with two.

    What is above zero is never written as zero.
    """
    if 0 < value < SMALLEST_RATE:
        return _("under {rate}").format(rate=format_decimal(SMALLEST_RATE, locale=language.get()))
    pattern = TWO_DECIMALS if 0 < value < SMALL_RATE else ONE_DECIMAL
    return format_decimal(value, format=pattern, locale=language.get())


def percentage(share: float) -> str:
    """A share in percent with one decimal: "77.3%"."""
    return format_percent(share, format="#,##0.0%", locale=language.get())


def quantity(value: object, qualifier: str, *, upper: float | None = None, is_rate: bool = False) -> str:
    """The value in the words of its qualifier: "at least 130", "about 600", "up to 200,000".

    `upper` is the upper end of a range: "between 14,000 and 16,000". A value that is missing is said to be
    missing, never left blank and never written as zero.
    """
    if qualifier == "suppressed":
        return _("withheld (small number)")
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return _("no figure")
    write = rate if is_rate else number
    amount = write(float(value))  # type: ignore[arg-type]
    return _(QUANTITIES[qualifier]).format(number=amount, upper="" if upper is None else write(upper))


@dataclass(frozen=True)
class Quantity:
    """A value with its qualifier, put into words in the reader's language."""

    value: float | None
    qualifier: str
    is_rate: bool
    upper: float | None = None

    def __str__(self) -> str:
        return quantity(self.value, self.qualifier, upper=self.upper, is_rate=self.is_rate)


def day(value: date) -> str:
    """A day in full: "31 January 2024"."""
    return _in_full(value, language.get())


def _dated(value: date, pattern: str) -> str:
    """The day by a pattern of Unicode's, whose order and words are the reader's language's."""
    return format_date(value, format=_(pattern), locale=language.get())


# A page that is drawn for the first time asks for a thousand days, three of four of them again.
@lru_cache(maxsize=4096)
def _in_full(value: date, locale: str) -> str:
    return format_date(value, format=_(IN_FULL), locale=locale)


def short_day(value: date) -> str:
    """A day where there is little room: "31 Jan 2024"."""
    return _dated(value, SHORT_DAY)


def unbroken_day(value: date | None) -> str:
    """A day that stays on one line of a table's cell: "31 Jan 2024"; empty where none is given."""
    return "" if value is None or pd.isna(value) else short_day(value).replace(" ", "\N{NO-BREAK SPACE}")


def short_month(value: date) -> str:
    """The month of a day: "Feb 2023"."""
    return _dated(value, SHORT_MONTH)


def month(value: date) -> str:
    """The month of a day in full: "January 2024"."""
    return _dated(value, MONTH)


def month_alone(value: date) -> str:
    """The month of a day where its year is said elsewhere: "Feb"."""
    return _dated(value, MONTH_ALONE)


def day_and_month(value: date) -> str:
    """A day where its year is said elsewhere: "5 Feb"."""
    return _dated(value, DAY_AND_MONTH)


def year(value: date) -> str:
    """The year of a day: "2023"."""
    return format_date(value, format="y", locale=language.get())


def period(start: date | None, end: date) -> str:
    """A period in full, its ends included: "1 February 2023 to 31 January 2024"; a day alone for a stock."""
    if start is None or pd.isna(start):
        return day(end)
    if start == end:
        return day(end)
    return _("{start} to {end}").format(start=day(start), end=day(end))


def during(start: date | None, end: date) -> str:
    """A period as a sentence goes on with it: "from 1 February 2023 to 31 January 2024", "on 5 May 2024"."""
    if start is None or pd.isna(start) or start == end:
        return _("on {day}").format(day=day(end))
    return _("from {start} to {end}").format(start=day(start), end=day(end))


@dataclass(frozen=True)
class Period:
    """A period, put into words in the reader's language; of a day, `start` is None."""

    start: date | None
    end: date

    def __str__(self) -> str:
        return period(self.start, self.end)


def listed(words: Sequence[str]) -> str:
    """Words in a row: "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004 - one word stands alone
        return "".join(words)
    return _("{first} and {last}").format(first=_(", ").join(words[:-1]), last=words[-1])


@dataclass(frozen=True)
class Message:
    """A sentence with named places (`{day}`) and the values that go there.

    Made where the fact is known, put into words where the reader's language is: days and whole numbers
    are written in that language. `plural` is the sentence for another `count` than one.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str = ""

    @property
    def words(self) -> str:
        """The sentence in the reader's language, its places still to be filled in."""
        if self.plural:
            return ngettext(self.template, self.plural, int(str(self.values["count"])))
        return _(self.template)

    def __str__(self) -> str:
        return self.words.format(**{name: written(value) for name, value in self.values.items()})


@dataclass(frozen=True)
class Term:
    """Words of the data, translated where the reader's language is; no place in them is filled in."""

    words: str

    def __str__(self) -> str:
        return _(self.words)


@dataclass(frozen=True)
class Listed:
    """Things in a row, put into words in the reader's language: "a, b and c"."""

    things: tuple[object, ...]

    def __str__(self) -> str:
        return listed([written(thing) for thing in self.things])


def counted(singular: str, plural: str, count: int, **values: object) -> Message:
    """A sentence on a number of things, in the form that the number takes."""
    return Message(singular, {"count": count, **values}, plural)


def written(value: object) -> str:
    """A value of a message in the reader's words."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int):
        return number(value)
    return str(value)
