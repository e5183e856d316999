"""A workbook that is read back has the numbers, days, qualifiers and documents of its answer."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from exports.sheets.workbook import workbook
from metrics.answer.answer import Answer
from tests.metrics.asking import TODAY, ask
from tests.small import SMALL, dataset, observations, sources, table
from validation import Dataset

HOST = "http://host.test/"


def read(tables: Dataset, answer: Answer) -> Workbook:
    return load_workbook(BytesIO(workbook(tables, answer, host=HOST, made=TODAY)))


def rows(book: Workbook, sheet: str) -> list[dict[str, Any]]:
    head, *cells = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in cells]


def day(cell: object) -> date | None:
    return cell.date() if isinstance(cell, datetime) else None


@pytest.mark.parametrize(
    "asked",
    [
        {"metric": "killed"},
        {"metric": ["arrested", "killed"], "measure": "newly_documented", "grain": "reporting_year"},
        {"metric": "detained", "grain": "month", "from_": "2024-01-01", "to": "2025-12-31"},
        {"metric": "arrested", "place": ["MM", "MM-01"], "known_on": "2024-02-01"},
        {"metric": "arrested", "measure": "happened", "grain": "reporting_year"},
    ],
    ids=str,
)
def test_every_row_is_read_back(first_edition: Dataset, asked: dict[str, Any]) -> None:
    answer = ask(first_edition, **asked)
    found = rows(read(first_edition, answer), "Data")
    assert len(found) == len(answer.rows)
    end = "To the total on" if asked.get("measure") == "newly_documented" else "To (or on)"
    for row, cells in zip(answer.rows, found, strict=True):
        assert (cells["metric"], cells["place"], cells["Period"]) == (row.metric, row.place, row.bucket)
        assert cells["Value"] == row.value
        last = row.covers_to if end == "To the total on" else row.period_end
        assert day(cells[end]) == last
        assert (cells["source_id"] or "") == row.source_id
        assert day(cells["Published"]) == row.published


def test_a_value_has_its_qualifier_and_a_missing_one_is_empty_with_a_word() -> None:
    counts = observations("""
        a, detained, XX, stock, 2024-01-31, 70, at_least
        b, detained, XX, stock, 2024-03-31, 71, exact
    """)
    tables = dataset(counts, sources("a, CO, 2024-02-01\nb, CO, 2024-04-01"))
    answer = ask(tables, metric="detained", grain="month", from_="2024-01-01", to="2024-03-31")
    first, gap, last = rows(read(tables, answer), "Data")
    assert (first["Value"], first["Qualifier"], first["Status"]) == (70, "at least", "reported")
    assert (gap["Value"], gap["Qualifier"], gap["Status"]) == (None, None, "no figure")
    assert (last["Value"], last["Qualifier"]) == (71, "exact")


def test_text_that_begins_like_a_formula_stays_text() -> None:
    metrics = SMALL["metrics"].replace("arrested,Arrested,", "arrested,=1+1,")
    documents = table("sources", "source_id,publisher,published,title\na,CO,2024-02-01,@SUM(A1)")
    tables = dataset(
        observations("a, arrested, XX, total, 2024-01-31, 70, exact"), documents, metrics=metrics
    )
    book = read(tables, ask(tables, metric="arrested"))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert {"=1+1", "@SUM(A1)"} <= {cell.value for cell in cells}
    assert not [cell.value for cell in cells if cell.data_type == "f"]


def test_a_name_that_begins_like_a_formula_leads_a_chart_nowhere() -> None:
    """A chart takes such a name for a cell, even one of another workbook."""
    metrics = SMALL["metrics"].replace("arrested,Arrested,", "arrested,=[other.xlsx]Data!$A$1,")
    counts = observations("""
        a, arrested, XX, total, 2024-01-31, 70, exact
        a, killed, XX, total, 2024-01-31, 7, exact
    """)
    tables = dataset(counts, sources("a, CO, 2024-02-01"), metrics=metrics)
    answer = ask(tables, metric=["arrested", "killed"])
    chart = zipped(workbook(tables, answer, host=HOST, made=TODAY), "xl/charts/chart1.xml")
    assert "<c:v>=[other.xlsx]Data! $A$1</c:v>" in chart, "the name is there, as text"
    led_to = set(re.findall("<c:f>(.*?)</c:f>", chart))
    assert led_to == {"Data!$E$2", "Data!$F$2", "Data!$E$3", "Data!$F$3"}


def test_a_caveat_and_its_rows_carry_the_same_number() -> None:
    counts = observations("""
        a, detained, XX, stock, 2024-01-31, 70, at_least
        b, detained, XX, stock, 2024-02-29, 71, exact
        b, detained, XX, stock, 2024-03-31, 90, about
    """)
    tables = dataset(counts, sources("a, CO, 2024-02-01\nb, CO, 2024-04-01"))
    book = read(tables, ask(tables, metric="detained"))
    said = next(row for row in rows(book, "Checks") if "approximate or limits" in row["What is said"])
    assert said["Of which figures"].startswith("2 figures")
    marked = [str(said["Number"]) in (row["Caveats"] or "").split(", ") for row in rows(book, "Data")]
    assert marked == [True, False, True]


def test_a_text_that_no_cell_takes_says_that_it_is_cut() -> None:
    documents = table("sources", f"source_id,publisher,published,title\na,CO,2024-02-01,{'T' * 40_000}")
    tables = dataset(observations("a, arrested, XX, total, 2024-01-31, 70, exact"), documents)
    title = rows(read(tables, ask(tables, metric="arrested")), "Sources")[0]["Title"]
    assert len(title) == 32_767
    assert title.endswith("the CSV has all of it)")


def test_the_chart_is_of_the_cells_and_leaves_gaps_open(first_edition: Dataset) -> None:
    answer = ask(first_edition, metric="detained", grain="month", from_="2024-01-01", to="2024-12-31")
    chart = zipped(workbook(first_edition, answer, host=HOST, made=TODAY), "xl/charts/chart1.xml")
    assert chart.count("<c:ser>") == 1
    assert "Data!$F$2:$F$13" in chart  # twelve months below the names
    # Excel leaves gaps open where nothing is said, and XlsxWriter says nothing then.
    assert "dispBlanksAs" not in chart


def test_an_answer_without_a_value_has_no_chart(first_edition: Dataset) -> None:
    answer = ask(first_edition, metric="detained", grain="month", from_="2010-01-01", to="2010-03-31")
    assert not answer.counted
    assert "Chart" not in read(first_edition, answer).sheetnames


def test_the_same_day_gives_the_same_bytes(first_edition: Dataset) -> None:
    answer = ask(first_edition, metric="killed", known_on="2024-02-01")
    made = [workbook(first_edition, answer, host=HOST, made=TODAY) for _time in range(2)]
    assert made[0] == made[1]


def test_what_it_is_and_where_it_comes_from_is_said(first_edition: Dataset) -> None:
    answer = ask(first_edition, metric="killed", known_on="2024-02-01")
    about = dict(read(first_edition, answer)["About"].iter_rows(values_only=True))
    assert about["Known on"] == "1 February 2024"
    assert about["What was asked"].startswith("Killed, total documented since the coup: Myanmar. ")
    assert about["Counted by"] == "Assistance Association for Political Prisoners (Burma)"
    assert "known_on=2024-02-01" in about["The same figures, for ever"]
    assert "known_on=2024-02-01" in about["The newest figures"], "the day that was asked for stays"


def test_a_part_of_the_people_is_said_to_be_one(first_edition: Dataset) -> None:
    answer = ask(first_edition, metric="detained", sex="female", grain="year")
    book = read(first_edition, answer)
    about = dict(book["About"].iter_rows(values_only=True))
    assert "women and girls" in about["What was asked"].lower()
    assert "by year" in about["What was asked"]
    assert {row["What is counted"] for row in rows(book, "Data")} == {"In detention (women and girls)"}


def zipped(body: bytes, name: str) -> str:
    with ZipFile(BytesIO(body)) as book:
        return book.read(name).decode()
