import pytest

from tests.small import tables
from validation.rules.small_count import check_small_count

METRICS = """
    metric,kind,counts_deaths
    arrested,flow,
    killed,flow,yes"""
HEAD = "metric,sex,detail,value,qualifier,period_end\n"


def find(row):
    return check_small_count(tables(metrics=METRICS, observations=f"{HEAD}{row},2024-01-31"))


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("arrested,all,occupation: poet,3,exact", "detail"),
        ("arrested,all,place: Central Prison,1,at_least", "detail"),
        ("arrested,transgender,,2,exact", "sex"),
        ("killed,lgbt,,1,exact", "sex"),  # the dead are not told of either
    ],
)
def test_a_few_who_could_be_recognised_are_found(row, column):
    (found,) = find(row)
    assert (found.column, found.lines, str(found.severity)) == (column, (2,), "warning")


@pytest.mark.parametrize(
    "row",
    [
        "arrested,all,occupation: poet,4,exact",
        "arrested,all,occupation: poet,0,exact",
        "arrested,female,,1,exact",
        "killed,all,place: Central Prison,1,exact",
        "killed,transgender,,4,exact",
        "arrested,all,occupation: poet,,suppressed",
    ],
)
def test_others_may_be_published(row):
    assert not find(row)


def test_what_a_correction_leaves_out_is_in_no_series():
    row = "arrested,transgender,,2,exact"
    corrections = "sex,expected_value,period_end\ntransgender,2,2024-01-31"
    made = tables(metrics=METRICS, observations=f"{HEAD}{row},2024-01-31", corrections=corrections)
    assert len(made.matches) == 1
    assert not check_small_count(made)


def test_without_metrics_marked_as_deaths_no_detail_is_judged():
    row = f"{HEAD}arrested,all,occupation: poet,3,exact,2024-01-31"
    assert not check_small_count(tables(observations=row))
