"""Which published counts may answer a question: the three clocks and the corrections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from metrics.counts.count import Count, Series, count_columns
from metrics.counts.series_index import counts_of_series, series_index
from metrics.counts.small_tables import breaks_of
from metrics.query.caching import cached
from metrics.query.days import NOT_GIVEN, Day, date_of, numbers_of_days
from metrics.query.query import Query
from validation import Dataset


@dataclass(frozen=True, kw_only=True)
class Clocks:
    """The days on which a question stands: documents published, rows recorded, periods ended by then."""

    known_on: date
    edition: date
    start: date
    end: date


def clocks_of(dataset: Dataset, query: Query) -> Clocks:
    """The question's days, with `latest` resolved to a date.

    Latest edition: the last day on which a row was recorded. Latest knowledge: the last day on which a
    document recorded by then was published. Latest `to`: the last day for which the counter has a count
    that was known by then, of whatever metric, so that a metric which fell silent is seen to be silent; of an
    event, the last day of the counts of that event. Where nothing is recorded, all three are the origin.
    """
    counter_and_event = (query.counted_by, query.event)
    edition, known_on, end = _latest_days(
        dataset, counter_and_event, query.edition, query.known_on, query.end
    )
    return Clocks(known_on=known_on, edition=edition, start=query.start, end=end)


@cached
def _latest_days(
    dataset: Dataset,
    counter_and_event: tuple[str, str],
    edition: date | None,
    known_on: date | None,
    end: date | None,
) -> tuple[date, date, date]:
    days = count_columns(dataset).days
    edition_day = _latest_or(edition, _days_of_recording(dataset), dataset.settings.origin.toordinal())
    recorded = (days["recorded"] <= edition_day) & (days["source_recorded"] <= edition_day)
    known_day = _latest_or(known_on, days["published"][recorded], edition_day)
    counted_by, event = counter_and_event
    index = series_index(dataset)
    is_in_question = index.is_like(counted_by=counted_by, event_id=event)[index.number_at]
    ends = days["period_end"][recorded & is_in_question & (days["published"] <= known_day)]
    last_day = _latest_or(end, ends, known_day)
    if known_on is not None:
        # What ended after that day could not have been reported by then, and is no gap.
        last_day = min(last_day, known_day)
    return date_of(edition_day), date_of(known_day), date_of(last_day)


def _days_of_recording(dataset: Dataset) -> npt.NDArray[np.int64]:
    """The days on which rows were recorded that an answer rests on: a judgement counts like a count."""
    days = count_columns(dataset).days
    judged = numbers_of_days(dataset.corrections["recorded"])
    changed = np.array([change.recorded.toordinal() for change in breaks_of(dataset)], dtype=np.int64)
    return np.concatenate([days["recorded"], judged, changed])


def _latest_or(given: date | None, days: npt.NDArray[np.int64], otherwise: Day) -> Day:
    if given is not None:
        return given.toordinal()
    return int(np.max(days)) if days.size else otherwise


@dataclass(frozen=True, eq=False, kw_only=True)
class Candidates:
    """The counts of the question's series, by metric and place, best first.

    The period is not bounded here, since a difference looks back before `from`.
    """

    known: Mapping[tuple[str, str], list[Count]]  # as known and recorded by the question's days
    usable: Mapping[tuple[str, str], list[Count]]  # those that no correction takes out
    excluded: Mapping[tuple[str, str], list[Count]]  # those that a correction takes out


def candidates_of(dataset: Dataset, query: Query, clocks: Clocks) -> Candidates:
    """The counts that may answer a question: those of its counter, group, sex, age, detail and event.

    Where it names a document, only those that this document prints.
    """
    fixed = (query.counted_by, query.group, query.sex, query.age, query.detail, query.event)
    of_series = {
        (metric, place): counts_of_series(dataset, Series(metric, place, *fixed))
        for metric in query.metrics
        for place in query.places
    }
    known = {
        key: [count for count in counts if is_known(count, clocks) and query.source in ("", count.source_id)]
        for key, counts in of_series.items()
    }
    return Candidates(
        known=known,
        usable={
            key: [count for count in counts if not is_excluded(count, clocks)]
            for key, counts in known.items()
        },
        excluded={
            key: [count for count in counts if is_excluded(count, clocks)] for key, counts in known.items()
        },
    )


def is_known(count: Count, clocks: Clocks) -> bool:
    """Whether a count was published by `known_on`, and it and its document recorded by `edition`."""
    return (
        count.published <= clocks.known_on
        and count.recorded <= clocks.edition
        and count.source_recorded <= clocks.edition
    )


def is_excluded(count: Count, clocks: Clocks) -> bool:
    """Whether a correction recorded by `edition` takes the count out; it does so for every `known_on`."""
    return count.excluded_on is not None and count.excluded_on <= clocks.edition


def is_usable(count: Count, clocks: Clocks) -> bool:
    """Whether a count may be in an answer by these days: it is known, and no correction takes it out."""
    return is_known(count, clocks) and not is_excluded(count, clocks)


def are_known(dataset: Dataset, clocks: Clocks) -> npt.NDArray[np.bool_]:
    """`is_known` of every published count at once, best first."""
    days, edition = count_columns(dataset).days, clocks.edition.toordinal()
    return (
        (days["published"] <= clocks.known_on.toordinal())
        & (days["recorded"] <= edition)
        & (days["source_recorded"] <= edition)
    )


def are_excluded(dataset: Dataset, clocks: Clocks) -> npt.NDArray[np.bool_]:
    """`is_excluded` of every published count at once, best first."""
    days = count_columns(dataset).days["excluded_on"]
    excluded: npt.NDArray[np.bool_] = (days != NOT_GIVEN) & (days <= clocks.edition.toordinal())
    return excluded
