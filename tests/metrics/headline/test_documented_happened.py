"""What happened beside what was newly documented, worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.headline.documented_happened import Beside, documented_and_happened, metrics_beside
from metrics.query.query import Grain
from tests import small
from tests.metrics.asking import ask
from validation import Dataset

SOURCES = small.sources("a, CO, 2022-02-01\nb, CO, 2023-02-01\nc, CO, 2024-02-01")
# Totals of 100, 150 and 250: 50 newly documented in 2022 and 100 in 2023.
TOTALS = """
    a, arrested, XX, total, 2022-01-31, 100, exact
    b, arrested, XX, total, 2023-01-31, 150, exact
    c, arrested, XX, total, 2024-01-31, 250, exact
"""
HAPPENED = "c, arrested, XX, 2023-02-01, 2024-01-31, "


def beside(rows: str, metric: str = "arrested") -> Beside:
    dataset = small.dataset(small.observations(rows), SOURCES)
    return documented_and_happened(dataset, ask(dataset).query, metric)


def test_year_has_both_and_their_difference():
    found = beside(TOTALS + HAPPENED + "40, exact")
    year = found.newest
    assert year is not None
    assert (year.label, year.happened.value, year.newly.value) == ("2023", 40, 100)
    assert (year.difference, year.days_off) == (60, 0)  # 100 - 40
    assert [one.label for one in found.years if one.has_both] == ["2023"]


def test_year_without_a_count_by_date_has_none_and_no_zero():
    found = beside(TOTALS + HAPPENED + "40, exact")
    year = next(one for one in found.years if one.label == "2022")
    assert year.happened.value is None
    assert (year.newly.value, year.has_both, year.difference) == (50, False, None)


@pytest.mark.parametrize(
    ("rows", "days_off", "difference"),
    [
        (TOTALS + HAPPENED + "140, exact", 0, -40),  # fewer documented
        (TOTALS + HAPPENED + "40, at_least", 0, None),  # a bound
        (
            TOTALS.replace("2024-01-31", "2024-01-20") + HAPPENED + "40, exact",
            11,
            None,  # 354 days are no 365
        ),
        (
            TOTALS.replace("2024-01-31", "2024-01-20").replace("2023-01-31", "2023-01-20")
            + HAPPENED
            + "40, exact",
            22,
            60,
        ),
        (
            TOTALS.replace("2024-01-31", "2023-09-15") + HAPPENED + "40, exact",
            138,
            None,
        ),
        (
            TOTALS.replace("250", "140") + HAPPENED + "40, exact",
            0,
            None,
        ),  # lowered
    ],
)
def test_difference_is_given_where_it_can_be_defended(rows: str, days_off: int, difference: int | None):
    year = beside(rows).newest
    assert year is not None
    assert (year.days_off, year.difference) == (days_off, difference)


def test_no_difference_across_a_change_of_definition():
    """Of what the totals count from June 2023 on, part is new by definition, and not documented late."""
    rows = small.observations(TOTALS + HAPPENED + "40, exact")
    changed = "arrested,XX,2023-06-01,definition,Counts more.,b,2026-01-01"
    dataset = small.dataset(rows, SOURCES, breaks=changed)
    year = documented_and_happened(dataset, ask(dataset).query, "arrested").newest
    assert year is not None
    assert (year.changed_on, year.difference) == (date(2023, 6, 1), None)


def test_calendar_years_where_no_reporting_year_has_both():
    rows = TOTALS.replace("2023-01-31", "2022-12-31").replace("2024-01-31", "2023-12-31")
    found = beside(rows + "c, arrested, XX, 2023-01-01, 2023-12-31, 40, exact")
    assert found.grain is Grain.YEAR
    assert found.newest is not None
    assert (found.newest.label, found.newest.difference) == ("2023", 60)


def test_without_any_year_of_both_it_is_said_by_reporting_year():
    found = beside(TOTALS)
    assert (found.grain, found.newest) == (Grain.REPORTING_YEAR, None)


def test_arrested_in_year_three(first_edition: Dataset):
    found = documented_and_happened(first_edition, ask(first_edition).query, "arrested")
    year = found.newest
    assert year is not None
    assert (found.grain, year.label, year.start.isoformat(), year.end.isoformat()) == (
        Grain.REPORTING_YEAR,
        "2023",
        "2023-02-01",
        "2024-01-31",
    )
    assert year.happened.value == 1988
    assert year.newly.value == 25931 - 17572 == 8359
    assert year.difference == 8359 - 1988 == 6371
    assert year.days_off == 0


def test_killed_is_known_by_calendar_year(first_edition: Dataset):
    """AAPP gives no count by date of event for a reporting year; for 2023 it gives 1,594."""
    found = documented_and_happened(first_edition, ask(first_edition).query, "killed")
    year = found.newest
    assert year is not None
    assert (found.grain, year.label, year.happened.value) == (Grain.YEAR, "2023", 1594)
    assert year.newly.value == 4273 - 2688 == 1585
    assert (year.days_off, year.days_covered, year.days) == (1, 366, 365)  # from 31 December 2022
    assert year.difference is None


def test_metrics_that_can_be_set_side_by_side(first_edition: Dataset):
    assert metrics_beside(first_edition, ask(first_edition).query) == ("arrested", "killed")


def test_as_known_before_the_year_was_over(first_edition: Dataset):
    found = documented_and_happened(
        first_edition, ask(first_edition, known_on="2023-12-31").query, "arrested"
    )
    assert found.newest is None
