"""A bundle is read by another tool than ours, and has what its answer has."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from frictionless import validate

from exports.bundle.bundle import bundle
from tests.metrics.asking import ask
from validation import Dataset

HOST = "http://host.test/"
QUESTIONS: list[dict[str, Any]] = [
    {"metric": "killed"},
    {"metric": "detained", "grain": "month"},
    {"metric": ["arrested", "killed"], "measure": "newly_documented", "grain": "year"},
    {"metric": "killed", "measure": "per_100k", "place": ["MM", "MM-01"]},
    {"metric": "killed", "known_on": "2022-01-31"},
]


def unpacked(body: bytes, folder: Path) -> Path:
    with ZipFile(BytesIO(body)) as made:
        made.extractall(folder)
    return folder / "taken"


@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
def test_frictionless_finds_nothing_wrong_with_it(
    first_edition: Dataset, tmp_path: Path, asked: dict[str, Any]
) -> None:
    answer = ask(first_edition, **asked)
    folder = unpacked(bundle(first_edition, answer, host=HOST, folder="taken"), tmp_path)
    report = validate(folder / "datapackage.json")
    assert report.valid, report.flatten(["name", "message"])
    series = next(task for task in report.tasks if task.name == "series")
    assert series.stats["rows"] == len(answer.rows)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("documents.csv", "mm-un-mission-2022-01-31", "another-document"),  # a broken reference
        ("series.csv", "reported", "rumoured"),  # a word that there is not
        ("series.csv", "2022-01-31,,", "January,,"),  # no day
    ],
)
def test_frictionless_finds_a_fault_that_was_planted(
    first_edition: Dataset, tmp_path: Path, file: str, old: str, new: str
) -> None:
    answer = ask(first_edition, metric="killed", known_on="2022-01-31")
    folder = unpacked(bundle(first_edition, answer, host=HOST, folder="taken"), tmp_path)
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new))
    assert not validate(folder / "datapackage.json").valid


def test_the_rows_are_those_of_the_answer(first_edition: Dataset, tmp_path: Path) -> None:
    answer = ask(first_edition, metric="killed")
    folder = unpacked(bundle(first_edition, answer, host=HOST, folder="taken"), tmp_path)
    found = list(csv.DictReader(StringIO((folder / "series.csv").read_text())))
    assert [(row["bucket"], row["qualifier"], row["source_id"]) for row in found] == [
        (row.bucket, row.qualifier, row.source_id) for row in answer.rows
    ]
    assert [float(row["value"]) for row in found if row["value"]] == [row.value for row in answer.counted]
    documents = list(csv.DictReader(StringIO((folder / "documents.csv").read_text())))
    assert [row["source_id"] for row in documents] == [one.source_id for one in answer.sources]


def test_what_must_be_known_is_said_with_it(first_edition: Dataset, tmp_path: Path) -> None:
    answer = ask(first_edition, metric="killed", known_on="2024-02-01")
    folder = unpacked(bundle(first_edition, answer, host=HOST, folder="taken"), tmp_path)
    said = (folder / "README.txt").read_text()
    assert "Known on: 1 February 2024" in said
    assert "known_on=2024-02-01" in said
    assert "What was asked: Killed, total documented since the coup: Myanmar." in said
    assert "- at_least: at least\n" in said
    assert "- not_reported: no figure\n" in said
    assert "CITATION.txt" in said
    assert "not zero" in said
    assert "the actual number is likely higher" in said
    assert "1 February 2024" in (folder / "CITATION.txt").read_text()


def test_a_part_of_the_people_is_said_to_be_one(first_edition: Dataset, tmp_path: Path) -> None:
    answer = ask(first_edition, metric="detained", sex="female")
    folder = unpacked(bundle(first_edition, answer, host=HOST, folder="taken"), tmp_path)
    assert "women and girls" in (folder / "README.txt").read_text().lower()


def test_the_same_question_gives_the_same_bytes(first_edition: Dataset) -> None:
    answer = ask(first_edition, metric="killed", known_on="2024-02-01")
    made = {bundle(first_edition, answer, host=HOST, folder="taken") for _time in range(2)}
    assert len(made) == 1
