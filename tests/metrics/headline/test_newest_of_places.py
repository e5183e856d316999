"""The newest count of each place: an exact one before a bound, and each with its own day."""

from __future__ import annotations

from datetime import date

from metrics.headline.newest_of_places import days_between, newest_of_each_place
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources

SMALL = dataset(
    observations("""
        a, killed, XX-1, total, 2023-01-31, 20, exact
        a, killed, XX-1, total, 2024-01-31, 30, exact
        a, killed, XX-1, total, 2024-02-29, 40, at_least     # later than the exact one, and a bound
        a, killed, XX-2, total, 2023-06-30, 5, exact
        a, killed, XX-2, total, 2023-07-31, 4, at_least      # says nothing beside 5
        a, arrested, XX-2, total, 2023-07-31, 9, about       # nothing but a bound
    """),
    sources("a, CO, 2024-03-01"),
)


def test_the_newest_exact_count_of_each_place_with_the_bound_after_it() -> None:
    newest = newest_of_each_place(ask(SMALL, metric="killed", place=["XX-1", "XX-2"]))
    shown = {
        place: (one.row.value, one.row.day, one.later_bound and one.later_bound.value)
        for place, one in newest.items()
    }
    assert shown == {"XX-1": (30, date(2024, 1, 31), 40), "XX-2": (5, date(2023, 6, 30), None)}
    assert days_between(newest) == (date(2023, 6, 30), date(2024, 1, 31))


def test_a_bound_where_there_is_no_exact_count_and_nothing_where_there_is_none() -> None:
    newest = newest_of_each_place(ask(SMALL, metric="arrested", place=["XX-1", "XX-2"]))
    assert {place: one.row.value for place, one in newest.items()} == {"XX-2": 9}
    assert days_between(newest) is None
