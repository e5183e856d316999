# ruff: noqa: E501 (a finding is one line)
"""What each rule of agreement says of counts that disagree: the numbers, days and lines of these rows."""

import pytest

from tests.small import tables
from validation.rules.agreement import RULES

SAID = {
    "bound_below_total": (
        """
        source_id,metric,period_end,value,qualifier
        a,arrested,2024-01-31,1000,exact
        b,arrested,2024-02-29,899,at_least
        """,
        "899",
        "`lower bound of arrested` must be near the earlier total: `value` at least 899 of 2024-02-29 (line 3) is far below `value` 1000 of 2024-01-31 (line 2)",
    ),
    "total_below_bound": (
        """
        source_id,metric,period_end,value,qualifier
        a,arrested,2024-01-31,100,at_least
        b,arrested,2024-02-29,99,exact
        """,
        "99",
        "`total of arrested` must be at least the earlier lower bound: `value` 99 of 2024-02-29 (line 3) is below `value` at least 100 of 2024-01-31 (line 2)",
    ),
    "contained_period": (
        """
        source_id,metric,basis,period_start,period_end,value
        a,killed,happened,2023-01-01,2023-01-31,101
        a,killed,happened,2023-01-01,2023-12-31,100
        """,
        "101",
        "`killed of a period` must be at most that of a longer one: `value` 101 for 2023-01-01 to 2023-01-31 (line 2) is above 100 for 2023-01-01 to 2023-12-31 (line 3)",
    ),
    "doubtful_document": (
        """
        source_id,metric,period_end,value
        a,arrested,2024-01-31,100 # above the next
        a,killed,2024-01-31,50 # above the next
        a,detained,2024-01-31,70
        b,arrested,2024-02-29,99
        b,killed,2024-02-28,49
        """,
        "2024-01-31",
        "`a` must be of the day that it carries, `period_end` 2024-01-31: 2 of its 3 counts stray, arrested (line 2), killed (line 3)",
    ),
    "falling_difference": (
        """
        source_id,metric,period_end,value
        a,arrested,2024-01-31,100
        a,detained,2024-01-31,70
        b,arrested,2024-02-29,110
        b,detained,2024-02-29,81
        """,
        "81",
        "`arrested minus detained` must be at least as high as before: 29 on 2024-02-29 (`value`, lines 4 and 5) is below 30 on 2024-01-31 (lines 2 and 3)",
    ),
    "release_above_rise": (
        """
        source_id,metric,event_id,basis,period_end,value
        a,released,,total,2023-12-31,300
        a,released,XX-2024-01-04-amnesty,2024-01-04,2024-01-05,21
        b,released,,total,2024-01-31,320
        """,
        "21",
        "`released of an event` must be at most the rise of the running total around it: `value` 21 (line 3) is above 20, the rise from 2023-12-31 to 2024-01-31",
    ),
    "nationalities_sum": (
        """
        source_id,metric,detail,event_id,basis,period_end,value
        a,released,,XX-2024-01-04-amnesty,2024-01-04,2024-01-04,90
        b,released,nationality: nationals,XX-2024-01-04-amnesty,2024-01-04,2024-01-04,90
        b,released,nationality: foreigners,XX-2024-01-04-amnesty,2024-01-04,2024-01-04,10
        """,
        "90",
        "`released` of an event must be its nationals and foreigners together: `value` 90 (line 2) is not 90 (line 3) + 10 (line 4) = 100",
    ),
    "number_of_title": (
        """
        source_id,metric,period_end,value
        t,arrested,2024-01-31,1000
        """,
        "1000",
        "`title` of t must be told by its counts: 1234 is none of them, and `value` 1000 (line 2) is the nearest",
    ),
    "counter_in_words": (
        """
        source_id,counted_by,period_end,value,locator
        a,CO,2024-01-31,1000,1000 as The Press counted
        a,NEWS,2024-01-31,1000,so many
        """,
        "CO",
        "`counted_by` CO must be named by the words, where they name a counter: line 2 is printed with The Press",
    ),
    "falling_total": (
        """
        source_id,metric,period_end,value
        a,arrested,2024-01-31,100
        b,arrested,2024-02-29,99
        """,
        "99",
        "`total of arrested` must be at least as high as before: `value` 99 of 2024-02-29 (line 3) is below `value` 100 of 2024-01-31 (line 2)",
    ),
    "part_above_whole": (
        """
        source_id,metric,place,period_end,value
        a,killed,XX-1,2024-01-31,101
        a,killed,XX,2024-01-31,100
        """,
        "101",
        "`place XX-1` must be at most `XX`: `value` 101 of killed (line 2) is above 100 (line 3)",
    ),
    "parts_sum": (
        """
        source_id,metric,period_end,value
        a,arrested,2024-01-31,100
        a,detained,2024-01-31,70
        a,released,2024-01-31,29
        """,
        "100",
        "`arrested` must be the sum of its parts: `value` 100 (line 2) is not detained 70 (line 3) + released 29 (line 4) = 99, all of a",
    ),
    "repeated_value": (
        """
        source_id,metric,period_end,value
        a,detained,2024-01-01,5000
        a,detained,2024-01-11,5100
        b,detained,2024-01-16,5100
        """,
        "5100",
        "`detained` must be different on different dates: `value` 5100 of 2024-01-16 (line 4) repeats that of 2024-01-11 (line 3)",
    ),
    "spike": (
        """
        source_id,metric,period_end,value
        a,detained,2024-02-01,10000
        a,detained,2024-03-01,11000
        a,detained,2024-04-01,10010
        """,
        "11000",
        "`detained` must be near the values around it: `value` 11000 of 2024-03-01 (line 3) stands between 10000 of 2024-02-01 and 10010 of 2024-04-01",
    ),
    "two_values": (
        """
        source_id,metric,period_end,value
        a,detained,2024-01-31,70
        b,detained,2024-01-31,71
        """,
        "70",
        "`detained` of one counter for the period to 2024-01-31 must be one number: `value` is 70 (line 2, a), 71 (line 3, b)",
    ),
}
STANDS_STILL = """
    source_id,metric,period_end,value
    a,arrested,2024-01-31,110
    a,detained,2024-01-31,70
    a,released,2024-01-31,30
    b,arrested,2024-02-29,120
    b,detained,2024-02-29,70
    b,released,2024-02-29,31
    c,arrested,2024-03-31,130
    c,detained,2024-03-31,70
    c,released,2024-03-31,32
"""


SOURCES = """
    source_id,publisher,title
    a,CO,
    b,CO,
    c,CO,
    d,CO,
    t,CO,"1,234 arrested"
"""
ORGANISATIONS = "organisation,name,kind\nCO,The Counters,ngo\nNEWS,The Press,media"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_finding_names_the_numbers_and_lines_that_disagree(rule):
    rows, value, message = SAID[rule.name]
    (found,) = rule.findings(tables(observations=rows, sources=SOURCES, organisations=ORGANISATIONS))
    assert (found.value, found.message) == (value, message)


def test_finding_on_a_number_that_stands_still_names_its_lines():
    (rule,) = (rule for rule in RULES if rule.name == "parts_sum")
    (found,) = rule.findings(tables(observations=STANDS_STILL))
    assert (found.value, found.message) == (
        "70",
        "`arrested` must be the sum of its parts (detained + released): from 2024-01-31 to 2024-03-31, 3 documents of CO do not add up, while `value` of detained stands still at 70 (lines 3, 6, 9)",
    )
