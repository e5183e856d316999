"""The periods that a reader may choose in words: all since the origin, or one of its years.

    years = years_offered(dataset, known_on=date(2026, 3, 2))
    years[2].words, years[2].start, years[2].end    # "Year 3", 2023-02-01, 2024-01-31
    periods_offered(dataset, known_on=...)          # "Since the coup", and these years

The years are reporting years. Where they begin on the day of the origin they are counted from it; where
they do not, each is called as it is in a series.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from metrics.language.phrasing import Message
from metrics.language.wording import N_, _
from metrics.query.periods import calendar_of
from metrics.query.query import Grain
from validation import Dataset

# More are no row of buttons; an older period is chosen by its days.
MOST_YEARS: Final = 6


@dataclass(frozen=True, kw_only=True)
class OfferedYear:
    """A year that may be chosen: what it is called, its first and its last day."""

    words: Message
    start: date
    end: date


@dataclass(frozen=True, kw_only=True)
class OfferedPeriod:
    """A period that may be chosen: its name in words, its first and its last day; no last day is `latest`.

    `code` names it among the others.
    """

    code: str
    words: str
    start: date
    end: date | None


ALL_TIME: Final = "all"


def periods_offered(dataset: Dataset, *, known_on: date) -> tuple[OfferedPeriod, ...]:
    """All that the data set usually shows, such as “Since the coup”, then the years."""
    defaults, label = dataset.settings.defaults, _(dataset.settings.origin_label)
    usual = OfferedPeriod(
        code=ALL_TIME, words=label[:1].upper() + label[1:], start=defaults.start, end=defaults.end
    )
    years = (
        OfferedPeriod(code=year.start.isoformat(), words=str(year.words), start=year.start, end=year.end)
        for year in years_offered(dataset, known_on=known_on)
    )
    return usual, *years


def years_offered(dataset: Dataset, *, known_on: date) -> tuple[OfferedYear, ...]:
    """The newest whole years between the origin and a day, the oldest of them first.

    None before one is over.
    """
    calendar = calendar_of(Grain.REPORTING_YEAR, dataset.settings.reporting_year)
    origin = dataset.settings.origin
    buckets = calendar.whole_between(origin, known_on)
    are_of_the_origin = calendar.first_day(calendar.bucket_of(origin)) == origin
    years = [
        OfferedYear(
            words=Message(N_("Year {number}"), {"number": str(ordinal)})
            if are_of_the_origin
            else Message("{label}", {"label": calendar.label(bucket)}),
            start=calendar.first_day(bucket),
            end=calendar.last_day(bucket),
        )
        for ordinal, bucket in enumerate(buckets, start=1)
    ]
    return tuple(years[-MOST_YEARS:])


def anniversaries(dataset: Dataset, *, before: date) -> tuple[date, ...]:
    """The days on which a year since the origin was over, up to a day, the newest first.

    Organisations look back on these days: what was known then is what they said then.
    """
    origin = dataset.settings.origin
    years = range(origin.year + 1, before.year + 1)
    days = [_same_day(origin, year) for year in years]
    return tuple(day for day in reversed(days) if day <= before)


def _same_day(day: date, year: int) -> date:
    """The day in another year; of 29 February, the last of the month."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
