"""The answers that were worked out by hand, asked as a program asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = list[dict[str, str]]
Series = Callable[[str], Rows]
THIRD_YEAR = "measure=happened&from=2023-02-01&to=2024-01-31"


def test_total_arrested_on_the_third_anniversary(series: Series) -> None:
    rows = series("metric=arrested&measure=total&from=2024-01-31&to=2024-01-31")
    assert [(row["value"], row["status"], row["period_end"]) for row in rows] == [
        ("25931", "reported", "2024-01-31")
    ]


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("metric=arrested", "1988"),
        ("metric=arrested&place=MM-01", "309"),  # Sagaing
        ("metric=killed&place=MM-01", "770"),
    ],
)
def test_what_happened_in_the_third_year(series: Series, query: str, value: str) -> None:
    counts = {
        (row["period_start"], row["period_end"]): row["value"] for row in series(f"{query}&{THIRD_YEAR}")
    }
    assert counts["2023-02-01", "2024-01-31"] == value


@pytest.mark.parametrize(
    ("metric", "year", "value"),
    [
        ("arrested", "2022", "5734"),
        ("arrested", "2023", "8359"),
        ("arrested", "2024", "2513"),
        ("killed", "2023", "1534"),
    ],
)
def test_newly_documented_in_a_reporting_year(series: Series, metric: str, year: str, value: str) -> None:
    rows = series(f"metric={metric}&measure=newly_documented&grain=reporting_year")
    assert [row["value"] for row in rows if row["bucket"] == year] == [value]


def test_newly_documented_says_which_days_it_covers(series: Series) -> None:
    rows = series("metric=arrested&measure=newly_documented&grain=reporting_year")
    covered = {row["bucket"]: (row["covers_from"], row["covers_to"]) for row in rows}
    assert covered["2023"] == ("2023-01-31", "2024-01-31")


def test_level_by_month_keeps_gaps_as_gaps(series: Series) -> None:
    rows = {row["bucket"]: row for row in series("metric=detained&measure=level&grain=month")}
    assert rows["2024-01"]["value"] == "19993"
    assert (rows["2025-06"]["status"], rows["2025-06"]["value"]) == ("not_reported", "")
