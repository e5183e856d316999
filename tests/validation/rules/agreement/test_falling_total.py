# ruff: noqa: E501 (a row of a table is one line)
from tests.small import tables
from validation.rules.agreement.falling_total import FALLING_TOTAL

HEAD = "source_id,metric,period_end,value,qualifier,event_id,sex\n"


def find(rows, **changed):
    return FALLING_TOTAL.findings(tables(observations=HEAD + rows, **changed))


def test_total_that_falls_points_at_both_sides():
    (found,) = find("a,arrested,2024-01-31,100,exact,,all\nb,arrested,2024-02-29,99,exact,,all")
    assert (found.line, found.lines) == (3, (3, 2))
    assert found.severity == "warning"
    assert "`value` 99 of 2024-02-29 (line 3) is below `value` 100 of 2024-01-31 (line 2)" in found.message


def test_total_that_stays_or_grows_is_sound():
    assert not find("a,arrested,2024-01-31,100,exact,,all\nb,arrested,2024-02-29,100,exact,,all")
    assert not find("a,arrested,2024-01-31,100,exact,,all\nb,arrested,2024-02-29,101,exact,,all")


def test_bounds_stocks_events_and_other_series_are_not_compared():
    assert not find("a,arrested,2024-01-31,100,exact,,all\nb,arrested,2024-02-29,99,at_least,,all")
    assert not find("a,detained,2024-01-31,100,exact,,all\nb,detained,2024-02-29,99,exact,,all")
    assert not find("a,arrested,2024-01-31,100,exact,,all\nb,arrested,2024-02-29,99,exact,,female")
    assert not find(
        "a,arrested,2024-01-31,100,exact,,all\nb,arrested,2024-02-29,99,exact,XX-2024-01-04-amnesty,all"
    )


def test_highest_of_one_day_is_compared_with_lowest_of_the_next():
    rows = "a,arrested,2024-01-31,100,exact,,all\nb,arrested,2024-01-31,98,exact,,all\nc,arrested,2024-02-29,99,exact,,all"
    (found,) = find(rows)
    assert found.lines == (4, 2)


def test_break_between_the_two_days_makes_it_a_note():
    rows = "a,arrested,2024-01-31,100,exact,,all\nb,arrested,2024-02-29,99,exact,,all"
    assert find(rows, breaks="metric,date,kind\narrested,2024-02-29,commutation")[0].severity == "note"
    assert find(rows, breaks="metric,date,kind\narrested,2024-03-01,commutation")[0].severity == "warning"
    assert find(rows, breaks="metric,date,kind\nkilled,2024-02-29,commutation")[0].severity == "warning"
    assert (
        find(rows, breaks="metric,date,kind\narrested,2024-02-29,no_longer_printed")[0].severity == "warning"
    )


def test_excluded_value_is_not_judged_again():
    rows = "a,arrested,2024-01-31,100,exact,,all\nb,arrested,2024-02-29,99,exact,,all"
    corrections = "source_id,metric,period_end,expected_value\na,arrested,2024-01-31,100"
    assert not find(rows, corrections=corrections)
