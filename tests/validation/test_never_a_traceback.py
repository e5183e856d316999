"""Whatever lies in the folder, reading it gives a Reading."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.validation import small
from validation import Reading, read_dataset
from validation.reading import read_snapshot
from validation.report import as_json, as_text
from validation.snapshot import Snapshot, take_snapshot

NAMES = [*small.files(), "dataset.toml"]
SOUND = {
    **{name: text.encode() for name, text in small.files().items()},
    "dataset.toml": small.SETTINGS.encode(),
}
CELLS = [
    "",
    ",",
    "\n",
    '"',
    "\0",
    "(",
    "၁",
    "-1",
    "9" * 400,
    "NaN",
    "2024-02-30",
    "exact",
    "XX",
    "\ufeff",
    "é",
    "=1+1",
    ";",
    "NaT",
]


def check(files):
    reading = read_snapshot(snapshot=Snapshot(folder=Path("anywhere"), files=files))
    assert isinstance(reading, Reading)
    assert (reading.dataset is None) == bool(reading.errors)
    as_text(reading=reading)
    as_json(reading=reading)


@given(name=st.sampled_from(NAMES), content=st.binary(max_size=300))
@settings(max_examples=40, deadline=None)
def test_random_bytes_in_place_of_a_file(name, content):
    check({**SOUND, name: content})


@given(
    name=st.sampled_from(NAMES),
    cut=st.integers(0, 10_000),
    length=st.integers(0, 30),
    put=st.sampled_from(CELLS),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_file_with_something_cut_out_and_something_put_in(name, cut, length, put):
    content = SOUND[name]
    at = cut % (len(content) + 1)
    check({**SOUND, name: content[:at] + put.encode() + content[at + length :]})


@given(
    header=st.booleans(),
    rows=st.lists(st.lists(st.sampled_from(CELLS), min_size=15, max_size=18), max_size=4),
)
@settings(max_examples=25, deadline=None)
def test_rows_of_anything(header, rows):
    first = SOUND["observations.csv"].splitlines()[0].decode() + "\n" if header else ""
    check({**SOUND, "observations.csv": (first + "\n".join(",".join(row) for row in rows)).encode()})


def mutated(*, content, seed):
    """A file as a slip of the hand leaves it: lines and cells swapped, lost, doubled, replaced."""
    chance = random.Random(seed)
    lines = content.decode().split("\n")
    for _ in range(chance.randint(1, 6)):
        line = chance.randrange(len(lines))
        cells = lines[line].split(",")
        cell = chance.randrange(len(cells))
        slip = chance.randrange(5)
        if slip == 0:
            cells[cell] = chance.choice(CELLS)
        elif slip == 1:
            del cells[cell]
        elif slip == 2:
            cells.insert(cell, cells[cell])
        elif slip == 3:
            cells[cell] = lines[chance.randrange(len(lines))].split(",")[0]
        lines[line] = ",".join(cells)
        if slip == 4:
            lines.insert(line, lines[chance.randrange(len(lines))])
    return "\n".join(lines).encode()


def slips(number, *, folder):
    real = take_snapshot(folder=folder).files
    names = sorted(real)
    for seed in range(number):
        name = names[seed % len(names)]
        check({**real, name: mutated(content=real[name], seed=seed)})


def test_slips_in_the_real_files(data_folder):
    slips(11, folder=data_folder)


@pytest.mark.nightly
def test_many_slips_in_the_real_files(data_folder):
    slips(600, folder=data_folder)


def test_reading_twice_says_the_same(folder):
    assert read_dataset(folder).findings == read_dataset(folder).findings
