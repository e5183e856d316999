"""How old a number is beside its counter's newest count, and what came after it: old is said to be old."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.answer.rows import Row
from metrics.counts.small_tables import events_of
from metrics.language.phrasing import Message, counted
from metrics.query.periods import MONTHS_IN_A_YEAR
from metrics.query.query import Measure
from metrics.query.tolerances import MOST_DAYS_NOT_OLD
from validation import Dataset

# After one of these fewer people are held than were counted before.
LETS_PEOPLE_GO: Final = "amnesty"


def age_beside(day: date, newest: date, *, counter: str) -> Message | None:
    """By how many months a count is older than the newest by its counter; None up to a quarter of a year."""
    if (newest - day).days <= MOST_DAYS_NOT_OLD:
        return None
    return counted(
        "{count} month older than the latest figure from {counter}.",
        "{count} months older than the latest figure from {counter}.",
        _whole_months(day, newest),
        counter=counter,
    )


def age_of(day: date, as_of: date) -> Message | None:
    """How many whole months old a count is on a day; None up to a quarter of a year."""
    if (as_of - day).days <= MOST_DAYS_NOT_OLD:
        return None
    return counted("{count} month old", "{count} months old", _whole_months(day, as_of))


def newer_in_series(dataset: Dataset, answer: Answer, row: Row) -> Message | None:
    """That the series of a stock or running total goes on for more than a quarter of a year after the row."""
    if answer.query.measure not in (Measure.LEVEL, Measure.TOTAL) or row.period_end is None:
        return None
    running = replace(
        answer.query, metrics=(row.metric,), places=(row.place,), start=row.period_end, end=None, source=""
    )
    newest = max((one.day for one in answer_for(dataset, running).counted), default=row.period_end)
    if (newest - row.period_end).days <= MOST_DAYS_NOT_OLD:
        return None
    return counted(
        "There is a newer figure in this series, {count} month later: {day}.",
        "There is a newer figure in this series, {count} months later: {day}.",
        _whole_months(row.period_end, newest),
        day=newest,
    )


def age_of_several(newest_of_them: date, newest: date, *, counter: str) -> Message | None:
    """The same of counts of different days: how old the newest of them is."""
    if (newest - newest_of_them).days <= MOST_DAYS_NOT_OLD:
        return None
    return counted(
        "The newest of these is {count} month older than the latest figure from {counter}.",
        "The newest of these is {count} months older than the latest figure from {counter}.",
        _whole_months(newest_of_them, newest),
        counter=counter,
    )


def newest_document(published: date, today: date) -> Message:
    """When the newest document was published that is recorded here, and how long ago that is."""
    days = max((today - published).days, 0)
    return counted(
        "Newest document: {day}, {count} day ago.",
        "Newest document: {day}, {count} days ago.",
        days,
        day=published,
    )


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * MONTHS_IN_A_YEAR + end.month - start.month
    return months if end.day >= start.day else months - 1


def amnesties_since(dataset: Dataset, answer: Answer, row: Row) -> Message | None:
    """The amnesties at the place between the day of a stock and the day as known on; None without one."""
    if answer.metrics[row.metric].kind != "stock":
        return None
    place = answer.places[row.place]
    later = [
        event
        for event in events_of(dataset)
        if event.kind == LETS_PEOPLE_GO
        and event.place in (place.place, place.parent)
        and row.day < event.day <= answer.known_on
    ]
    if not later:
        return None
    return counted(
        "There was {count} amnesty after this date, on {day}.",
        "There were {count} amnesties after this date, the last on {day}.",
        len({event.day for event in later}),
        day=later[-1].day,
    )
