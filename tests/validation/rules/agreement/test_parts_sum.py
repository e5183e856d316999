from tests.small import tables
from validation.rules.agreement.parts_sum import PARTS_SUM

HEAD = "source_id,metric,period_end,value,qualifier\n"


def find(rows, **changed):
    return PARTS_SUM.findings(tables(observations=HEAD + rows, **changed))


def test_whole_that_is_not_the_sum_points_at_all_terms():
    (found,) = find(
        "a,arrested,2024-01-31,100,exact\na,detained,2024-01-31,70,exact\na,released,2024-01-31,29,exact"
    )
    assert found.lines == (2, 3, 4)
    assert found.severity == "warning"
    assert "100 (line 2) is not detained 70 (line 3) + released 29 (line 4) = 99" in found.message


def test_whole_that_is_the_sum_is_sound():
    assert not find(
        "a,arrested,2024-01-31,100,exact\na,detained,2024-01-31,70,exact\na,released,2024-01-31,30,exact"
    )


def test_terms_of_two_documents_two_days_or_bounds_are_not_added():
    assert not find(
        "a,arrested,2024-01-31,100,exact\na,detained,2024-01-31,70,exact\nb,released,2024-01-31,29,exact"
    )
    assert not find(
        "a,arrested,2024-01-31,100,exact\na,detained,2024-01-31,70,exact\na,released,2024-01-30,29,exact"
    )
    assert not find(
        "a,arrested,2024-01-31,100,exact\na,detained,2024-01-31,70,exact\na,released,2024-01-31,29,about"
    )


def test_change_of_definition_on_that_day_makes_it_a_note():
    rows = "a,arrested,2024-01-31,100,exact\na,detained,2024-01-31,70,exact\na,released,2024-01-31,29,exact"
    (found,) = find(rows, breaks="metric,date,kind\ndetained,2024-01-31,definition")
    assert found.severity == "note"
    assert found.message.endswith("explained by: Something changed.")


def test_number_that_stands_still_while_the_others_move_is_the_stale_one():
    rows = """
    a,arrested,2024-01-31,110,exact
    a,detained,2024-01-31,70,exact
    a,released,2024-01-31,30,exact # 100, not 110
    b,arrested,2024-02-29,120,exact
    b,detained,2024-02-29,70,exact
    b,released,2024-02-29,31,exact
    c,arrested,2024-03-31,130,exact
    c,detained,2024-03-31,70,exact # for the third time
    c,released,2024-03-31,31,exact # released has moved once
    """
    (found,) = find(rows)
    assert found.lines == (3, 6, 9)
    assert "detained stands still at 70" in found.message
    (first, second) = find("\n".join(rows.strip().splitlines()[:6]))  # two times may be chance
    assert (first.lines, second.lines) == ((2, 3, 4), (5, 6, 7))
