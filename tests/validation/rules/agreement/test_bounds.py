# ruff: noqa: E501 (a row of a table is one line)
"""The two rules that hold totals and lower bounds against each other."""

from tests.small import tables
from validation.rules.agreement.bound_below_total import BOUND_BELOW_TOTAL
from validation.rules.agreement.total_below_bound import TOTAL_BELOW_BOUND

HEAD = "source_id,metric,period_end,value,qualifier\n"


def test_total_below_an_earlier_bound_points_at_both():
    rows = "a,arrested,2024-01-31,100,at_least\nb,arrested,2024-02-29,99,exact"
    (found,) = TOTAL_BELOW_BOUND.findings(tables(observations=HEAD + rows))
    assert found.lines == (3, 2)


def test_highest_earlier_bound_counts():
    rows = "a,arrested,2024-01-31,100,at_least\nb,arrested,2024-02-15,90,at_least\nc,arrested,2024-02-29,99,exact"
    (found,) = TOTAL_BELOW_BOUND.findings(tables(observations=HEAD + rows))
    assert found.lines == (4, 2)


def test_total_at_the_bound_or_before_it_is_sound():
    for rows in (
        "a,arrested,2024-01-31,100,at_least\nb,arrested,2024-02-29,100,exact",
        "a,arrested,2024-03-31,100,at_least\nb,arrested,2024-02-29,99,exact",
        "a,detained,2024-01-31,100,at_least\nb,detained,2024-02-29,99,exact",  # a stock may fall
        "a,arrested,2024-01-31,100,about\nb,arrested,2024-02-29,99,exact",  # no bound
    ):
        assert not TOTAL_BELOW_BOUND.findings(tables(observations=HEAD + rows))


def test_bound_more_than_a_tenth_below_an_earlier_total_points_at_both():
    rows = "a,arrested,2024-01-31,1000,exact\nb,arrested,2024-02-29,899,at_least"
    (found,) = BOUND_BELOW_TOTAL.findings(tables(observations=HEAD + rows))
    assert found.lines == (3, 2)


def test_bound_a_tenth_below_is_rounding():
    rows = "a,arrested,2024-01-31,1000,exact\nb,arrested,2024-02-29,900,at_least"
    assert not BOUND_BELOW_TOTAL.findings(tables(observations=HEAD + rows))


def test_break_between_bound_and_total_makes_it_a_note():
    broken = "metric,date,kind\narrested,2024-02-10,definition"
    low = "a,arrested,2024-01-31,100,at_least\nb,arrested,2024-02-29,99,exact"
    far = "a,arrested,2024-01-31,1000,exact\nb,arrested,2024-02-29,100,at_least"
    assert TOTAL_BELOW_BOUND.findings(tables(observations=HEAD + low, breaks=broken))[0].severity == "note"
    assert BOUND_BELOW_TOTAL.findings(tables(observations=HEAD + far, breaks=broken))[0].severity == "note"
