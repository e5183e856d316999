"""Whatever lies in the folder, and whatever our own code throws, reading gives a Reading."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import small
from validation import Reading, Severity, read_dataset, rules
from validation.describing.report import as_json, as_text
from validation.folder import OWN_FOLDER
from validation.reading import reading
from validation.reading.reading import read_snapshot
from validation.reading.snapshot import Snapshot, take_snapshot
from validation.reading.typed_tables import read_table

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


def internal(found):
    return [one for one in found.findings if one.rule == "internal"]


def check(files):
    found = read_snapshot(snapshot=Snapshot(folder=Path("anywhere"), files=files))
    assert isinstance(found, Reading)
    assert (found.dataset is None) == bool(found.errors)
    as_text(reading=found)
    as_json(reading=found).encode()
    assert not internal(found)  # what lies in a folder is said by a rule of its own
    return found


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


def test_reading_twice_says_the_same(folder, monkeypatch):
    monkeypatch.setattr(reading, "read_table", read_table)  # anew each time
    assert read_dataset(folder).findings == read_dataset(folder).findings


def header_of(name):
    return SOUND[name].splitlines(keepends=True)[0]


TABLES = [name for name in SOUND if name.endswith(".csv")]
# Tables that explain codes: a folder without these rows cannot say what its counts and settings mean.
EXPLAINS = {"sources.csv", "organisations.csv", "metrics.csv", "places.csv"}


@pytest.mark.parametrize("name", TABLES)
def test_table_with_its_header_only_is_a_table(name):
    found = check({**SOUND, name: header_of(name)})
    assert found.tables[name] == 0
    assert {error.rule for error in found.errors} <= {"unknown_code", "unknown_setting"}
    assert (found.dataset is None) == (name in EXPLAINS)


@pytest.mark.parametrize("name", ["sources.csv", "observations.csv", "metrics.csv"])
def test_header_only_in_the_real_files(name):
    real = take_snapshot(folder=OWN_FOLDER).files
    found = check({**real, name: real[name].splitlines(keepends=True)[0]})
    assert found.tables[name] == 0


def test_counts_and_documents_with_their_headers_only_are_a_data_set():
    found = check({**SOUND, **{name: header_of(name) for name in ("observations.csv", "sources.csv")}})
    assert found.dataset is not None
    assert str(found.dataset.observations["period_end"].dtype) == "datetime64[us]"


def test_all_tables_with_their_headers_only_fail_by_what_the_settings_name():
    found = check({**SOUND, **{name: header_of(name) for name in TABLES}})
    assert {error.rule for error in found.errors} == {"unknown_setting"}


HOSTILE = [
    None,  # a folder of that name, or a file that may not be read
    b"",
    b"\xef\xbb\xbf",  # nothing but a byte order mark
    b"\0" * 50,
    b"\r\n\r\n",
    b"\xff\xfe",
    b"\xff\xfea",  # half a character of UTF-16
    b'"',
    b"\x1f\x8b\x08\x00compressed",
    b"PK\x03\x04a spreadsheet",
    b"<html>404</html>",
]


@pytest.mark.parametrize("content", HOSTILE)
@pytest.mark.parametrize(
    "name", ["observations.csv", "editions.csv", "dataset.toml", "boundaries/XX.geojson", "unheard-of.csv"]
)
def test_file_that_is_no_table(name, content):
    found = check({**SOUND, name: content})
    assert (found.dataset is None) == (name in NAMES)


@pytest.mark.parametrize(
    "typed",
    [
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: content.replace(b"\n", b"\r"),
        lambda content: content.rstrip(b"\n"),
        lambda content: content.decode().encode("utf-16"),
    ],
    ids=["byte order mark", "CRLF", "CR", "unended", "UTF-16"],
)
def test_way_of_writing_tables_changes_nothing(typed):
    found = check({**SOUND, **{name: typed(SOUND[name]) for name in TABLES}})
    assert found.dataset is not None
    assert found.tables == check(SOUND).tables


def test_names_of_files_that_are_no_text(folder):
    (folder / "boundaries").mkdir()
    for name in (b"\xff.csv", b"boundaries/\xff.geojson"):
        (folder / Path(name.decode("utf-8", "surrogateescape"))).write_bytes(b"{}")
    found = read_dataset(folder)
    assert found.dataset is not None
    assert as_json(reading=found).encode()
    assert len(found.dataset.digest) == 64


class OddError(Exception):
    """What nobody expected."""


THROWN = [ValueError("odd"), KeyError("odd"), OddError("odd"), MemoryError(), RecursionError("odd")]


def throwing(*, rule, error):
    def throws(_tables):
        raise error

    return {**rules.ALL_RULES, rule: throws}


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """The rules that find something where none throws."""
    return {one.rule for one in read_dataset(small.write(tmp_path_factory.mktemp("sound"))).findings}


@pytest.mark.parametrize("rule", rules.ALL_RULES)
def test_rule_that_throws_is_one_finding_and_the_other_rules_judge(folder, monkeypatch, before, rule):
    monkeypatch.setattr(rules, "ALL_RULES", throwing(rule=rule, error=MemoryError()))
    found = read_dataset(folder)
    (finding,) = internal(found)
    assert finding.severity is Severity.ERROR
    assert f"the rule {rule}" in finding.message
    assert found.dataset is None
    assert {one.rule for one in found.findings} == (before | {"internal"}) - {rule}


@pytest.mark.parametrize("error", THROWN, ids=lambda error: type(error).__name__)
def test_finding_says_what_was_thrown(folder, monkeypatch, error):
    monkeypatch.setattr(rules, "ALL_RULES", throwing(rule="duplicate_key", error=error))
    (finding,) = internal(read_dataset(folder))
    assert type(error).__name__ in finding.message
    assert str(error) in finding.message


def test_causes_stand_before_the_rules_that_broke_off(folder, monkeypatch):
    monkeypatch.setattr(rules, "ALL_RULES", throwing(rule="period_order", error=ValueError("odd")))
    small.write(folder, observations="metric,period_end,value,place\narrested,2024-01-31,101,YY")
    assert [one.rule for one in read_dataset(folder).errors] == ["unknown_code", "internal"]


@pytest.mark.parametrize("file", [*NAMES, "boundaries/XX.geojson"])
def test_reader_that_throws_is_one_finding_that_names_the_file(folder, monkeypatch, file):
    (folder / "boundaries").mkdir()
    (folder / "boundaries" / "XX.geojson").write_text('{"features": []}')
    name = {".csv": "read_table", ".toml": "read_settings", ".geojson": "read_outlines"}[Path(file).suffix]
    sound = getattr(reading, name)

    def throws(**arguments):
        if name == "read_table" and f"{arguments['table']}.csv" != file:
            return sound(**arguments)
        raise ValueError("odd")

    monkeypatch.setattr(reading, name, throws)
    found = read_dataset(folder)
    (finding,) = internal(found)
    assert (finding.severity, finding.table) == (Severity.ERROR, file)
    assert f"the reader of {file}" in finding.message
    assert found.dataset is None
    assert found.tables.keys() == set(TABLES)


@pytest.mark.parametrize("step", ["take_snapshot", "Dataset", "judge", "empty_table"])
def test_whatever_else_throws_is_one_finding(folder, monkeypatch, step):
    def throws(*_given, **_named):
        raise MemoryError

    monkeypatch.setattr(reading, step, throws)
    found = read_dataset(folder)
    assert [one.message.split("`")[1] for one in internal(found)] == ["the reader of the folder"]
    assert found.dataset is None
    assert found.folder_was_readable


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_who_stops_the_server_is_obeyed(folder, monkeypatch, error):
    def stopped(**_arguments):
        raise error

    monkeypatch.setattr(reading, "read_table", stopped)
    with pytest.raises(error):
        read_dataset(folder)


def test_what_broke_off_is_in_the_log_with_its_place(folder, monkeypatch, caplog):
    monkeypatch.setattr(rules, "ALL_RULES", {"of_nothing": lambda _tables: 1 / 0})
    read_dataset(folder)
    (logged,) = caplog.records
    assert logged.exc_info[0] is ZeroDivisionError
