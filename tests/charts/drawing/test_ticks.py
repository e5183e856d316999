"""Ticks at round numbers, and at the beginnings of years, months and days."""

from datetime import date

import pytest

from charts.drawing.axis import Axis
from charts.drawing.ticks import ticks_of
from metrics.language.wording import spoken_in


def words(start, end, **options):
    axis = Axis(options=options, start=start, end=end, first=0, last=500)
    return [tick.words for tick in ticks_of(axis)]


def words_of_days(start, end, **options):
    return words(start.toordinal(), end.toordinal(), type="date", **options)


@pytest.mark.parametrize(
    ("end", "options", "expected"),
    [
        (24_000, {"nticks": 6}, ["0", "5,000", "10,000", "15,000", "20,000"]),  # 4,000 is no round step
        (3, {"dtick": 1}, ["0", "1", "2", "3"]),  # the chart's own step
        (0.6, {"nticks": 6}, ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6"]),  # rates have decimals
    ],
)
def test_counts_have_round_numbers(end, options, expected):
    assert words(0, end, **options) == [(one,) for one in expected]


def test_an_axis_that_goes_below_zero_has_a_tick_there():
    assert words(-120, 300, nticks=6) == [("-100",), ("0",), ("100",), ("200",), ("300",)]


def test_years_stand_alone():
    assert words_of_days(date(2021, 1, 20), date(2025, 6, 1)) == [("2022",), ("2023",), ("2024",), ("2025",)]


def test_months_have_the_year_where_it_is_new():
    # From November to February in months.
    found = words_of_days(date(2021, 10, 20), date(2022, 2, 10))
    assert found == [("Nov", "2021"), ("Dec",), ("Jan", "2022"), ("Feb",)]


def test_days_have_their_month():
    found = words_of_days(date(2022, 5, 1), date(2022, 5, 9), nticks=4)
    assert found[0] == ("1 May", "2022")
    assert found[1] == ("3 May",)  # eight days in four steps


def test_no_step_is_shorter_than_a_day():
    assert words_of_days(date(2022, 5, 1), date(2022, 5, 3)) == [("1 May", "2022"), ("2 May",), ("3 May",)]


def test_months_are_those_of_the_reader():
    with spoken_in("my"):
        found = words_of_days(date(2021, 10, 20), date(2022, 2, 10))
    assert found[0][0] == "နို"  # November, as Unicode's tables abbreviate it
