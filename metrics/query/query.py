"""A question about the published counts: what, where, when, who counted, as known on which day.

And the words by which its answer says where a value comes from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final


class Measure(StrEnum):
    """What is computed from the published counts."""

    LEVEL = "level"  # a stock on a date
    TOTAL = "total"  # a running total since the origin
    NEWLY_DOCUMENTED = "newly_documented"  # difference of two running totals
    HAPPENED = "happened"  # a publisher's own count for a period, by date of event
    PER_100K = "per_100k"  # level or total over the place's population


# By what a published count's basis is called, the measure that shows it as it is printed.
# The measures of what documents print; differences and rates are worked out.
PRINTED: Final = (Measure.LEVEL, Measure.TOTAL, Measure.HAPPENED)
MEASURE_OF_BASIS: Final = {"": Measure.LEVEL, "documented": Measure.TOTAL, "happened": Measure.HAPPENED}


class Grain(StrEnum):
    """The buckets that counts are put into."""

    AS_PUBLISHED = "as_published"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    REPORTING_YEAR = "reporting_year"


class Status(StrEnum):
    """Where a value comes from, or why there is none."""

    REPORTED = "reported"
    DERIVED = "derived"
    NOT_REPORTED = "not_reported"
    NO_LONGER_PUBLISHED = "no_longer_published"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, kw_only=True)
class Query:
    """One question. `end`, `known_on` and `edition` are None for `latest`.

    `start` and `end` bound the day on which a count's period ends; for `happened` they bound the
    whole period. `since` asks for running totals from another origin than the usual one, by its first day in
    ISO form; `event` for the counts of one event (an amnesty) instead of those of a running series; `source`
    for what follows from one document alone, whatever others print; each is empty where it is not asked.
    Hashable, so that an answer can be kept by its question.
    """

    metrics: tuple[str, ...]
    places: tuple[str, ...]
    measure: Measure
    grain: Grain
    start: date
    end: date | None
    known_on: date | None
    edition: date | None
    counted_by: str
    group: str
    sex: str
    age: str
    detail: str
    since: str = ""
    event: str = ""
    source: str = ""

    def as_of_today(self) -> Query:
        """The same question, answered by all that is known and recorded: whether another day would help."""
        return replace(self, known_on=None, edition=None)
