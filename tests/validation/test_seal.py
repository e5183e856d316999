# ruff: noqa: E501 (a row of a table is one line)
from datetime import date

import pandas as pd
import pytest

from tests import small
from validation import read_dataset
from validation.seal import NothingToSealError, main, seal
from validation.sealing import digest_by
from validation.tables import tables_of

DAY = date(2026, 1, 1)  # rows of the small data set are recorded on it


def sealed(folder, day=DAY):
    return seal(folder=folder, day=day, added="", why="Because.")


def digest(folder):
    return digest_by(tables=tables_of(dataset=read_dataset(folder).dataset), day=pd.Timestamp(DAY))


def rules(folder):
    return [found.rule for found in read_dataset(folder).findings]


def test_seal_writes_day_rows_digest_and_reason(folder):
    line = sealed(folder)
    assert line == f'2026-01-01,1,{digest(folder)},"1 rows of observations, 5 rows of sources",Because.\n'
    assert rules(folder) == []


def test_unsealed_rows_are_a_draft(folder):
    assert rules(folder) == ["draft", "draft"]
    sealed(folder)
    small_row = (
        "metric,period_end,value,recorded\narrested,2024-01-31,100,\narrested,2024-02-01,101,2026-01-02"
    )
    text = small.content("observations", small_row.replace("100,", "100,2026-01-01"))
    (folder / "observations.csv").write_text(text)
    (found,) = read_dataset(folder).findings
    assert (found.rule, found.severity, found.lines, found.value) == ("draft", "note", (3,), "1")
    assert "the last seal is of 2026-01-01" in found.message


def test_file_is_made_where_there_is_none_and_an_unended_line_is_ended(folder):
    (folder / "editions.csv").unlink()
    sealed(folder)
    path = folder / "editions.csv"
    path.write_text(path.read_text().removesuffix("\n"))
    small_row = "metric,period_end,value,recorded\narrested,2024-01-31,100,2026-01-01\narrested,2024-02-01,101,2026-01-02"
    (folder / "observations.csv").write_text(small.content("observations", small_row))
    sealed(folder, day=date(2026, 1, 2))
    assert rules(folder) == []
    assert read_dataset(folder).dataset.editions["rows"].tolist() == [1, 2]


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("observations", ",100,", ",101,"),
        ("observations", "so many", "so few"),
        ("sources", "Title of a", "Another title"),
    ],
)
def test_changed_cell_breaks_the_seal(folder, table, old, new):
    sealed(folder)
    path = folder / f"{table}.csv"
    path.write_text(path.read_text().replace(old, new, 1))
    (found,) = read_dataset(folder).errors
    assert (found.rule, found.table, found.line) == ("broken_seal", "editions.csv", 2)


def test_row_added_on_the_sealed_day_breaks_it_and_the_message_says_what_to_do(folder):
    sealed(folder)
    rows = "metric,period_end,value\narrested,2024-01-31,100\narrested,2024-02-01,101"
    (folder / "observations.csv").write_text(small.content("observations", rows))
    (found,) = read_dataset(folder).errors
    assert "1 observations were sealed, 2 are recorded up to that day now" in found.message
    assert "record what is new with a later day" in found.message


def test_correction_of_the_sealed_day_breaks_it(folder):
    sealed(folder)
    rows = "metric,period_end,expected_value\narrested,2024-01-31,100"
    (folder / "corrections.csv").write_text(small.content("corrections", rows))
    assert [found.rule for found in read_dataset(folder).errors] == ["broken_seal"]


def test_way_of_writing_does_not_break_the_seal(folder):
    rows = "metric,period_end,value\narrested,2024-01-31,1000\narrested,2024-02-01,1001"
    small.write(folder, observations=rows)
    sealed(folder)
    header, first, second = (folder / "observations.csv").read_text().splitlines()
    typed = [header, second, first.replace(",1000,", ',"(1,000)",')]
    (folder / "observations.csv").write_bytes("\r\n".join(["\ufeff" + typed[0], *typed[1:], "", ""]).encode())
    assert rules(folder) == []


def test_what_is_not_sealed_is_said_in_a_sentence(folder):
    with pytest.raises(
        NothingToSealError, match=r"sources\.csv has|observations\.csv has 1 rows recorded after"
    ):
        sealed(folder, day=date(2025, 12, 31))
    sealed(folder)
    with pytest.raises(NothingToSealError, match="is sealed already, and a seal is never rewritten"):
        sealed(folder)
    with pytest.raises(NothingToSealError, match="Nothing was recorded since the last seal"):
        sealed(folder, day=date(2026, 1, 2))


def test_tables_with_errors_are_not_sealed(folder, capsys):
    (folder / "places.csv").write_text("")
    assert main([str(folder)]) == 1
    assert "Only sound tables are sealed" in capsys.readouterr().err


def test_command_prints_the_line(folder, capsys):
    assert main([str(folder), "--day", "2026-01-01", "--why", "First."]) == 0
    assert capsys.readouterr().out == (folder / "editions.csv").read_text().splitlines(keepends=True)[1]


HEADER = "day,rows,sha256,added,why"


@pytest.mark.parametrize(
    "content",
    [
        HEADER.replace(",", ";").encode() + b"\n",  # as a spreadsheet of another country writes it
        HEADER.replace(",", "\t").encode() + b"\n",
        ("\ufeff" + HEADER).encode("utf-16-le") + b"\n\0",
        b"rows,day,sha256,added,why\n",  # another order of columns
        b"\n" + HEADER.encode() + b"\n",
    ],
    ids=["semicolons", "tabs", "UTF-16", "another order", "an empty line first"],
)
def test_file_that_a_line_would_break_is_refused_and_left_as_it_was(folder, capsys, content):
    path = folder / "editions.csv"
    path.write_bytes(content)
    assert read_dataset(folder).errors == ()  # it can be read
    assert main([str(folder), "--day", "2026-01-01"]) == 1
    assert (
        f"must be written with commas, in UTF-8, and begin with the line `{HEADER}`"
        in capsys.readouterr().err
    )
    assert path.read_bytes() == content


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_sealed_file_can_be_read_whatever_its_line_ends(folder, start, end):
    (folder / "editions.csv").write_bytes(start + HEADER.encode() + end)
    sealed(folder)
    assert rules(folder) == []
