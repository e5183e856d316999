from tests.small import tables
from validation.rules.agreement.falling_difference import FALLING_DIFFERENCE

HEAD = "source_id,metric,period_end,value\n"


def find(rows):
    return FALLING_DIFFERENCE.findings(tables(observations=HEAD + rows))


def test_difference_that_falls_points_at_all_four_counts():
    rows = """
    a,arrested,2024-01-31,100
    a,detained,2024-01-31,70 # 30 came out
    b,arrested,2024-02-29,110
    b,detained,2024-02-29,81 # 29 came out
    """
    (found,) = find(rows)
    assert sorted(found.lines) == [2, 3, 4, 5]
    assert "29 on 2024-02-29" in found.message
    assert "30 on 2024-01-31" in found.message


def test_difference_that_stays_is_sound():
    assert not find(
        "a,arrested,2024-01-31,100\na,detained,2024-01-31,70\nb,arrested,2024-02-29,110\nb,detained,2024-02-29,80"
    )


def test_counts_of_two_documents_are_not_subtracted():
    assert not find(
        "a,arrested,2024-01-31,100\nb,detained,2024-01-31,70\nb,arrested,2024-02-29,110\na,detained,2024-02-29,99"
    )


def test_two_documents_of_one_day_are_not_held_against_each_other():
    """They say what they print, and another rule holds that; one is no earlier than the other."""
    rows = """
    a,arrested,2024-01-31,100
    a,detained,2024-01-31,70 # 30 came out
    b,arrested,2024-01-31,100
    b,detained,2024-01-31,71 # 29 came out
    """
    assert not find(rows)


def test_where_both_print_the_other_total_too_that_is_judged_instead():
    rows = """
    a,arrested,2024-01-31,100
    a,detained,2024-01-31,70
    a,released,2024-01-31,30
    b,arrested,2024-02-29,110
    b,detained,2024-02-29,81
    b,released,2024-02-29,29 # adds up, and falls as a total
    """
    assert not find(rows)
