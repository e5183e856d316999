"""How many months and regions have a count, by hand: out of how many, and which have none."""

from __future__ import annotations

from datetime import date

import pytest

from app_pages.coverage.coverage_words import covered, metrics_covered, regions_covered
from app_pages.words.words import Cell, Facts, Table, Words
from metrics.coverage.coverage import coverage_of, coverage_of_every_metric, regional_coverage
from tests.metrics.asking import ask
from tests.small import SMALL, dataset, observations, sources
from validation import Dataset

TODAY = date(2022, 12, 31)
COUNTS = """
    d1, arrested, XX, total, 2022-01-31, 100, exact
    d2, arrested, XX, total, 2022-02-28, 110, exact
    d2, arrested, XX-1, total, 2022-01-31, 60, exact
    d2, arrested, XX-1, total, 2022-02-28, 65, exact
    d1, arrested, XX-3, total, 2022-01-31, 20, exact
    d1, detained, XX, stock, 2022-01-31, 80, exact    # 100 - 80 released, by the same document
    d1, killed, XX, total, 2022-01-31, 5, exact
    d2, killed, XX, total, 2022-02-28, 6, exact
    d2, killed, XX, total, 2022-03-31, 7, exact
"""
DOCUMENTS = """
    d1, CO, 2022-02-01
    d2, CO, 2022-04-01
"""
PLACES = f"""{SMALL["places"]}
    XX-3,region,XX,East,,,
    XX-4,region,XX,West,,,
    XX-9,unknown,XX,Unknown,,,"""


@pytest.fixture(scope="module")
def small() -> Dataset:
    return dataset(observations(COUNTS), sources(DOCUMENTS), places=PLACES)


def question(data: Dataset, metric: str = "arrested"):
    asked = {"metric": metric, "measure": "total", "grain": "month"}
    return ask(data, **asked, from_="2022-01-01", to="2022-05-31").query


def facts(data: Dataset, metric: str) -> dict[str, Cell]:
    query = question(data, metric)
    regional = regional_coverage(data, query, today=TODAY)
    said = covered(data, coverage_of(data, query, today=TODAY), regional, as_of=TODAY)
    (found,) = (block for block in said.blocks if isinstance(block, Facts))
    return dict(found.facts)


def cells(said: Words, column: str) -> list[tuple[Cell, Cell]]:
    (table,) = (block for block in said.blocks if isinstance(block, Table))
    position = table.head.index(column)
    return [(row[0], row[position]) for row in table.rows]


def test_months_with_a_count_of_those_asked_for(small: Dataset) -> None:
    """January and February, of January to May."""
    assert facts(small, "arrested")["Months with a figure"] == "2 of 5"
    assert facts(small, "released")["Months with a figure"] == "1 of 5, 1 of them calculated, not published"


def test_regions_with_a_count_of_all_and_the_names_of_the_others(small: Dataset) -> None:
    """North and East have one; South and West have none; an unknown place is no region."""
    assert facts(small, "arrested")["Regions with a figure"] == "2 of 4; none for South, West"
    assert facts(small, "killed")["Regions with a figure"] == "0 of 4"


def test_each_region_has_its_own_months(small: Dataset) -> None:
    said = regions_covered(small, regional_coverage(small, question(small), today=TODAY))
    assert cells(said, "Months with a figure") == [("North", "2 of 5"), ("East", "1 of 5")]


def test_each_metric_has_its_own_months(small: Dataset) -> None:
    said = metrics_covered(small, coverage_of_every_metric(small, question(small), today=TODAY))
    assert cells(said, "Months with a figure") == [
        ("Arrested, total documented", "2 of 5"),
        ("In detention, on the date", "1 of 5"),
        ("Released, total documented", "1 of 5"),
        ("Killed, total documented", "3 of 5"),
    ]
