"""A new folder is sound, has one count of each kind, and is written nowhere where something is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.serving import PROJECT
from validation import Dataset, ReportingYear, read_dataset
from validation.describe import DESCRIPTOR
from validation.describe import main as describe
from validation.models import TABLES
from validation.models.vocabularies import GRAINS, MEASURES_OF_FLOW, MEASURES_OF_STOCK
from validation.new_folder import GUIDE, NothingWrittenError, example_files, main, new_folder, one_line
from validation.seal import seal

TODAY = date(2026, 3, 1)
TITLE = "Prisoners of Ruritania"
HOSTILE = (
    'Prisoners "of" Ruritania',
    "L'été: l'Organisation",
    "ရူရီတေးနီးယား 名前 👩‍👩‍👧 عربى",
    "a\\b\"\"\"c''' # [pages] = {x}",
    "$title ${columns} $(shell touch x) $5 `touch y` %s {0}",
    "=1+1, -x; <script>alert(1)</script>",
    "two\nlines\r\nand\ta tab\x7f\x1b[31m\u0085\u2028",
)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    new_folder(folder=tmp_path / "new", title=TITLE, today=TODAY)
    return tmp_path / "new"


@pytest.fixture
def dataset(new: Path) -> Dataset:
    read = read_dataset(new).dataset
    assert read is not None
    return read


def test_nothing_is_found_wrong_in_it_and_nothing_is_sealed(new: Path) -> None:
    reading = read_dataset(new)
    assert reading.dataset is not None
    assert [(found.rule, found.severity) for found in reading.findings] == [("draft", "note")] * 2


def test_its_title_is_the_name_and_its_rows_are_recorded_today(dataset: Dataset) -> None:
    assert (dataset.settings.title, dataset.settings.name) == (TITLE, "prisoners-of-ruritania")
    for table in (dataset.observations, dataset.sources):
        assert set(table["recorded"]) == {pd.Timestamp(TODAY)}


def test_it_has_ten_counts_and_one_of_each_kind(dataset: Dataset) -> None:
    counts = dataset.observations
    publisher = dict(zip(dataset.sources["source_id"], dataset.sources["publisher"], strict=True))
    of_event = counts[counts["event_id"] != ""]
    assert len(counts) == 10
    assert set(counts["basis"]) == {"", "documented", "happened"}
    assert set(counts["qualifier"]) == {"exact", "at_least"}
    assert set(counts["sex"]) == {"all", "female"}
    assert set(counts["place"]) == {"XA", "XA-01"}
    assert dict(zip(of_event["counted_by"], of_event["group"], strict=True)) == {
        "EXAMPLE-MINISTRY": "all_prisoners",
        "EXAMPLE-GROUP": "political",
    }
    assert (counts["source_id"].map(publisher) != counts["counted_by"]).sum() == 1, "a relay"


def test_every_organisation_and_place_is_said_to_be_invented(dataset: Dataset) -> None:
    for named in (dataset.organisations["name"], dataset.places["name"], dataset.events["label"]):
        assert named.str.endswith("(invented)").all()
    assert dataset.sources["title"].str.startswith("Invented").all()
    assert "invented" in dataset.settings.citation


def test_headers_are_those_of_the_models_and_editions_are_left_to_the_seal(new: Path) -> None:
    headers = {path.stem: path.read_text().splitlines()[0] for path in new.glob("*.csv")}
    assert headers == {
        table: ",".join(definition.columns) for table, definition in TABLES.items() if table != "editions"
    }


def test_the_guide_explains_every_file_every_column_and_every_count(new: Path) -> None:
    guide = (new / GUIDE).read_text(encoding="utf-8")
    for path in new.iterdir():
        assert f"| `{path.name}` |" in guide or path.name == GUIDE
    for table, definition in TABLES.items():
        section = guide.split(f"## {table}.csv\n")[1].split("\n## ")[0]
        names = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
        assert [name for name in names if name != "name_LANGUAGE"] == list(definition.columns)
    counts = guide.split("## The ten counts\n")[1].split("\n## ")[0]
    for value in read_dataset(new).dataset.observations["value"]:
        assert f"{value:,}" in counts


def test_settings_name_the_words_that_are_allowed() -> None:
    settings = example_files(title=TITLE, today=TODAY)["dataset.toml"]
    for words in (GRAINS, MEASURES_OF_STOCK, MEASURES_OF_FLOW):
        assert f"# One of {', '.join(words)}.\n" in settings


def test_what_the_settings_show_behind_marks_holds_when_the_marks_are_taken_away(new: Path) -> None:
    path = new / "dataset.toml"
    settings = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^# (?=\[|\w+ = )", "", settings, flags=re.MULTILINE), encoding="utf-8")
    reading = read_dataset(new)
    assert reading.dataset is not None
    unmarked = reading.dataset.settings
    assert [one.derive for one in unmarked.identities] == ["released"]
    assert [one.label for one in unmarked.origins] == ["since 1 January 2023", "since 29 July 2024"]
    assert unmarked.words["age"]["aged_18_to_20"] == "aged 18 to 20"
    assert unmarked.reporting_year == ReportingYear(first_month=1, named_by_its_end=True)


@pytest.mark.parametrize("title", HOSTILE)
def test_any_name_makes_a_sound_folder(tmp_path: Path, title: str) -> None:
    assert main([str(tmp_path / "new"), title]) == 0
    reading = read_dataset(tmp_path / "new")
    assert reading.dataset is not None
    assert {found.severity for found in reading.findings} == {"note"}
    assert reading.dataset.settings.title == one_line(title)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", reading.dataset.settings.name)


@given(title=st.text(min_size=1).map(one_line))
@example(title="\x7f\\u0041")
def test_any_name_is_one_text_of_the_settings(title: str) -> None:
    settings = tomllib.loads(example_files(title=title, today=TODAY)["dataset.toml"])
    assert settings["title"] == title
    assert settings["pages"] == {"headline_metrics": ["detained", "arrested", "killed"]}


@pytest.mark.parametrize("arguments", [[], [""], ["", "A title"], ["/nowhere/new"], ["/nowhere/new", " \n "]])
def test_without_folder_or_name_one_sentence_says_what_is_needed(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("A folder and a name are needed, for instance: make new FOLDER=")
    assert printed.out == ""
    assert not Path("/nowhere").exists()


@pytest.mark.parametrize("file", ["dataset.toml", "letters.txt", ".hidden"])
def test_a_folder_with_anything_in_it_is_left_as_it_is(
    tmp_path: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / file).write_text("mine")
    assert main([str(tmp_path), TITLE]) == 1
    assert "is there already and is not empty. Nothing was written" in capsys.readouterr().err
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(file, "mine")]


def test_a_file_and_what_cannot_be_made_are_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    assert main([str(tmp_path / "file"), TITLE]) == 1
    assert "is a file. Nothing was written" in capsys.readouterr().err
    assert main([str(tmp_path / "file" / "below"), TITLE]) == 1
    assert "Not a directory" in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "mine"


def test_a_name_that_is_no_text_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "new"), "\udcff"]) == 1
    assert "must be text in UTF-8" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_an_empty_folder_is_taken_and_a_second_time_refused(tmp_path: Path) -> None:
    new_folder(folder=tmp_path, title=TITLE, today=TODAY)
    with pytest.raises(NothingWrittenError, match="not empty"):
        new_folder(folder=tmp_path, title="Another", today=TODAY)
    assert TITLE in (tmp_path / "dataset.toml").read_text()


def test_it_can_be_sealed_and_described(new: Path) -> None:
    line = seal(folder=new, day=TODAY, added="", why="First edition.")
    assert line.startswith("2026-03-01,10,")
    assert read_dataset(new).findings == ()
    assert describe([str(new)]) == 0
    assert (new / DESCRIPTOR).exists()


@pytest.mark.parametrize("title", HOSTILE[:-1])
def test_make_hands_folder_and_name_on_as_they_were_typed(tmp_path: Path, title: str) -> None:
    folder = tmp_path / 'it\'s $(a) "new" $folder'
    made = _make(f"FOLDER={folder}", f"NAME={title}")
    assert made.returncode == 0, made.stderr
    assert tomllib.loads((folder / "dataset.toml").read_text(encoding="utf-8"))["title"] == title


def test_make_takes_no_name_from_the_environment(tmp_path: Path) -> None:
    made = _make(f"FOLDER={tmp_path / 'new'}", NAME="a computer's name")
    assert made.returncode == 2
    assert "A folder and a name are needed" in made.stderr
    assert "Traceback" not in made.stderr


def _make(*variables: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`make new` by the interpreter of the tests, without setting anything up."""
    return subprocess.run(
        ["make", "new", f"BIN={Path(sys.executable).parent}", "RUNS=", *variables],
        cwd=PROJECT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
