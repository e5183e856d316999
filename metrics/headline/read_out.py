"""Which rows of an answer may be read out together: those of one time, and what must be said with them.

Two numbers read out one after the other are taken to be of one time, and a part to be within its whole. So
only rows of one time are chosen, and it is said which time that is where it is not the one asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from metrics.answer.answer import Answer
from metrics.answer.buckets import bucket_span
from metrics.answer.rows import Row, value_of
from metrics.language.phrasing import Message, Period, listed
from metrics.language.wording import N_, _
from metrics.query.query import Grain, Measure

Series = tuple[str, str]  # a metric and a place


@dataclass(frozen=True, eq=False, kw_only=True)
class ReadOut:
    """Rows of one time, one for each series that has it, in the order of the question.

    later_bounds: by the label of a row, the bound that was printed for a later day than the newest exact
        count of its series.
    remarks: which time this is and why, who has no count of it, and which part lies above its whole.
    """

    rows: tuple[Row, ...]
    later_bounds: Mapping[int, Row]
    remarks: tuple[Message, ...]


def rows_to_read_out(answer: Answer) -> ReadOut | None:
    """The rows of the time asked for; else of the newest time that most series share. None without a value.

    A level or a total is of a day: that of an exact count where there is any.
    """
    series = _by_series(answer)
    if not series:
        return None
    eligible = {one: _exact_or_all(rows, answer) for one, rows in series.items()}
    asked_for = Period(answer.start, answer.end)
    shared = _most_shared(eligible.values(), answer)
    time = asked_for if _is_for_periods(answer) and _has(eligible, asked_for, answer) else shared
    # Where a series has no exact count of that time, its bound is one all the same.
    of_time = {one: _of_time([*eligible[one], *rows], time, answer) for one, rows in series.items()}
    found = {one: row for one, row in of_time.items() if row is not None}
    rows = tuple(found.values())
    remarks = [
        *_which_time(answer, eligible, time),
        *_without(answer, set(series) - set(found), time),
        *_parts_above_wholes(answer, rows),
    ]
    later = {
        row.label: bound for one, row in found.items() if (bound := later_bound(answer, series[one], row))
    }
    return ReadOut(rows=rows, later_bounds={} if _is_for_periods(answer) else later, remarks=tuple(remarks))


def later_bound(answer: Answer, rows: Iterable[Row], newest: Row) -> Row | None:
    """The newest bound of a series for a later day than its newest exact count; None without one.

    That a running total is later at least what it was before says nothing.
    """
    later = [row for row in rows if row.day > newest.day]
    if newest.qualifier != "exact" or any(row.qualifier == "exact" for row in later):
        return None
    bound = max(later, key=lambda row: row.day, default=None)
    if bound is None or not _is_running_total(answer, bound) or bound.qualifier != "at_least":
        return bound
    return bound if value_of(bound) > value_of(newest) else None


def _is_running_total(answer: Answer, row: Row) -> bool:
    return answer.metrics[row.metric].kind == "flow"


def _by_series(answer: Answer) -> dict[Series, list[Row]]:
    series: dict[Series, list[Row]] = {}
    for row in answer.counted:
        series.setdefault((row.metric, row.place), []).append(row)
    return series


def _is_for_periods(answer: Answer) -> bool:
    """Whether rows are for periods; a level or a running total is of a day."""
    return answer.query.measure in (Measure.HAPPENED, Measure.NEWLY_DOCUMENTED)


def _exact_or_all(rows: list[Row], answer: Answer) -> list[Row]:
    if _is_for_periods(answer):
        return rows
    return [row for row in rows if row.qualifier == "exact"] or rows


def _time_of(row: Row, answer: Answer) -> Period:
    """The time of a row: its bucket where there are buckets, else its own period, or its day."""
    if answer.query.grain is not Grain.AS_PUBLISHED:
        return Period(*bucket_span(row.bucket, answer=answer))
    if answer.query.measure is Measure.NEWLY_DOCUMENTED:
        return Period(*row.covers)
    if answer.query.measure is Measure.HAPPENED:
        return Period(row.period_start, row.period_end or row.day)
    return Period(None, row.day)


def _of_time(rows: Iterable[Row], time: Period, answer: Answer) -> Row | None:
    return next((row for row in rows if _time_of(row, answer) == time), None)


def _has(series: Mapping[Series, list[Row]], time: Period, answer: Answer) -> bool:
    return any(_of_time(rows, time, answer) is not None for rows in series.values())


def _most_shared(series: Iterable[Sequence[Row]], answer: Answer) -> Period:
    """The time that most series have a count of; of several such times the newest, and the longest."""
    times: dict[Period, int] = {}
    for rows in series:
        for time in {_time_of(row, answer) for row in rows}:
            times[time] = times.get(time, 0) + 1
    return max(times, key=lambda time: (times[time], time.end, -(time.start or time.end).toordinal()))


def _which_time(answer: Answer, series: Mapping[Series, list[Row]], time: Period) -> Iterable[Message]:
    asked_for = Period(answer.start, answer.end)
    if _is_for_periods(answer) and time != asked_for:
        template = N_("This is the latest period within {asked} for which most of them have a figure.")
        if len(series) == 1:
            template = N_("This is the latest period within {asked} that has a figure.")
        if answer.query.measure is Measure.HAPPENED and answer.query.grain is Grain.AS_PUBLISHED:
            yield Message(N_("There is no figure here for exactly {asked}."), {"asked": asked_for})
        yield Message(template, {"asked": asked_for})
    newer = [one for one, own in series.items() if max(_time_of(row, answer).end for row in own) > time.end]
    if newer and len(series) > 1:
        template = N_("Newer figures are shown here only for {which}.")
        if len(newer) == len(series):
            template = N_(
                "All have newer figures, but for different dates, so they are not read out together."
            )
        yield Message(template, {"which": _named(answer, newer)})


def _without(answer: Answer, series: Iterable[Series], time: Period) -> Iterable[Message]:
    missing = sorted(series)
    if missing:
        template = N_("No figure for {which} is shown here for {time}.")
        yield Message(template, {"time": time, "which": _named(answer, missing)})


def _named(answer: Answer, series: Iterable[Series]) -> str:
    """The series by what tells them apart: places, metrics or both."""
    several_metrics, several_places = len(answer.query.metrics) > 1, len(answer.query.places) > 1
    names = []
    for metric, place in series:
        label, name = _(answer.metrics[metric].label), answer.places[place].spoken
        both = f"{label}, {name}" if several_metrics and several_places else label
        names.append(name if several_places and not several_metrics else both)
    return listed(names)


def _parts_above_wholes(answer: Answer, rows: Sequence[Row]) -> Iterable[Message]:
    for part, whole in permutations(rows, 2):
        if _is_part(answer, part, whole) and value_of(part) > value_of(whole):
            template = N_(
                "The figure for {part} is higher than the figure for {whole}, of which it is a part,"
                " so do not quote one as a share of the other."
            )
            part_named, whole_named = (_named(answer, [(row.metric, row.place)]) for row in (part, whole))
            yield Message(template, {"part": part_named, "whole": whole_named})


def _is_part(answer: Answer, part: Row, whole: Row) -> bool:
    of_place = part.metric == whole.metric and answer.places[part.place].parent == whole.place
    of_metric = part.place == whole.place and answer.metrics[part.metric].part_of == whole.metric
    return of_place or of_metric
