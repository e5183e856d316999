from tests.small import SMALL, tables
from validation.rules.duplicate_key import check_duplicate_key


def test_two_rows_of_one_key_are_one_finding():
    rows = """
    metric,period_end,value
    arrested,2024-01-31,100 # named twice
    arrested,2024-01-31,101 # another value does not make another key
    arrested,2024-02-01,101 # another day does
    """
    (found,) = check_duplicate_key(tables(observations=rows))
    assert (found.table, found.lines) == ("observations.csv", (2, 3))
    assert "must be unique" in found.message


def test_codes_are_keys_too():
    (found,) = check_duplicate_key(tables(sources=SMALL["sources"] + "\na,NEWS"))
    assert (found.table, found.lines, found.value) == ("sources.csv", (2, 7), "a")


def test_empty_cells_of_a_key_are_compared_like_others():
    rows = "metric,period_end,value\ndetained,2024-01-31,1\ndetained,2024-01-31,1"
    assert len(check_duplicate_key(tables(observations=rows))) == 1


def test_different_keys_are_sound():
    assert check_duplicate_key(tables()) == []
