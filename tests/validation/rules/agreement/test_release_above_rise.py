import pytest

from tests.small import tables
from validation.rules.agreement.release_above_rise import RELEASE_ABOVE_RISE

HEAD = "source_id,counted_by,metric,event_id,basis,period_end,value,qualifier\n"
# 1,000 - 700 = 300 came out until the end of the year, 1,010 - 690 = 320 by the end of January.
TOTALS = """
    a,CO,arrested,,total,2023-12-31,1000,exact
    a,CO,detained,,stock,2023-12-31,700,exact
    b,CO,arrested,,total,2024-01-31,1010,exact
    b,CO,detained,,stock,2024-01-31,690,exact"""
EVENT = "\nc,{counter},released,XX-2024-01-04-amnesty,2024-01-04,{day},{value},{qualifier}"


def find(*, value, counter="CO", day="2024-01-10", qualifier="exact", totals=TOTALS):
    event = EVENT.format(value=value, counter=counter, day=day, qualifier=qualifier)
    return RELEASE_ABOVE_RISE.findings(tables(observations=HEAD + totals.strip() + event))


def test_more_than_the_total_rose_by_points_at_the_count_and_at_both_totals():
    (found,) = find(value=21)
    assert found.lines == (6, 2, 3, 4, 5)
    assert "21 (line 6) is above 20, the rise from 2023-12-31 to 2024-01-31" in found.message


def test_as_many_as_the_total_rose_by_is_sound():
    assert not find(value=20)


@pytest.mark.parametrize(
    "counted",
    [
        {"counter": "GOV"},  # another counter's total is no measure
        {"qualifier": "at_least"},
        {"day": "2024-02-01"},  # no total after it
    ],
    ids=str,
)
def test_without_totals_of_the_same_counter_around_an_exact_count_nothing_is_compared(counted):
    assert not find(value=1000, **counted)


def test_a_total_that_is_printed_is_taken_too():
    totals = "a,CO,released,,total,2023-12-31,300,exact\nb,CO,released,,total,2024-01-31,305,exact"
    (found,) = find(value=6, totals=totals)
    assert "above 5" in found.message
    assert not find(value=5, totals=totals)


def test_the_highest_total_of_two_months_is_taken():
    """An entry that came late is in a later total."""
    late = "\nd,CO,released,,total,2024-03-01,340,exact"
    assert not find(value=40, totals=TOTALS + late)
    too_late = "\nd,CO,released,,total,2024-03-12,340,exact"  # 62 days after 10 January
    assert find(value=40, totals=TOTALS + too_late)
