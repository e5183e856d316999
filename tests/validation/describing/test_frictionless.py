"""The tool that readers of data packages have finds our tables sound, and a planted fault of each kind."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from frictionless import validate

from tests.serving import PROJECT
from validation.describe import main as describe
from validation.new_folder import new_folder

FILES = ("*.csv", "datapackage.json")


def copied(folder: Path, to: Path) -> Path:
    to.mkdir()
    for pattern in FILES:
        for file in folder.glob(pattern):
            shutil.copy(file, to)
    return to


def faults(folder: Path) -> list[list[object]]:
    return validate(folder / "datapackage.json").flatten(["title", "type", "message"])


def test_the_tables_of_this_data_set_are_sound() -> None:
    assert faults(PROJECT / "data") == []


def test_those_of_a_new_folder_are_sound(tmp_path: Path) -> None:
    new_folder(folder=tmp_path / "new", title="Counts of Ruritania", today=date(2026, 11, 22))
    describe([str(tmp_path / "new")])
    assert faults(tmp_path / "new") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        ("observations.csv", ",killed,", ",kilted,", "foreign-key"),
        ("metrics.csv", "\nkilled,", "\narrested,", "primary-key"),
        ("observations.csv", ",2021-02-01,", ",yesterday,", "type-error"),
        ("metrics.csv", "killed,Killed,flow", "killed,,flow", "constraint-error"),
    ],
)
def test_a_planted_fault_is_found(tmp_path: Path, file: str, old: str, new: str, kind: str) -> None:
    folder = copied(PROJECT / "data", tmp_path / "copy")
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert kind in [found[1] for found in faults(folder)]
