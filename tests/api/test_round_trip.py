"""What is taken away, read back, is the answer: over filters, vintages, formats and languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from exports.answer_table import STATUSES
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.language.wording import _, spoken_in
from metrics.query.caching import clear_caches
from metrics.question.address import read_parameters
from tests.metrics.asking import TODAY
from validation import Dataset

QUESTIONS = [
    "metric=killed",  # limits beside exact figures
    "metric=killed&known_on=2022-01-31",
    "metric=killed&known_on=2024-02-01&edition=2026-11-22",
    "metric=arrested&place=MM&place=MM-01&from=2022-01-01&to=2024-12-31",
    "metric=detained&grain=month",  # months without a figure
    "metric=detained&sex=female",
    "metric=arrested&metric=killed&measure=newly_documented&grain=reporting_year",
    "metric=arrested&measure=happened&grain=reporting_year",
    "metric=killed&measure=per_100k&grain=quarter&place=MM&place=MM-01",
    "metric=detained&from=2010-01-01&to=2010-03-31&grain=month",  # nothing at all
]
DECIMALS = 4


class Read(NamedTuple):
    """What a row says, whatever file it is read from."""

    metric: str
    place: str
    bucket: str
    last: str
    value: float | None
    upper: float | None
    source_id: str
    published: str


@pytest.fixture(autouse=True)
def _in_two_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing that was made for one test is given to another."""
    yield
    clear_caches()


def in_burmese(words: str) -> str:
    with spoken_in("my"):
        return _(words)


@pytest.fixture(params=QUESTIONS)
def question(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def answered(dataset: Dataset, question: str) -> Answer:
    return answer_for(dataset, read_parameters(parse_qsl(question), dataset=dataset, today=TODAY))


def expected(answer: Answer) -> list[Read]:
    is_difference = answer.query.measure == "newly_documented"
    return [
        Read(
            row.metric,
            row.place,
            row.bucket,
            said(row.covers_to if is_difference else row.period_end),
            rounded(row.value),
            rounded(row.value_to),
            row.source_id,
            said(row.published),
        )
        for row in answer.rows
    ]


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)


def said(day: object) -> str:
    if isinstance(day, datetime):
        return day.date().isoformat()
    return day.isoformat() if isinstance(day, date) else ""


def lines_of(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def of_lines(lines: list[dict[str, str]]) -> list[Read]:
    return [
        Read(
            line["metric"],
            line["place"],
            line["bucket"],
            line["covers_to"] if line["measure"] == "newly_documented" else line["period_end"],
            float(line["value"]) if line["value"] else None,
            float(line["value_to"]) if line["value_to"] else None,
            line["source_id"],
            line["published"],
        )
        for line in lines
    ]


@pytest.mark.parametrize("taken", ["series.csv", "series.csv&bom=1", "bundle.zip", "everything.zip"])
@pytest.mark.parametrize("language", ["en", "my"])
def test_rows_are_those_of_the_answer(
    client: TestClient, first_edition: Dataset, question: str, taken: str, language: str
) -> None:
    name, _and, own = taken.partition("&")
    response = client.get(f"/api/v1/{name}?{question}&lang={language}&{own}".rstrip("&"))
    assert response.status_code == 200, response.text
    body = response.content
    if name.endswith(".zip"):
        with ZipFile(io.BytesIO(body)) as files:
            body = files.read(next(one for one in files.namelist() if one.endswith("/series.csv")))
    answer, lines = answered(first_edition, question), lines_of(body)
    assert of_lines(lines) == expected(answer)
    assert [(line["qualifier"], line["status"]) for line in lines] == [
        (row.qualifier, str(row.status)) for row in answer.rows
    ]


@pytest.mark.parametrize("language", ["en", "my"])
def test_a_workbook_is_the_answer(
    client: TestClient, first_edition: Dataset, question: str, language: str
) -> None:
    body = client.get(f"/api/v1/series.xlsx?{question}&lang={language}").content
    book, answer = load_workbook(io.BytesIO(body)), answered(first_edition, question)
    sheet = "Data" if language == "en" else in_burmese("Data")
    head, *cells = book[sheet].iter_rows(values_only=True)
    assert head[5] == ("Value" if language == "en" else in_burmese("Value"))
    found = [
        Read(*row[14:16], row[2], said(row[4]), row[5], row[6], row[16] or "", said(row[11]))  # type: ignore[arg-type]
        for row in cells
    ]
    assert found == expected(answer)
    with spoken_in(language):
        assert [row[8] for row in cells] == [_(STATUSES[row.status]) for row in answer.rows]
        words = {"exact": _("exact"), "at_least": _("at least"), "up_to": _("up to"), "about": _("about")}
    qualifiers = [words[row.qualifier] if row.value is not None else None for row in answer.rows]
    assert [row[7] for row in cells] == qualifiers


@pytest.mark.parametrize("name", ["series.csv", "series.xlsx", "bundle.zip", "everything.zip"])
def test_a_language_without_words_is_refused_with_those_that_have_some(client: TestClient, name: str) -> None:
    error = client.get(f"/api/v1/{name}?lang=tlh").json()["error"]
    assert error["parameter"] == "lang"
    assert error["allowed"] == ["en", "my"]
