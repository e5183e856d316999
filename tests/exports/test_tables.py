import csv
import json
from io import BytesIO, StringIO

import pandas as pd
import pytest

from exports.series_files import series_csv, series_records, table_csv, table_records
from metrics.answer.frames import SERIES_COLUMNS
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources

SMALL = dataset(
    observations("""
        a, detained, XX, stock, 2022-01-31, 1200, at_least
        a, detained, XX, stock, 2022-03-31, 1300, exact
    """),
    sources("a, CO, 2022-04-01"),
)
ANSWER = ask(SMALL, metric="detained", grain="month", from_="2022-01-01", to="2022-03-31")


def test_csv_read_back_equals_the_answer():
    read = pd.read_csv(BytesIO(series_csv(ANSWER)), dtype=str, keep_default_na=False)
    assert tuple(read.columns) == SERIES_COLUMNS
    assert read["value"].tolist() == ["1200", "", "1300"]
    assert read["qualifier"].tolist() == ["at_least", "", "exact"]
    assert read["status"].tolist() == ["reported", "not_reported", "reported"]
    assert read["period_end"].tolist() == ["2022-01-31", "", "2022-03-31"]
    assert read["published"].tolist() == ["2022-04-01", "", "2022-04-01"]


def test_record_of_a_missing_value_is_null_and_not_zero():
    records = json.loads(json.dumps(series_records(ANSWER), allow_nan=False))
    assert [record["value"] for record in records] == [1200, None, 1300]
    assert records[1]["period_end"] is None


def test_rate_keeps_its_decimals():
    answer = ask(SMALL, metric="detained", measure="per_100k", to="2022-03-31", from_="2022-03-01")
    assert series_records(answer)[0]["value"] == 130.0  # 1,300 * 100,000 / 1,000,000
    assert b",130,exact," in series_csv(answer)


def test_text_never_becomes_a_formula():
    frame = pd.DataFrame(
        {"note": ['=HYPERLINK("http://x")', "-1 killed", "@x", "plain"], "value": [-5, 1, 2, 3]}
    )
    lines = table_csv(frame).decode().splitlines()
    assert lines[1] == '"\'=HYPERLINK(""http://x"")",-5'  # the number below zero stays a number
    assert [line[0] for line in lines[2:]] == ["'", "'", "p"]


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
def test_each_start_of_a_formula_gets_an_apostrophe_and_reads_back(start: str):
    """A program takes one apostrophe off and has the text again."""
    written = table_csv(pd.DataFrame({"note": [f"{start}1+1"], "x": ["a"]}))
    read = next(csv.DictReader(StringIO(written.decode(), newline="")))["note"]
    assert read == f"'{start}1+1"


def test_cells_that_are_missing_are_empty_in_csv_and_null_in_records():
    frame = pd.DataFrame(
        {
            "day": pd.to_datetime(["2022-01-31", None]),
            "count": pd.array([1200, None], dtype="Int64"),
            "area": pd.array([1.5, None], dtype="Float64"),
            "name": pd.array(["North", None], dtype="str"),
        }
    )
    assert table_csv(frame).decode() == "day,count,area,name\n2022-01-31,1200,1.5,North\n,,,\n"
    assert table_records(frame) == [
        {"day": "2022-01-31", "count": 1200, "area": 1.5, "name": "North"},
        {"day": None, "count": None, "area": None, "name": None},
    ]


def test_text_with_commas_quotes_and_lines_reads_back():
    texts = ['a, "b"', "two\nlines", "a\r=1+1", "a\r\nb", ""]
    read = pd.read_csv(BytesIO(table_csv(pd.DataFrame({"note": texts, "x": "x"}))), keep_default_na=False)
    assert read["note"].tolist() == texts
