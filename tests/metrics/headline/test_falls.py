"""Falls of stocks and running totals, worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.headline.falls import Fall, falls_of, falls_of_headlines, largest
from tests import small
from tests.metrics.asking import ask
from validation import Dataset

SOURCES = small.sources("a, CO, 2024-12-01\nb, CO, 2024-12-02\ng, GOV, 2024-12-03")


def dataset(rows: str, **tables: str) -> Dataset:
    return small.dataset(small.observations(rows), SOURCES, **tables)


def falls(rows: str, metric: str = "detained", **tables: str) -> tuple[Fall, ...]:
    return falls_of(ask(dataset(rows, **tables), metric=metric))


def sizes(found: tuple[Fall, ...]) -> list[tuple[str, str, int]]:
    return [(one.first.day.isoformat(), one.last.day.isoformat(), one.size) for one in found]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # One count has nothing before it.
        ("a, detained, XX, stock, 2024-01-31, 100, exact", []),
        # As many as before is no fall.
        (
            "a, detained, XX, stock, 2024-01-31, 100, exact\na, detained, XX, stock, 2024-02-29, 100, exact",
            [],
        ),
        # 100 to 93.
        (
            "a, detained, XX, stock, 2024-01-31, 100, exact\na, detained, XX, stock, 2024-02-29, 93, exact",
            [("2024-01-31", "2024-02-29", 7)],
        ),
        # A bound below is no fall, and what follows is compared with the exact count before it.
        (
            """
            a, detained, XX, stock, 2024-01-31, 100, exact
            a, detained, XX, stock, 2024-02-29, 90, at_least
            a, detained, XX, stock, 2024-03-31, 101, exact
            """,
            [],
        ),
        # 100, 95, 90 are one fall of 10; 97 to 96 another of 1, and the newest is first.
        (
            """
            a, detained, XX, stock, 2024-01-31, 100, exact
            a, detained, XX, stock, 2024-02-29, 95, exact
            a, detained, XX, stock, 2024-03-31, 90, exact
            a, detained, XX, stock, 2024-04-30, 97, exact
            a, detained, XX, stock, 2024-05-31, 96, exact
            """,
            [("2024-04-30", "2024-05-31", 1), ("2024-01-31", "2024-03-31", 10)],
        ),
    ],
)
def test_falls_are_between_exact_counts_that_follow_one_another(
    rows: str, expected: list[tuple[str, str, int]]
) -> None:
    assert sizes(falls(rows)) == expected


def test_another_counters_lower_number_is_no_fall():
    rows = """
        source_id,counted_by,metric,place,basis,period_end,value
        a,CO,detained,XX,stock,2024-01-31,100
        g,GOV,detained,XX,stock,2024-02-29,60
        a,CO,detained,XX,stock,2024-03-31,104"""
    made = small.dataset(small.table("observations", rows), SOURCES)
    assert falls_of(ask(made, metric="detained")) == ()


def test_a_lowered_total_is_a_fall_and_a_lower_count_of_another_period_is_none():
    total = """
        a, arrested, XX, total, 2024-01-31, 200, exact
        b, arrested, XX, total, 2024-02-29, 198, exact
    """
    (fall,) = falls(total, "arrested")
    assert (fall.size, fall.is_of_stock) == (2, False)
    happened = """
        a, arrested, XX, 2023-01-01, 2023-12-31, 50, exact
        b, arrested, XX, 2024-01-01, 2024-12-01, 20, exact
    """
    assert falls_of(ask(dataset(happened), metric="arrested", measure="happened")) == ()


FELL = "a, detained, XX, stock, 2024-01-04, 100, exact\na, detained, XX, stock, 2024-01-20, 90, exact"


def test_amnesty_of_the_first_day_lies_between_and_one_of_the_day_after_the_last_does_not():
    events = (
        "event_id,place,date,kind\nXX-2024-01-04-amnesty,XX,2024-01-04,amnesty\nXX-2,XX,2024-01-21,amnesty"
    )
    (fall,) = falls(FELL, events=events)
    assert [event.day for event in fall.amnesties] == [date(2024, 1, 4)]


@pytest.mark.parametrize(("day", "found"), [("2024-01-04", 0), ("2024-01-05", 1), ("2024-01-20", 1)])
def test_break_counts_from_its_day_on(day: str, found: int):
    breaks = f"metric,place,date,kind\ndetained,XX,{day},definition\narrested,XX,2024-01-10,definition"
    (fall,) = falls(FELL, breaks=breaks)
    assert len(fall.breaks) == found


def test_headlines_of_the_frozen_edition(first_edition: Dataset) -> None:
    """Read off observations.csv by hand: 19,943 on 25 August 2023, 19,465 and 19,272 in September."""
    found = falls_of_headlines(first_edition, ask(first_edition).query)
    fall = largest(found)
    assert fall is not None
    assert [row.value for row in fall.rows] == [19943, 19465, 19272]
    assert (fall.size, fall.breaks, fall.amnesties, fall.left_out) == (671, (), (), ())
    assert [one.last.day for one in found] == sorted((one.last.day for one in found), reverse=True)
    of_arrested = [one for one in found if one.first.metric == "arrested"]
    assert [one.size for one in of_arrested] == [2, 11, 53]  # 24,858 to 24,856; 19,739; 16,704


def test_nothing_is_known_of_a_fall_before_its_document(first_edition: Dataset) -> None:
    """19,272 was published on 26 September 2023."""
    query = ask(first_edition, known_on="2023-09-20").query
    fall = largest(falls_of_headlines(first_edition, query))
    assert fall is not None
    assert [row.value for row in fall.rows] == [19943, 19465]
