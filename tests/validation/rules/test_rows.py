"""The rules that each row can break on its own."""

import pytest

from tests.small import SMALL, tables
from validation.findings import Severity
from validation.rules.circular_parts import check_circular_parts
from validation.rules.place_without_whole import check_place_without_whole
from validation.rules.rows import (
    check_flow_without_period,
    check_missing_count,
    check_period_after_publication,
    check_period_order,
    check_recorded_before_publication,
    check_repeated_detail,
    check_stock_with_period,
)
from validation.rules.total_from_another_day import check_total_from_another_day

HEAD = "metric,basis,period_start,period_end,value,qualifier,detail\n"


@pytest.mark.parametrize(
    ("check", "row", "fires"),
    [
        (check_period_order, "arrested,happened,2024-02-01,2024-01-31,1,exact,", True),
        (
            check_period_order,
            "arrested,happened,2024-01-31,2024-01-31,1,exact,",
            False,
        ),  # a period of one day
        (check_period_order, "detained,,,2024-01-31,1,exact,", False),  # a stock starts never
        (check_stock_with_period, "detained,,2024-01-01,2024-01-31,1,exact,", True),
        (check_stock_with_period, "detained,documented,,2024-01-31,1,exact,", True),
        (check_stock_with_period, "detained,,,2024-01-31,1,exact,", False),
        (check_stock_with_period, "arrested,happened,2024-01-01,2024-01-31,1,exact,", False),
        (check_flow_without_period, "arrested,,2024-01-01,2024-01-31,1,exact,", True),
        (check_flow_without_period, "arrested,happened,,2024-01-31,1,exact,", True),
        (check_flow_without_period, "arrested,happened,2024-01-01,2024-01-31,1,exact,", False),
        (check_flow_without_period, "detained,,,2024-01-31,1,exact,", False),
        (check_period_after_publication, "detained,,,2024-12-02,1,exact,", True),  # published on 1 December
        (check_period_after_publication, "detained,,,2024-12-01,1,exact,", False),  # that day, included
        (check_missing_count, "detained,,,2024-01-31,,exact,", True),
        (check_missing_count, "detained,,,2024-01-31,3,suppressed,", True),
        (check_missing_count, "detained,,,2024-01-31,,suppressed,", False),
        (check_missing_count, "detained,,,2024-01-31,0,exact,", False),  # zero is a count
        (check_repeated_detail, "detained,,,2024-01-31,1,exact,cause: a; cause: b", True),
        (check_repeated_detail, "detained,,,2024-01-31,1,exact,cause: a; place: b", False),
        (check_repeated_detail, "detained,,,2024-01-31,1,exact,", False),
    ],
)
def test_row(check, row, fires):
    found = check(tables(observations=HEAD + row))
    assert [one.line for one in found] == ([2] if fires else [])
    assert all(
        one.severity == "error" and "must" in one.message and "(line 2)" in one.message for one in found
    )


def test_place_that_lies_in_itself_is_found():
    circle = SMALL["places"].replace("XX,country,", "XX,country,XX-1")
    assert [found.line for found in check_circular_parts(tables(places=circle))] == [2, 3]


def test_places_and_metrics_with_a_top_are_sound():
    assert check_circular_parts(tables()) == []


def test_metric_that_is_part_of_itself_is_found():
    (found,) = check_circular_parts(tables(metrics="metric,kind,part_of\narrested,flow,arrested"))
    assert (found.table, found.line, found.column) == ("metrics.csv", 2, "part_of")


def test_document_that_is_published_after_it_was_recorded_is_found():
    rows = "source_id,publisher,published,recorded\na,CO,2036-01-01,2024-12-31"  # 2026 was meant
    found = check_recorded_before_publication(tables(sources=rows))
    assert [(one.severity, one.table, one.line, one.value) for one in found] == [
        ("error", "sources.csv", 2, "2036-01-01")
    ]
    assert check_recorded_before_publication(tables()) == []


def test_running_totals_from_another_day_are_one_finding():
    rows = HEAD + (
        "arrested,documented,2021-02-01,2024-01-31,9,exact,\n"  # from the origin
        "arrested,documented,2021-03-01,2024-01-31,8,exact,\n"
        "arrested,documented,2021-03-01,2024-02-29,9,exact,\n"
        "arrested,happened,2021-03-01,2024-02-29,9,exact,"  # no running total
    )
    found = check_total_from_another_day(tables(observations=rows))
    assert [(one.severity, one.lines, one.value) for one in found] == [("warning", (3, 4), "2021-03-01")]


LOOSE = """
    place,kind,parent,name
    XX,country,,Ruritania
    XX-1,province,,North
    XX-2,province,,South
    XX-3,district,XX,East
"""


def test_regions_without_a_whole_are_found_by_their_sort_and_countries_are_not() -> None:
    (found,) = check_place_without_whole(tables(places=LOOSE))
    assert (found.lines, found.severity) == ((3, 4), Severity.WARNING)
    assert "place that a province lies in: 2 have none (line 3 first); add it there" in found.message
    assert check_place_without_whole(tables()) == []
