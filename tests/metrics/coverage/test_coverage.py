"""Coverage: months and regions with a count, what is missing, how old the last count is, what ended."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.coverage.coverage import coverage_of, coverage_of_every_metric, regional_coverage
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources
from validation import Dataset

TODAY = date(2022, 12, 31)
COUNTS = """
    d1, arrested, XX, total, 2022-01-31, 100, exact
    d2, arrested, XX, total, 2022-04-10, 0, exact         # none, and that is a count
    d2, arrested, XX, total, 2022-05-20, 130, at_least    # a bound is a count too
    d3, arrested, XX, total, 2022-06-30, , suppressed     # held back on purpose: not missing
    d4, arrested, XX, total, 2022-10-31, 150, exact
    d1, arrested, XX-1, total, 2022-01-31, 60, exact      # one of two regions, in one month
    d1, detained, XX, stock, 2022-01-31, 80, exact
    d2, detained, XX, stock, 2022-04-10, 90, exact
    d1, killed, XX, 2022-01-01, 2022-01-31, 3, exact      # by date of event only
"""
DOCUMENTS = """
    d1, CO, 2022-02-01
    d2, CO, 2022-05-21
    d3, CO, 2022-07-01
    d4, CO, 2022-11-01
"""
BREAKS = "detained,XX,2022-04-15,no_longer_printed,No longer printed.,d2,2026-01-01"


@pytest.fixture(scope="module")
def small() -> Dataset:
    return dataset(observations(COUNTS), sources(DOCUMENTS), breaks=BREAKS)


def question(data: Dataset, **parameters: str):
    standard = {
        "metric": "arrested",
        "measure": "total",
        "grain": "month",
        "from_": "2022-01-01",
        "to": "2022-10-31",
    }
    return ask(data, **{**standard, **parameters}).query


def gaps(coverage):
    return [(gap.first, gap.last, gap.buckets, gap.status) for gap in coverage.gaps]


def test_months_with_a_count_and_those_without(small: Dataset):
    """Of ten months five have one: January, April (a zero), May (a bound), June (held back), October."""
    coverage = coverage_of(small, question(small), today=TODAY)
    assert (coverage.counted, coverage.buckets) == (5, 10)
    assert gaps(coverage) == [
        ("2022-02", "2022-03", 2, "not_reported"),
        ("2022-07", "2022-09", 3, "not_reported"),
    ]


def test_as_published_is_covered_by_months(small: Dataset):
    published = coverage_of(small, question(small, grain="as_published"), today=TODAY)
    assert (published.counted, published.buckets) == (5, 10)


def test_quarters(small: Dataset):
    """Third quarter: July to September, without a count; the fourth is asked until October only."""
    coverage = coverage_of(small, question(small, grain="quarter"), today=TODAY)
    assert (coverage.counted, coverage.buckets) == (3, 4)
    assert gaps(coverage) == [("2022-Q3", "2022-Q3", 1, "not_reported")]


def test_days_since_the_last_count_until_the_day_of_knowledge_or_today(small: Dataset):
    coverage = coverage_of(small, question(small), today=TODAY)
    assert coverage.days_since == 61, "from 31 October to 31 December"
    early = coverage_of(small, question(small, known_on="2022-06-01", to="2022-05-31"), today=TODAY)
    assert early.days_since == 12, "from 20 May to 1 June: nothing later was known"
    assert (early.counted, early.buckets) == (3, 5)


def test_last_count_is_the_newest_known_whatever_time_is_asked(small: Dataset):
    coverage = coverage_of(small, question(small, to="2022-03-31"), today=TODAY)
    assert coverage.last.answer.to_frame().loc[coverage.last.row, "value"] == 150
    assert gaps(coverage) == [("2022-02", "2022-03", 2, "not_reported")]


def test_metric_that_is_printed_no_longer(small: Dataset):
    """Printing ended on 15 April: March is a month without a report, May to October are after the end."""
    query = question(small, metric="detained", measure="level")
    coverage = coverage_of(small, query, today=TODAY)
    assert coverage.ended == date(2022, 4, 15)
    assert gaps(coverage) == [
        ("2022-02", "2022-03", 2, "not_reported"),
        ("2022-05", "2022-10", 6, "no_longer_published"),
    ]
    before = question(small, metric="detained", measure="level", known_on="2022-04-14", to="2022-04-14")
    assert coverage_of(small, before, today=TODAY).ended is None, "not yet known"


def test_regions_with_a_count(small: Dataset):
    regional = regional_coverage(small, question(small), today=TODAY)
    assert [one.place for one in regional.regions] == ["XX-1", "XX-2"]
    assert [one.place for one in regional.counted] == ["XX-1"]
    assert [one.place for one in regional.missing] == ["XX-2"]
    assert (regional.counted[0].counted, regional.counted[0].buckets) == (1, 10)
    assert (regional.missing[0].last, regional.missing[0].days_since) == (None, None)


def test_region_is_asked_for_the_country_that_it_lies_in(small: Dataset):
    regional = regional_coverage(small, question(small, place="XX-2"), today=TODAY)
    assert (regional.country, len(regional.regions)) == ("XX", 2)


def test_every_metric_in_the_measure_in_which_it_is_counted(small: Dataset):
    coverages = coverage_of_every_metric(small, question(small), today=TODAY)
    assert [(one.metric, one.answer.query.measure, one.counted) for one in coverages] == [
        ("arrested", "total", 5),
        ("detained", "level", 2),
        ("released", "total", 1),  # 100 - 80 on 31 January: worked out from one document
        ("killed", "happened", 1),
    ]
    assert coverages[2].derived == 1


def test_first_edition_worked_by_hand(first_edition: Dataset):
    """On death row until March 2025: by breaks.csv no longer printed since 3 September 2024."""
    query = question(first_edition, metric="death_row", measure="level", from_="2024-01-01", to="2025-03-31")
    coverage = coverage_of(first_edition, query, today=date(2026, 11, 23))
    assert gaps(coverage)[-1] == ("2024-10", "2025-03", 6, "no_longer_published")
    assert coverage.ended == date(2024, 9, 3)
    assert coverage.days_since == (date(2026, 11, 23) - date(2024, 7, 24)).days
    arrested = question(first_edition, from_="2021-02-01", to="2026-02-27")
    regional = regional_coverage(first_edition, arrested, today=date(2026, 11, 23))
    assert (len(regional.counted), len(regional.regions)) == (4, 15)
