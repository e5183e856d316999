"""What is counted of regions: the newest count of each, or one day of all."""

from __future__ import annotations

from datetime import date

from metrics.counts.candidates import clocks_of
from metrics.counts.regional_counts import RegionalCount, counted_levels, counts_within, regional_counts
from metrics.query.query import Measure, Query
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources
from validation import Dataset

SMALL = dataset(
    observations("""
        a, arrested, XX-1, total, 2024-01-31, 10, exact
        b, arrested, XX-1, total, 2024-01-31, 11, exact      # the same period, published later
        a, arrested, XX-2, total, 2024-01-31, 20, at_least
        a, detained, XX-1, stock, 2024-01-31, 5, exact
        b, arrested, XX-1, total, 2024-02-28, 99, exact      # a slip, excluded
    """),
    sources("a, CO, 2024-02-01\nb, CO, 2024-03-01"),
    corrections=(
        "b,CO,arrested,XX-1,political,all,all,,,documented,2021-02-01,2024-02-28,99,exclude,slip,2026-01-01"
    ),
)
# Three regions that report on days of their own; two of them share an old day.
DAYS = dataset(
    observations("""
        a, arrested, XX-1, total, 2022-03-26, 1, exact
        a, arrested, XX-2, total, 2022-03-26, 2, exact
        a, arrested, XX-1, total, 2023-05-01, 10, exact
        a, arrested, XX-2, total, 2023-06-30, 20, exact
        a, arrested, XX-3, total, 2023-06-15, 30, exact
        b, arrested, XX-3, total, 2023-07-31, 30, at_least   # a bound: the exact count is the newest
    """),
    sources("a, CO, 2024-02-01\nb, CO, 2024-03-01"),
    places="place,kind,parent,name\nXX,country,,Ruritania\n"
    + "\n".join(f"XX-{number},region,XX,Region {number}" for number in (1, 2, 3)),
)
SHARED, LAST = date(2022, 3, 26), date(2023, 6, 30)


def found(of: Dataset, **asked: str) -> tuple[RegionalCount, ...]:
    query = asked_of(of, **asked)
    return regional_counts(of, clocks_of(of, query), query, level="XX")


def asked_of(of: Dataset, **asked: str) -> Query:
    return ask(of, **asked).query


def test_periods_with_most_regions_come_first_and_excluded_counts_do_not_count() -> None:
    day = date(2024, 1, 31)
    assert [(one.metric, one.measure, one.end, one.places) for one in found(SMALL)] == [
        ("arrested", Measure.TOTAL, day, 2),
        ("detained", Measure.LEVEL, day, 1),
    ]


def test_regions_of_different_days_are_offered_with_the_newest_count_of_each_first() -> None:
    offered = [(one.is_newest, one.oldest, one.end, one.places) for one in found(DAYS)]
    assert offered[:2] == [
        (True, date(2023, 5, 1), LAST, 3),
        (False, SHARED, SHARED, 2),
    ]
    assert {places for *_rest, places in offered[2:]} == {1}


def test_newest_counts_of_one_day_are_offered_once() -> None:
    assert [one.is_newest for one in found(SMALL)] == [False, False]


def test_counts_within_days_that_an_address_asks_for() -> None:
    """By 15 June 2023 two had one, of 1 May and of that day; the third, of March 2022, is too early."""
    query = asked_of(DAYS, from_="2023-01-01", to="2023-06-15")
    within = counts_within(DAYS, query, level="XX")
    assert within is not None
    assert (within.places, within.oldest, within.end) == (2, date(2023, 5, 1), date(2023, 6, 15))
    nothing = asked_of(DAYS, from_="2023-01-01", to="2023-01-31")
    assert counts_within(DAYS, nothing, level="XX") is None


def test_a_level_without_a_count_is_not_offered() -> None:
    query = asked_of(DAYS)
    assert [one.level.code for one in counted_levels(DAYS, query, "XX")] == ["XX"]
    government = asked_of(DAYS, counted_by="GOV")
    assert not counted_levels(DAYS, government, "XX")


def test_one_country_of_several_is_compared_with_nothing() -> None:
    places = "place,kind,parent,name\nXX,country,,Ruritania\nYY,country,,Borduria"
    one = dataset(
        observations("a, arrested, XX, total, 2024-01-31, 10, exact"),
        sources("a, CO, 2024-02-01"),
        places=places,
    )
    both = dataset(
        observations(
            "a, arrested, XX, total, 2024-01-31, 10, exact\na, arrested, YY, total, 2023-01-31, 20, exact"
        ),
        sources("a, CO, 2024-02-01"),
        places=places,
    )
    assert not counted_levels(one, asked_of(one), "XX")
    assert [level.level.code for level in counted_levels(both, asked_of(both), "XX")] == ["/country"]


def test_regional_counts_of_the_first_edition(first_edition: Dataset) -> None:
    query = ask(first_edition).query
    offered = regional_counts(first_edition, clocks_of(first_edition, query), query, level="MM")
    complete = [(one.metric, one.sex, one.is_newest, one.end) for one in offered if one.places == 15]
    assert complete == [
        ("killed", "all", True, date(2023, 7, 13)),
        ("killed", "all", False, date(2022, 6, 22)),
        ("arrested", "female", False, date(2024, 8, 31)),
    ]
