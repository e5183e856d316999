"""Released, where it is not printed: arrested minus in detention, both from one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from metrics.answer.inputs import Inputs
from metrics.counts.count import Count
from metrics.counts.small_tables import breaks_of
from metrics.language.phrasing import number
from metrics.query.query import Query, Status

RELEASED: Final = "released"
ARRESTED: Final = "arrested"
DETAINED: Final = "detained"


class ArrestedAndDetained(NamedTuple):
    """Two exact counts that one document prints for one day."""

    arrested: Count
    detained: Count


def with_parts(query: Query) -> Query:
    """The question, with the parts that a derived `released` rests on."""
    if RELEASED not in query.metrics:
        return query
    return replace(query, metrics=tuple(dict.fromkeys((*query.metrics, ARRESTED, DETAINED))))


def derived_released(inputs: Inputs, place: str, *, printed: Iterable[Count]) -> list[Count]:
    """`released` for the days on which a document prints only its two parts.

    AAPP's documents keep `arrested = in detention + released` to the last digit wherever they print all
    three, until they stop printing the third. A printed value, even a bound, is never replaced.
    """
    days = {count.period_end for count in printed}
    pairs = printed_pairs(inputs, place)
    return [_released(pair) for pair in pairs if pair.arrested.period_end not in days]


def printed_pairs(inputs: Inputs, place: str) -> Iterator[ArrestedAndDetained]:
    """Arrested beside in detention, for each document that prints both as exact totals for one day.

    Not before the last change of definition of either part: until April 2021 AAPP's count of people in
    detention held people evading arrest as well. Nor from more people in detention than were arrested: one of
    the two is wrong then, and fewer than no releases is no number.
    """
    held = {(count.source_id, count.period_end): count for count in _exact_counts(inputs, DETAINED, place)}
    for arrested in filter(inputs.is_total, _exact_counts(inputs, ARRESTED, place)):
        detained = held.get((arrested.source_id, arrested.period_end))
        if detained is not None and arrested.number >= detained.number:
            yield ArrestedAndDetained(arrested, detained)


def _exact_counts(inputs: Inputs, metric: str, place: str) -> list[Count]:
    first, last = _last_definition(inputs), inputs.clocks.end
    return [
        count
        for count in inputs.candidates.usable[metric, place]
        if count.qualifier == "exact" and first <= count.period_end <= last
    ]


def _released(pair: ArrestedAndDetained) -> Count:
    arrested, detained = pair.arrested, pair.detained
    return replace(
        arrested,
        series=arrested.series._replace(metric=RELEASED),
        value=arrested.number - detained.number,
        status=str(Status.DERIVED),
        note="",
        lines=arrested.lines + detained.lines,
        formula=f"{ARRESTED} {number(arrested.number)} - {DETAINED} {number(detained.number)}",
    )


def _last_definition(inputs: Inputs) -> date:
    """The day of the last change of definition of either part, as known by the edition."""
    return max(
        (
            change.day
            for change in breaks_of(inputs.dataset)
            if change.kind == "definition"
            and change.metric in (ARRESTED, DETAINED)
            and change.recorded <= inputs.clocks.edition
        ),
        default=date.min,
    )
