"""Parts and wholes within one document: place, metric, sex, age, detail, group, and periods."""

import pytest

from tests.small import tables
from validation.rules.agreement.contained_period import CONTAINED_PERIOD
from validation.rules.agreement.part_above_whole import PART_ABOVE_WHOLE

HEAD = "source_id,metric,place,group,sex,age,detail,value,qualifier,period_end\n"


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("a,killed,XX-1,political,all,all,", "a,killed,XX,political,all,all,"),
        ("a,killed_in_custody,XX,political,all,all,", "a,killed,XX,political,all,all,"),
        ("a,killed,XX,political,female,all,", "a,killed,XX,political,all,all,"),
        ("a,killed,XX,political,all,under_18,", "a,killed,XX,political,all,all,"),
        ("a,killed,XX,political,all,all,cause: fire", "a,killed,XX,political,all,all,"),
        ("a,killed,XX,political,all,all,", "a,killed,XX,all_prisoners,all,all,"),
    ],
)
def test_part_is_at_most_its_whole(part, whole):
    def find(value, qualifier="exact", bound="exact"):
        rows = f"{part},{value},{qualifier},2024-01-31\n{whole},100,{bound},2024-01-31"
        return PART_ABOVE_WHOLE.findings(tables(observations=HEAD + rows))

    assert [one.lines for one in find(101)] == [(2, 3)]
    assert not find(100)
    assert find(101, qualifier="at_least")
    assert not find(101, qualifier="up_to")  # may be 100
    assert not find(101, bound="at_least")  # may be 101
    assert find(101, bound="up_to")


def test_parts_of_other_documents_and_days_are_not_compared():
    whole = "a,killed,XX,political,all,all,,100,exact,2024-01-31"
    for part in (
        "b,killed,XX-1,political,all,all,,101,exact,2024-01-31",
        "a,killed,XX-1,political,all,all,,101,exact,2024-02-01",
        "a,killed,XX-1,political,female,all,,101,exact,2024-01-31",
    ):
        assert not PART_ABOVE_WHOLE.findings(tables(observations=f"{HEAD}{part}\n{whole}"))


def test_tables_of_bounds_only_have_no_whole_and_are_sound():
    bound = "a,killed,XX,political,all,all,,100,at_least,2024-01-31"
    assert not PART_ABOVE_WHOLE.findings(tables(observations=HEAD + bound))


def periods(part, whole):
    head = "source_id,metric,basis,period_start,period_end,value\n"
    return CONTAINED_PERIOD.findings(tables(observations=f"{head}{part}\n{whole}"))


def test_month_is_at_most_its_year():
    year = "a,killed,happened,2023-01-01,2023-12-31,100"
    assert [one.lines for one in periods("a,killed,happened,2023-01-01,2023-01-31,101", year)] == [(2, 3)]
    assert not periods("a,killed,happened,2023-01-01,2023-01-31,100", year)
    assert not periods("a,killed,happened,2022-12-31,2023-01-31,101", year)  # starts before it
    assert not periods("b,killed,happened,2023-01-01,2023-01-31,101", year)  # another document


def test_running_total_is_a_whole_and_never_a_part():
    total = "a,killed,documented,2021-02-01,2023-12-31,100"
    assert periods("a,killed,happened,2023-01-01,2023-01-31,101", total)
    assert not periods("a,killed,documented,2023-01-01,2023-01-31,101", total)
