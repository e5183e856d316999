import pytest

from tests.small import tables
from validation.rules.agreement.spike import SPIKE


def find(
    middle,
    *,
    days=("2024-02-01", "2024-03-01", "2024-04-01"),
    sides=(10000, 10000),
    metric="detained",
    **changed,
):
    values = (sides[0], middle, sides[1])
    rows = "\n".join(f"a,{metric},{day},{value}" for day, value in zip(days, values, strict=True))
    return SPIKE.findings(tables(observations=f"source_id,metric,period_end,value\n{rows}", **changed))


@pytest.mark.parametrize(("value", "fires"), [(10051, True), (10050, False), (9949, True), (9950, False)])
def test_half_a_percent_off_both_neighbours(value, fires):
    found = find(value)
    assert [one.lines for one in found] == ([(3,)] if fires else [])


def test_value_between_its_neighbours_is_sound_however_far():
    assert not find(15000, sides=(10000, 20000))


def test_neighbours_more_than_sixty_days_apart_say_nothing():
    assert find(11000, days=("2024-02-01", "2024-03-01", "2024-04-01"))  # sixty days
    assert not find(11000, days=("2024-02-01", "2024-03-01", "2024-04-02"))


def test_small_values_are_left_alone():
    assert not find(999, sides=(900, 900))


def test_amnesty_while_a_stock_falls_is_a_note():
    days = ("2023-12-20", "2024-01-03", "2024-01-20")  # the amnesty is of 4 January
    assert find(11000, days=days)[0].severity == "note"
    assert find(9000, days=days)[0].severity == "warning"  # it fell before
    assert find(11000, days=days, metric="arrested")[0].severity == "warning"  # nobody is un-arrested


def test_break_is_a_note():
    assert find(11000, breaks="metric,date,kind\ndetained,2024-03-15,records_added")[0].severity == "note"
