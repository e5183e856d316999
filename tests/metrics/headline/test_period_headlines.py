"""The headlines of a chosen period: what happened in it, was documented in it, or stood at its end."""

from __future__ import annotations

from datetime import date

from metrics.headline.offered_periods import anniversaries, years_offered
from metrics.headline.period_headlines import counts_of_parts, headlines_in, newly_documented_in
from metrics.query.query import Measure, Query
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources

# Totals of 31 January: 100 (2023) and 160 (2024), so that 60 were newly documented in the year between.
SMALL = dataset(
    observations("""
        a, arrested, XX, total, 2023-01-31, 100, exact
        b, arrested, XX, total, 2024-01-31, 160, exact
        b, arrested, XX, 2023-02-01, 2024-01-31, 25, exact
        b, arrested, XX-1, 2023-02-01, 2024-01-31, 7, exact
        b, arrested, XX-2, 2023-03-01, 2024-01-31, 6, exact     # eleven months
        a, detained, XX, stock, 2023-01-31, 30, exact
        b, detained, XX, stock, 2024-01-31, 40, exact
        b, killed, XX, total, 2024-01-31, 9, exact               # no total at the year's beginning
    """),
    sources("a, CO, 2023-02-01\nb, CO, 2024-02-01"),
)
METRICS = ("arrested", "detained", "killed", "released")


def asked(start: str, end: str) -> Query:
    return ask(SMALL, metric="arrested", **{"from": start, "to": end}).query


def numbers(query: Query) -> dict[str, tuple[Measure, float | None]]:
    found = headlines_in(SMALL, query, METRICS)
    return {one.row.metric: (one.answer.query.measure, one.row.value) for one in found}


YEAR = asked("2023-02-01", "2024-01-31")


def test_of_a_year_each_metric_has_the_best_number_that_there_is():
    assert numbers(YEAR) == {
        "arrested": (Measure.HAPPENED, 25),
        "detained": (Measure.LEVEL, 40),
        "killed": (Measure.TOTAL, 9),
        # Derived: 160 - 40 and 100 - 30, by 50 more.
        "released": (Measure.NEWLY_DOCUMENTED, 50),
    }


def test_of_a_time_that_is_no_bucket_the_totals_at_its_end():
    assert numbers(asked("2023-02-02", "2024-01-31")) == {
        "arrested": (Measure.TOTAL, 160),
        "detained": (Measure.LEVEL, 40),
        "killed": (Measure.TOTAL, 9),
        "released": (Measure.TOTAL, 120),
    }


def test_a_count_from_before_the_period_is_none_of_it():
    assert numbers(asked("2023-02-02", "2023-12-30")) == {}


def test_a_period_before_the_usual_first_day_has_no_number_and_no_error():
    assert numbers(asked("2015-01-01", "2015-12-31")) == {}


def test_with_an_open_end_only_what_is_counted_from_its_first_day_on():
    assert numbers(asked("2024-01-31", "latest"))["detained"] == (Measure.LEVEL, 40)
    assert numbers(asked("2024-02-01", "latest")) == {}


def test_all_time_has_the_newest_counts():
    assert numbers(ask(SMALL, metric="arrested").query)["arrested"] == (Measure.TOTAL, 160)


def test_two_periods_are_not_compared():
    (arrested,) = headlines_in(SMALL, YEAR, ("arrested",))
    assert (arrested.change, arrested.no_change_because, arrested.later_bound) == (None, None, None)


def test_what_was_newly_documented_stands_beside_what_happened():
    newly = newly_documented_in(SMALL, YEAR, "arrested")
    assert newly is not None
    assert newly.row.value == 60
    assert newly_documented_in(SMALL, YEAR, "detained") is None, "a stock"
    assert newly_documented_in(SMALL, asked("2023-02-02", "2024-01-31"), "arrested") is None, "no bucket"


def test_parts_are_those_with_a_count_of_exactly_the_period():
    parts = counts_of_parts(SMALL, YEAR, METRICS)
    assert [(one.row.place, one.row.metric, one.row.value) for one in parts] == [("XX-1", "arrested", 7)]
    assert counts_of_parts(SMALL, ask(SMALL, metric="arrested").query, METRICS) == ()


def test_years_are_counted_from_the_origin_and_only_whole_ones_are_offered():
    years = years_offered(SMALL, known_on=date(2024, 1, 30))
    assert [(str(one.words), one.start, one.end) for one in years] == [
        ("Year 1", date(2021, 2, 1), date(2022, 1, 31)),
        ("Year 2", date(2022, 2, 1), date(2023, 1, 31)),
    ]
    assert len(years_offered(SMALL, known_on=date(2024, 1, 31))) == 3
    assert years_offered(SMALL, known_on=date(2021, 12, 31)) == ()


def test_the_newest_years_are_offered_where_there_are_many():
    assert [str(one.words) for one in years_offered(SMALL, known_on=date(2031, 2, 1))] == [
        f"Year {number}" for number in range(5, 11)
    ]


def test_anniversaries_are_the_newest_first_and_none_is_in_the_future():
    assert anniversaries(SMALL, before=date(2023, 2, 1)) == (date(2023, 2, 1), date(2022, 2, 1))
    assert anniversaries(SMALL, before=date(2022, 1, 31)) == ()
