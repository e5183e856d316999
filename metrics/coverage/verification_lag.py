"""The share of a period's count that was known some days after its end; or why it cannot be measured.

A count for a period is followed through the documents that print it. The share is the count known some days
after the period's end, divided by the count known last. A period enters only where its count was printed by
that day *and looked at again later*: otherwise a count that nobody looked at again would seem not to grow.
The counter's own document is a second look, and so is any that prints another number; another publisher's
document that repeats the old number is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final, NamedTuple

from metrics.counts.candidates import clocks_of, is_usable
from metrics.counts.count import Count
from metrics.counts.series_index import counts_in_series, series_like
from metrics.counts.small_tables import event_days
from metrics.counts.table_rows import all_documents
from metrics.language.phrasing import Message, counted
from metrics.query.caching import cached
from metrics.query.query import PRINTED, Measure, Query
from validation import Dataset

DAYS: Final = (1, 7, 30, 90, 365)
# With fewer, the median is the share of a single period, and says nothing about the next.
FEWEST_PERIODS: Final = 5

# Nothing is missing any more in half of the periods: no judgement is needed how much is little.
SETTLED: Final = 0.0


@dataclass(frozen=True, eq=False, kw_only=True)
class Known:
    """The share of the count known last that was known so many days after the period's end.

    `middle`, `least` and `most` are of the shares of `periods`; all three are None where these are too few,
    and `reason` then says so. A share above one comes from a count that was lowered later.
    """

    days: int
    periods: int
    middle: float | None
    least: float | None
    most: float | None
    reason: Message | None


@cached
def verification_lag(dataset: Dataset, query: Query, *, of_events: bool = False) -> tuple[Known, ...]:
    """The share known after 1, 7, 30, 90 and 365 days, for a question about one metric and one place.

    It is of levels, of totals since the origin, or of counts by date of event for a period; with `of_events`,
    of counts for single events (amnesties), which are in no series and are verified in their own way.
    Only exact counts are used: a bound has no share.
    """
    followed = list(_followed(dataset, query, of_events=of_events))
    return tuple(_known(days, followed) for days in DAYS)


def open_days(lag: Iterable[Known], *, share: float) -> int | None:
    """For how many days after its end a period's count is still open; None where that cannot be measured.

    After so many days, and after every longer time that can be measured, in half of the periods at most
    `share` of the last count was still missing, or was too much.
    """
    found = None
    for known in sorted(lag, key=lambda known: known.days, reverse=True):
        if known.middle is None:
            continue
        if abs(1 - known.middle) > share:
            break
        found = known.days
    return found


@cached
def open_since(dataset: Dataset, query: Query) -> date | None:
    """From which day on the question's counts are still open, on its day of knowledge.

    None where that cannot be measured, for several series, and for values worked out from counts.
    """
    if (len(query.metrics), len(query.places)) != (1, 1) or query.measure not in PRINTED:
        return None
    days = open_days(verification_lag(dataset, query), share=SETTLED)
    known_on = clocks_of(dataset, query).known_on
    return None if days is None else known_on - timedelta(days=days)


class _Look(NamedTuple):
    """A document's count for a period, how many days after its end, and whether it is the counter's own."""

    after: int
    value: float
    is_own: bool


def _known(days: int, followed: list[list[_Look]]) -> Known:
    shares = [share for looks in followed if (share := _share_known(looks, days)) is not None]
    if len(shares) < FEWEST_PERIODS:
        reason = counted(
            "Not measurable: {count} period was published by then and looked at again later, of"
            " {fewest} needed.",
            "Not measurable: {count} periods were published by then and looked at again later, of"
            " {fewest} needed.",
            len(shares),
            fewest=FEWEST_PERIODS,
        )
        return Known(days=days, periods=len(shares), middle=None, least=None, most=None, reason=reason)
    return Known(
        days=days,
        periods=len(shares),
        middle=median(shares),
        least=min(shares),
        most=max(shares),
        reason=None,
    )


def _share_known(looks: list[_Look], days: int) -> float | None:
    """The share for one period; None where nothing was printed by then or later, or the last count is 0.

    `looks` come best first, so that the first is the one that stands.
    """
    by_then = [one for one in looks if one.after <= days]
    last = looks[0].value
    if not by_then or len(by_then) == len(looks) or last == 0:
        return None
    return by_then[0].value / last


def _followed(dataset: Dataset, query: Query, *, of_events: bool) -> Iterator[list[_Look]]:
    """For each period or event that was looked at more than once, its looks, best first."""
    ends, documents = event_days(dataset), all_documents(dataset)
    periods: dict[tuple[object, ...], list[_Look]] = {}
    for count in _counts(dataset, query, of_events=of_events):
        key = count.series.event_id or (count.period_start, count.period_end)
        end = ends.get(count.series.event_id, count.period_end)
        is_own = documents[count.source_id].publisher == count.series.counted_by
        look = _Look(after=(count.published - end).days, value=count.number, is_own=is_own)
        periods.setdefault((key,), []).append(look)
    looked_at = (_without_repeats(looks) for looks in periods.values())
    yield from (looks for looks in looked_at if len({one.after for one in looks}) > 1)


def _without_repeats(looks: list[_Look]) -> list[_Look]:
    """The looks without those that only repeat another publisher's number; the oldest comes last."""
    kept: list[_Look] = []
    for one in reversed(looks):
        if not kept or one.is_own or one.value != kept[-1].value:
            kept.append(one)
    return kept[::-1]


def _counts(dataset: Dataset, query: Query, *, of_events: bool) -> Iterator[Count]:
    """The exact counts of the question's series that are known by its clocks, best first."""
    (metric,), (place,) = query.metrics, query.places
    series_found = series_like(
        dataset,
        metric=metric,
        place=place,
        counted_by=query.counted_by,
        group=query.group,
        sex=query.sex,
        age=query.age,
        detail=query.detail,
    )
    of_kind = (series for series in series_found if bool(series.event_id) == of_events)
    clocks = clocks_of(dataset, query)
    is_happened, origin = query.measure is Measure.HAPPENED, dataset.settings.origin_named(query.since).day
    for count in counts_in_series(dataset, of_kind):
        is_running = not count.basis or (count.basis == "documented" and count.period_start == origin)
        is_in_question = of_events or (count.basis == "happened" if is_happened else is_running)
        if count.qualifier == "exact" and is_in_question and is_usable(count, clocks):
            yield count
