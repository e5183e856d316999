# ruff: noqa: E501 (a row of a table is one line)
import pytest

from tests.small import tables
from validation.rules.agreement.repeated_value import REPEATED_VALUE

# A series that moves by ten a day, and then repeats itself.
BEFORE = "source_id,metric,period_end,value,qualifier\na,detained,2024-01-01,5000,exact\na,detained,2024-01-11,5100,exact\n"


def find(rows, **changed):
    return REPEATED_VALUE.findings(tables(observations=BEFORE + rows, **changed))


def test_large_value_again_on_another_date_points_at_both():
    (found,) = find("b,detained,2024-01-16,5100,exact")
    assert found.lines == (4, 3)
    assert "repeats that of 2024-01-11 (line 3)" in found.message


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("b,detained,2024-01-15,5100,exact", "four days later: a relay quotes the last count"),
        ("b,detained,2024-03-12,5100,exact", "61 days later: it may have come back"),
        ("b,detained,2024-01-16,5101,exact", "another value"),
        ("b,arrested,2024-01-16,5100,exact", "another series"),
        ("b,detained,2024-01-16,5100,about", "rounded values repeat"),
    ],
)
def test_no_repetition(rows, why):
    assert not find(rows), why


def test_sixty_days_are_near():
    assert find("b,detained,2024-03-11,5100,exact")


def test_small_values_repeat_by_chance():
    rows = (
        "metric,period_end,value\ndetained,2024-01-01,500\ndetained,2024-01-11,999\ndetained,2024-01-20,999"
    )
    assert not REPEATED_VALUE.findings(tables(observations=rows))
    assert REPEATED_VALUE.findings(tables(observations=rows.replace("999", "1000")))


def test_series_that_stands_still_anyway_is_left_alone():
    rows = """
    metric,period_end,value
    detained,2024-01-01,2000
    detained,2024-01-11,2001 # one in ten days
    detained,2024-01-21,2001
    """
    assert not REPEATED_VALUE.findings(tables(observations=rows))


def test_break_in_between_makes_it_a_note():
    assert (
        find("b,detained,2024-01-16,5100,exact", breaks="metric,date,kind\ndetained,2024-01-12,definition")[
            0
        ].severity
        == "note"
    )
