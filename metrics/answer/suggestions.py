"""What to ask instead, where a question finds nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from metrics.counts.candidates import Clocks, candidates_of, is_usable
from metrics.counts.count import Count
from metrics.counts.series_index import counts_in_series, series_like
from metrics.language.phrasing import Message
from metrics.language.wording import N_
from metrics.query.query import MEASURE_OF_BASIS, Grain, Measure, Query
from validation import Dataset

# The filters of a question, in the order in which a reader would drop them.
LOOSENED: Final = (("source", ""), ("detail", ""), ("age", "all"), ("sex", "all"))


def what_exists(dataset: Dataset, query: Query, clocks: Clocks) -> Message:
    """One sentence on the nearest question that has an answer; it never points back at the same question."""
    usable = _usable(dataset, query, clocks)
    same = _of_measure(usable, query.measure)
    if same:
        return _within_reach(same, query, clocks)
    for name, all_of_it in LOOSENED:
        looser = replace(query, **{name: all_of_it})  # type: ignore[arg-type]
        if looser != query and _of_measure(_usable(dataset, looser, clocks), query.measure):
            return Message(_template(name), {"name": name, "value": all_of_it})
    if usable:
        measures = sorted({str(MEASURE_OF_BASIS[count.basis]) for count in usable})
        return Message(
            N_("No count fits this question; there are some for the measure `{measures}`."),
            {"measures": "`, `".join(measures)},
        )
    return _of_other_counters(dataset, query, clocks)


def _template(name: str) -> str:
    if name == "source":
        return N_("This document has no count that fits the question; other documents have some.")
    return N_("No count fits this question; there are some for {name} `{value}`.")


def _within_reach(counts: list[Count], query: Query, clocks: Clocks) -> Message:
    """The series is there: in another period, or in this one and not as it is asked for."""
    start, end = clocks.start, clocks.end
    periods = [(_first_day(count, query.measure), count.period_end) for count in counts]
    if any(start <= first and last <= end for first, last in periods):
        if query.measure is Measure.NEWLY_DOCUMENTED:
            return Message(
                N_(
                    "No two exact totals are known whose difference ends in the chosen period; ask for the"
                    " measure `total`."
                )
            )
        if query.measure is Measure.HAPPENED and query.grain is not Grain.AS_PUBLISHED:
            return Message(
                N_(
                    "No count is for exactly one of these periods; the grain `as_published` shows those that"
                    " there are."
                )
            )
    return Message(
        N_("No count fits this question in the chosen period; the known ones are from {start} to {end}."),
        {
            "start": min(first for first, _last in periods),
            "end": max(last for _first, last in periods),
        },
    )


def _first_day(count: Count, measure: Measure) -> date:
    """The day that `from` bounds: a count of what happened lies within as a whole."""
    return count.first_day if measure is Measure.HAPPENED else count.period_end


def _usable(dataset: Dataset, query: Query, clocks: Clocks) -> list[Count]:
    candidates = candidates_of(dataset, query, clocks)
    return [count for counts in candidates.usable.values() for count in counts]


def _of_measure(counts: Iterable[Count], measure: Measure) -> list[Count]:
    return [count for count in counts if (count.basis == "happened") == (measure is Measure.HAPPENED)]


def _of_other_counters(dataset: Dataset, query: Query, clocks: Clocks) -> Message:
    series = (
        one
        for one in series_like(dataset, group=query.group, event_id=query.event)
        if one.metric in query.metrics and one.place in query.places
    )
    counts = [
        count
        for count in _of_measure(counts_in_series(dataset, series), query.measure)
        if is_usable(count, clocks)
    ]
    counters = sorted({count.series.counted_by for count in counts} - {query.counted_by})
    if not counters:
        return Message(N_("No figures for this selection."))
    return Message(
        N_("No count fits this question; for this metric and place there are counts by {counters}."),
        {"counters": ", ".join(counters)},
    )
