"""What to ask instead, where a question finds nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from metrics.counts.candidates import Clocks, candidates_of, is_usable
from metrics.counts.count import Count
from metrics.counts.series_index import counts_in_series, series_like
from metrics.counts.table_rows import all_organisations
from metrics.language.phrasing import Listed, Message, Term
from metrics.language.wording import N_
from metrics.query.measure_names import MEASURES
from metrics.query.query import MEASURE_OF_BASIS, Grain, Measure, Query
from validation import Dataset

# The filters of a question, in the order in which a reader would drop them.
LOOSENED: Final = (("source", ""), ("detail", ""), ("age", "all"), ("sex", "all"))
# What is said where there are figures without one of them.
WITHOUT: Final = {
    "source": N_("No figures for this selection in this document. Other documents have some."),
    "detail": N_("No figures for this selection. There are some without the detail."),
    "age": N_("No figures for this selection. There are some for all ages together."),
    "sex": N_("No figures for this selection. There are some for everyone together."),
}


def what_exists(dataset: Dataset, query: Query, clocks: Clocks) -> Message:
    """One sentence on the nearest question that has an answer; it never points back at the same question."""
    usable = _usable(dataset, query, clocks)
    same = _of_measure(usable, query.measure)
    if same:
        return _within_reach(same, query, clocks)
    for name, all_of_it in LOOSENED:
        looser = replace(query, **{name: all_of_it})  # type: ignore[arg-type]
        if looser != query and _of_measure(_usable(dataset, looser, clocks), query.measure):
            return Message(WITHOUT[name])
    if usable:
        measures = sorted({MEASURE_OF_BASIS[count.basis] for count in usable})
        return Message(
            N_("No figures for this selection. There are some for {measures}."),
            {"measures": Listed(tuple(_quoted(MEASURES[measure]) for measure in measures))},
        )
    return _of_other_counters(dataset, query, clocks)


def _quoted(words: str) -> Message:
    return Message(N_("“{words}”"), {"words": Term(words)})


def _within_reach(counts: list[Count], query: Query, clocks: Clocks) -> Message:
    """The series is there: in another period, or in this one and not as it is asked for."""
    start, end = clocks.start, clocks.end
    periods = [(_first_day(count, query.measure), count.period_end) for count in counts]
    if any(start <= first and last <= end for first, last in periods):
        if query.measure is Measure.NEWLY_DOCUMENTED:
            return Message(
                N_(
                    "No figures for this selection: there are no two exact totals to compare in this"
                    " period. Try “Total documented”."
                )
            )
        if query.measure is Measure.HAPPENED and query.grain is not Grain.AS_PUBLISHED:
            return Message(
                N_(
                    "No figures for this selection: none covers exactly one of these periods. Try"
                    " grouping by “As published”."
                )
            )
    return Message(
        N_("No figures for this period. Figures run from {start} to {end}."),
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
    others = sorted({count.series.counted_by for count in counts} - {query.counted_by})
    if not others:
        return Message(N_("No figures for this selection."))
    organisations = all_organisations(dataset)
    names = ", ".join(organisations[code].called for code in others)
    return Message(
        N_("No figures for this selection. There are some counted by others: {counters}."),
        {"counters": names},
    )
