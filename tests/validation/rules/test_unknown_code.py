import pytest

from tests.small import tables
from validation.rules.unknown_code import check_unknown_code


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ("source_id", "z"),
        ("counted_by", "NOBODY"),
        ("place", "YY"),
        ("event_id", "none"),
        ("metric", "taxed"),
    ],
)
def test_code_that_no_table_explains_is_found(column, code):
    rows = f"metric,period_end,value,{column}x\narrested,2024-01-31,1,{code}".replace(f"{column}x", column)
    if column == "metric":
        rows = f"metric,period_end,value\n{code},2024-01-31,1"
    (found,) = check_unknown_code(tables(observations=rows))
    assert (found.table, found.line, found.column, found.value) == ("observations.csv", 2, column, code)


def test_one_unknown_code_on_many_lines_is_one_finding():
    rows = "source_id,metric,period_end,value\nz,arrested,2024-01-31,1\nz,arrested,2024-02-29,1"
    (found,) = check_unknown_code(tables(observations=rows))
    assert found.lines == (2, 3)


@pytest.mark.parametrize(
    ("table", "rows", "column"),
    [
        ("sources", "source_id,publisher\na,NOBODY", "publisher"),
        ("places", "place,kind,parent\nXX,country,\nXX-1,region,YY", "parent"),
        ("metrics", "metric,kind,part_of\narrested,flow,taxed", "part_of"),
        ("breaks", "metric,date,kind\ntaxed,2024-01-01,definition", "metric"),
        ("events", "event_id,place,date,kind\ne,YY,2024-01-01,amnesty", "place"),
    ],
)
def test_every_table_is_held_against_the_others(table, rows, column):
    (found,) = check_unknown_code(tables(**{table: rows}))
    assert (found.table, found.column) == (f"{table}.csv", column)


def test_empty_cell_refers_to_nothing():
    assert check_unknown_code(tables()) == []
