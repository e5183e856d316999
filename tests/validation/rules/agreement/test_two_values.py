from tests.small import tables
from validation.rules.agreement.two_values import TWO_VALUES

HEAD = "source_id,metric,basis,period_start,period_end,value,qualifier\n"
SOURCES = "source_id,publisher,published\na,CO,2024-03-01\nb,CO,2024-03-01\nc,CO,2024-04-01"


def find(rows):
    return TWO_VALUES.findings(tables(observations=HEAD + rows, sources=SOURCES))


def test_two_exact_values_for_one_period_are_one_finding():
    (found,) = find("a,detained,,,2024-01-31,70,exact\nb,detained,,,2024-01-31,71,exact")
    assert found.lines == (2, 3)
    assert found.severity == "warning"


def test_same_value_twice_a_bound_or_another_day_is_sound():
    assert not find("a,detained,,,2024-01-31,70,exact\nb,detained,,,2024-01-31,70,exact")
    assert not find("a,detained,,,2024-01-31,70,exact\nb,detained,,,2024-01-31,71,at_least")
    assert not find("a,detained,,,2024-01-31,70,exact\nb,detained,,,2024-02-01,71,exact")


def test_later_higher_count_by_date_of_event_is_a_revision():
    month = "arrested,happened,2024-01-01,2024-01-31"
    assert find(f"a,{month},70,exact\nc,{month},71,exact")[0].severity == "note"
    assert find(f"a,{month},71,exact\nc,{month},70,exact")[0].severity == "warning"  # lower
    assert find(f"a,{month},70,exact\nb,{month},71,exact")[0].severity == "warning"  # of the same day


def test_stock_or_total_that_a_much_later_document_restates_is_a_revision():
    for counted in ("detained,,,2024-01-31", "arrested,documented,2021-02-01,2024-01-31"):
        assert find(f"a,{counted},274,exact\nc,{counted},280,exact")[0].severity == "note"
        assert find(f"a,{counted},250,exact\nc,{counted},248,exact")[0].severity == "note"  # lower
        of_one_day = f"a,{counted},274,exact\nb,{counted},280,exact"
        assert find(of_one_day)[0].severity == "warning"
        assert find(f"{of_one_day}\nc,{counted},280,exact")[0].severity == "warning"
