"""Files as people send them: read where only one reading is possible, else a finding."""

import pytest

from tests import small
from validation import Severity, read_dataset

OBSERVATIONS = small.files()["observations.csv"]
# As files are that have no column for the upper end of a range: a cell too many is one that fits nowhere.
WITHOUT_RANGES = "\n".join(
    line.removesuffix(",value_to").removesuffix(",") for line in OBSERVATIONS.splitlines()
)


def rules_for(folder, content, name="observations.csv"):
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    reading = read_dataset(folder)
    return {(found.rule, found.line) for found in reading.findings if found.severity is not Severity.NOTE}


def test_small_data_set_is_sound(folder):
    reading = read_dataset(folder)
    assert reading.errors == ()
    assert reading.dataset is not None
    assert reading.tables["observations.csv"] == 1


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff" + OBSERVATIONS,
        OBSERVATIONS.replace("\n", "\r\n"),
        OBSERVATIONS.replace("\n", "\r"),
        OBSERVATIONS + "\n\n\n",
        OBSERVATIONS + "," * 16 + "\n",  # a spreadsheet's empty line
        OBSERVATIONS.removesuffix("\n"),
        OBSERVATIONS.replace(",", ";"),
        OBSERVATIONS.replace(",", "\t"),
        OBSERVATIONS.replace("100", '"(1,00)"'.replace("1,00", "100")),
        OBSERVATIONS.replace("100", "၁၀၀"),
        OBSERVATIONS.replace("so many", '" so many "'),
        "\n".join(line + ",," for line in OBSERVATIONS.splitlines()),  # empty columns on the right
        OBSERVATIONS.encode("utf-16"),
    ],
)
def test_other_ways_of_writing_the_same_table_are_read(folder, content):
    assert rules_for(folder, content) == set()
    assert read_dataset(folder).dataset.observations["value"].tolist() == [100]


def test_bytes_of_windows_are_read_with_a_warning(folder):
    content = OBSERVATIONS.replace("so many", "détenus").encode("cp1252")
    assert rules_for(folder, content) == {("not_utf8", 2)}
    assert read_dataset(folder).dataset.observations["locator"].tolist() == ["détenus"]


def test_line_is_the_line_on_which_a_record_starts(folder):
    row = OBSERVATIONS.splitlines()[1]
    two_lines = row.replace("so many", '"so\nmany"')
    third = row.replace("2024-01-31", "2024-02-29").replace("100", "-3")
    content = "\n".join([OBSERVATIONS.splitlines()[0], two_lines, third])
    assert rules_for(folder, content) == {("out_of_range", 4)}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ("empty_file", None)),
        ("\n\n", ("empty_file", None)),
        (OBSERVATIONS.replace("value", "number", 1), ("missing_column", 1)),
        (OBSERVATIONS.replace("value", "number", 1), ("unknown_column", 1)),
        (OBSERVATIONS.replace("note,", "value,", 1), ("repeated_column", 1)),
        (OBSERVATIONS + "a,b,c\n", ("ragged_line", 3)),
        (WITHOUT_RANGES.replace("so many", "so,many"), ("ragged_line", 2)),
        (OBSERVATIONS.replace("so many", "so,many"), ("unreadable_value", 2)),  # every cell one place on
        (OBSERVATIONS.replace("so many", '"so many'), ("unreadable_line", 2)),
        (OBSERVATIONS.replace("so many", '"so" many'), ("unreadable_line", 2)),
        (OBSERVATIONS.replace("so many", "so\0many"), ("unreadable_line", 2)),
        (OBSERVATIONS.replace("100", "25.931"), ("unreadable_value", 2)),
        (OBSERVATIONS.replace("100", "many"), ("unreadable_value", 2)),
        (OBSERVATIONS.replace("100", "-1"), ("out_of_range", 2)),
        (OBSERVATIONS.replace("2024-01-31", "31/01/2024"), ("unreadable_value", 2)),
        (OBSERVATIONS.replace("2024-01-31", ""), ("missing_value", 2)),
        (OBSERVATIONS.replace("exact", "roughly"), ("unknown_word", 2)),
        (OBSERVATIONS.replace("so many", ""), ("missing_value", 2)),
        (OBSERVATIONS.replace("all,all,,", "all,all,gunshot,"), ("malformed_code", 2)),
        (OBSERVATIONS.replace("so many", "x" * 200_000), ("unreadable_line", 2)),
    ],
)
def test_what_has_no_or_several_readings_is_a_finding(folder, content, expected):
    assert expected in rules_for(folder, content)
    assert read_dataset(folder).dataset is None


def test_header_only_is_a_table_without_rows(folder):
    assert rules_for(folder, OBSERVATIONS.splitlines()[0]) == set()
    assert read_dataset(folder).tables["observations.csv"] == 0


def test_all_faults_show_at_once(folder):
    content = OBSERVATIONS.replace("100", "many").replace("exact", "roughly").replace("2026-01-01", "x")
    assert {rule for rule, _ in rules_for(folder, content)} == {"unreadable_value", "unknown_word"}
    assert len(read_dataset(folder).errors) == 3


def test_finding_names_table_line_column_value_and_rule(folder):
    rules_for(folder, OBSERVATIONS.replace("100", "-3"))
    (found,) = read_dataset(folder).errors
    assert (found.table, found.line, found.column, found.value) == ("observations.csv", 2, "value", "-3")
    assert found.message == "`value` must be 0 or more: line 2 has `-3`"


def test_missing_table_is_an_error_and_missing_seals_are_not(folder):
    (folder / "editions.csv").unlink()
    assert read_dataset(folder).errors == ()
    (folder / "corrections.csv").unlink()
    assert [found.table for found in read_dataset(folder).errors] == ["corrections.csv"]


def test_folder_in_place_of_a_file_is_a_finding(folder):
    (folder / "breaks.csv").unlink()
    (folder / "breaks.csv").mkdir()
    assert [found.rule for found in read_dataset(folder).errors] == ["missing_file"]


def test_empty_folder_names_all_that_is_missing(tmp_path):
    reading = read_dataset(tmp_path)
    assert {found.rule for found in reading.errors} == {"missing_file"}
    assert len(reading.errors) == 9
    assert reading.folder_was_readable


def test_missing_folder_is_said(tmp_path):
    reading = read_dataset(tmp_path / "nowhere")
    assert [found.rule for found in reading.errors] == ["folder"]
    assert not reading.folder_was_readable


def test_errors_stop_the_rules_that_lean_on_them(folder):
    small.write(folder, observations="metric,period_end,value\narrested,2024-01-31,9\narrested,2024-02-01,8")
    assert [found.rule for found in read_dataset(folder).findings if found.severity is Severity.WARNING] == [
        "falling_total"
    ]
    rules_for(folder, "place", name="places.csv")
    assert {found.rule for found in read_dataset(folder).findings} == {"missing_column"}


def test_faulty_row_does_not_hide_the_faults_of_others(folder):
    rows = """
    metric,period_end,value,place
    arrested,2024-01-31,9,XX
    arrested,2024-02-01,8,XX # falls
    arrested,2024-02-02,7,YY # unknown
    arrested,2024-02-03,many,XX # no count
    """
    small.write(folder, observations=rows)
    found = {
        (one.rule, one.lines) for one in read_dataset(folder).findings if one.severity is not Severity.NOTE
    }
    assert found == {("falling_total", (3, 2)), ("unknown_code", (4,)), ("unreadable_value", (5,))}


def test_emptied_corrections_break_the_seal_and_the_counts_are_judged_all_the_same(copied_data):
    path = copied_data / "corrections.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    reading = read_dataset(copied_data)
    assert {one.rule for one in reading.errors} == {"broken_seal"}
    assert sum(one.severity is Severity.WARNING for one in reading.findings) > 50


@pytest.mark.parametrize("name", ["name_my", "name_es", "name_shn"])
def test_places_may_have_names_in_any_language(folder, name):
    lines = (folder / "places.csv").read_text(encoding="utf-8").splitlines()
    named = [f"{lines[0]},{name}", *(f"{line},Nombre" for line in lines[1:])]
    (folder / "places.csv").write_text("\n".join(named), encoding="utf-8")
    found = read_dataset(folder)
    assert not found.errors
    assert found.dataset is not None
    assert set(found.dataset.places[name]) == {"Nombre"}


def test_a_column_of_another_name_stays_unknown(folder):
    text = (folder / "places.csv").read_text(encoding="utf-8")
    (folder / "places.csv").write_text(text.replace("place,", "name_English,place,", 1), encoding="utf-8")
    assert "unknown_column" in {found.rule for found in read_dataset(folder).errors}


def test_the_world_and_an_institution_are_places(folder):
    places = """
    place,kind,parent
    XW,world,
    XX,country,XW
    XX-1,region,XX
    XX-1-Central2,institution,XX-1
    XX-unknown,unknown,XX
    """
    rows = "metric,period_end,value,place\narrested,2024-01-31,9,XW\narrested,2024-01-31,2,XX-1-Central2"
    small.write(folder, observations=rows, places=places)
    assert read_dataset(folder).errors == ()
