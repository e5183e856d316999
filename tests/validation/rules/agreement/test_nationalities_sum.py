from tests.small import tables
from validation.rules.agreement.nationalities_sum import NATIONALITIES_SUM

HEAD = "source_id,counted_by,metric,group,detail,event_id,basis,period_end,value\n"
ROW = "{},GOV,released,all_prisoners,{},XX-2024-01-04-amnesty,2024-01-04,2024-01-04,{}"
NATIONALS, FOREIGNERS = "nationality: nationals", "nationality: foreigners"


def find(*counts):
    return NATIONALITIES_SUM.findings(
        tables(observations=HEAD + "\n".join(ROW.format(*count) for count in counts))
    )


def test_nationals_taken_for_all_are_found_whoever_printed_the_foreigners():
    (found,) = find(("a", "", 90), ("b", NATIONALS, 90), ("c", FOREIGNERS, 10))
    assert found.lines == (2, 3, 4)
    assert "90 (line 2) is not 90 (line 3) + 10 (line 4) = 100" in found.message


def test_both_together_are_the_whole():
    assert not find(("a", "", 100), ("b", NATIONALS, 90), ("c", FOREIGNERS, 10))


def test_each_whole_is_judged_by_itself():
    (found,) = find(("a", "", 100), ("b", "", 94), ("c", NATIONALS, 90), ("c", FOREIGNERS, 10))
    assert found.value == "94"


def test_without_one_of_the_three_nothing_is_compared():
    assert not find(("a", "", 100), ("b", NATIONALS, 90))
    assert not find(("b", NATIONALS, 90), ("c", FOREIGNERS, 10))
