import pytest

from tests.small import tables
from validation.rules.correction_match import check_correction_match

HEAD = "metric,period_end,expected_value,place\n"


@pytest.mark.parametrize(
    ("row", "fires"),
    [
        ("arrested,2024-01-31,100,XX", False),
        ("arrested,2024-01-31,101,XX", True),  # the value has been changed since
        ("arrested,2024-02-01,100,XX", True),  # another day
        ("arrested,2024-01-31,100,XX-1", True),  # another place
        ("arrested,2024-01-31,,XX", True),  # expects a suppressed value
    ],
)
def test_correction_is_about_exactly_one_observation(row, fires):
    found = check_correction_match(tables(corrections=HEAD + row))
    assert [(one.table, one.line) for one in found] == ([("corrections.csv", 2)] if fires else [])


def test_correction_of_a_suppressed_count_matches_the_empty_value():
    rows = "metric,period_end,value,qualifier\narrested,2024-01-31,,suppressed"
    corrections = "metric,period_end,expected_value\narrested,2024-01-31,"
    assert check_correction_match(tables(observations=rows, corrections=corrections)) == []


def test_what_a_correction_excludes_is_not_judged():
    assert len(tables().judged) == 1
    assert len(tables(corrections=HEAD + "arrested,2024-01-31,100,XX").judged) == 0
