"""The share of a place in the whole, worked by hand; and what is not divided."""

from __future__ import annotations

import pytest

from metrics.headline.shares import shares_of_places, undivided, widest
from tests import small
from tests.metrics.asking import ask
from validation import Dataset

SOURCES = small.sources("a, CO, 2024-12-01\nb, CO, 2024-12-02")
YEAR = "2023-02-01, 2024-01-31"
WHOLE = f"a, arrested, XX, {YEAR}, 200, exact\n"


def dataset(rows: str) -> Dataset:
    return small.dataset(small.observations(rows), SOURCES)


def shares(rows: str) -> list[tuple[str, int]]:
    made = dataset(rows)
    found = widest(shares_of_places(made, ask(made).query))
    return [(one.part.row.place, one.percentage) for one in found]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (WHOLE + f"a, arrested, XX-1, {YEAR}, 31, exact", [("XX-1", 16)]),  # 31 / 200 = 15.5 %
        (
            WHOLE + f"a, arrested, XX-1, {YEAR}, 30, exact\na, arrested, XX-2, {YEAR}, 50, exact",
            [("XX-2", 25), ("XX-1", 15)],
        ),
        (WHOLE + "a, arrested, XX-1, 2023-02-01, 2024-01-30, 31, exact", []),  # another period
        (WHOLE + f"b, arrested, XX-1, {YEAR}, 31, exact", []),  # another document
        (WHOLE + f"a, arrested, XX-1, {YEAR}, 31, at_least", []),  # a bound
        (WHOLE + f"a, arrested, XX-1, {YEAR}, 201, exact", []),  # more than the whole
        (WHOLE + "a, arrested, XX-1, total, 2024-01-31, 31, exact", []),  # another measure
        (WHOLE.replace("200", "19") + f"a, arrested, XX-1, {YEAR}, 3, exact", []),  # below 20
        (WHOLE.replace("arrested", "killed") + f"a, arrested, XX-1, {YEAR}, 31, exact", []),  # another metric
    ],
)
def test_share_only_where_one_document_counts_both_alike(rows: str, expected: list[tuple[str, int]]) -> None:
    assert shares(rows) == expected


def test_of_several_periods_the_longest_is_spoken_of():
    month = "2024-02-01, 2024-02-29"
    of_month = f"a, arrested, XX, {month}, 40, exact\na, arrested, XX-2, {month}, 30, exact\n"
    assert shares(of_month + WHOLE + f"a, arrested, XX-1, {YEAR}, 31, exact") == [("XX-1", 16)]


TOTALS = """
    a, arrested, XX, total, 2023-01-31, 100, exact
    a, arrested, XX, total, 2024-01-31, 250, exact
"""


def test_a_places_count_is_not_divided_by_what_was_added_to_the_whole():
    made = dataset(TOTALS + f"a, arrested, XX-1, {YEAR}, 60, exact")
    query = ask(made).query
    found = undivided(made, query)
    assert found is not None
    assert (found.part.row.value, found.newly.row.value) == (60, 150)
    assert shares_of_places(made, query) == ()


@pytest.mark.parametrize(
    "rows",
    [
        TOTALS,  # no count of a place
        TOTALS + WHOLE + f"a, arrested, XX-1, {YEAR}, 60, exact",  # the whole has its own count: a share
        f"a, arrested, XX-1, {YEAR}, 60, exact",  # nothing was added
        TOTALS + "a, arrested, XX-1, 2023-02-01, 2023-12-31, 60, exact",  # no year
    ],
)
def test_nothing_is_refused_where_nobody_would_divide(rows: str) -> None:
    made = dataset(rows)
    assert undivided(made, ask(made).query) is None


def test_the_third_year_of_the_frozen_edition(first_edition: Dataset) -> None:
    """1,988 arrests and 309 of them in Sagaing; 770 killed there; 4,474 - 2,940 = 1,534 added."""
    query = ask(first_edition).query
    (share,) = widest(shares_of_places(first_edition, query))
    assert (share.part.row.place, share.part.row.value, share.whole.row.value) == ("MM-01", 309, 1988)
    assert share.percentage == 16  # 15.54
    refused = undivided(first_edition, query)
    assert refused is not None
    assert (refused.part.row.value, refused.newly.row.value) == (770, 1534)
