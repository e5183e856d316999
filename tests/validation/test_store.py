import shutil
import threading

import pytest

from tests import small
from validation import Store, read_dataset, rules, store


@pytest.fixture
def watched(folder):
    """A store that looks at its folder at every question."""
    return Store(folder, seconds_between_looks=0)


def values(standing):
    return standing.dataset.observations["value"].tolist()


def test_same_files_give_the_same_data_set(watched):
    assert watched.current().dataset is watched.current().dataset


def test_change_is_read(watched, folder):
    assert values(watched.current()) == [100]
    small.write(folder, observations="metric,period_end,value\narrested,2024-01-31,101")
    assert values(watched.current()) == [101]


def test_who_shares_what_was_worked_out_is_told_when_tables_are_replaced(folder):
    calls = []
    watched = Store(folder, seconds_between_looks=0, when_replaced=lambda: calls.append("replaced"))
    watched.current()
    (folder / "places.csv").write_text("")
    assert watched.current().held_back
    assert calls == []  # nothing has taken the place of the sound tables
    small.write(folder, observations="metric,period_end,value\narrested,2024-01-31,103")
    watched.current()
    watched.current()
    assert calls == ["replaced"]


def test_faulty_update_is_held_back_as_a_whole_with_the_reason(watched, folder):
    before = watched.current()
    small.write(folder, observations="metric,period_end,value,place\narrested,2024-01-31,101,YY")
    held = watched.current()
    assert held.dataset is before.dataset
    assert [found.rule for found in held.held_back] == ["unknown_code"]
    assert "held back" in held.reason
    assert "observations.csv" in held.reason
    assert held.tables["observations.csv"] == 1


def test_mended_update_comes_in(watched, folder):
    watched.current()
    (folder / "places.csv").write_text("")
    assert watched.current().held_back
    small.write(folder, observations="metric,period_end,value\narrested,2024-01-31,102")
    assert values(watched.current()) == [102]
    assert watched.current().reason == ""


def broken_off(_tables):
    raise MemoryError


def test_last_figures_stay_where_a_rule_breaks_off_and_the_reason_names_it(watched, folder, monkeypatch):
    before = watched.current()
    small.write(folder, observations="metric,period_end,value\narrested,2024-01-31,101")
    with monkeypatch.context() as broken:
        broken.setattr(rules, "ALL_RULES", {**rules.ALL_RULES, "broken_off": broken_off})
        held = watched.current()
    assert held.dataset is before.dataset
    assert [found.rule for found in held.held_back] == ["internal"]
    assert "the rule broken_off" in held.reason
    assert "MemoryError" in held.reason


def test_reading_that_broke_off_is_tried_again_after_a_while_though_no_file_changed(folder, monkeypatch):
    watched = Store(folder, seconds_between_looks=0, seconds_until_tried_again=0)
    with monkeypatch.context() as broken:
        broken.setattr(rules, "ALL_RULES", {**rules.ALL_RULES, "broken_off": broken_off})
        assert watched.current().dataset is None
    assert values(watched.current()) == [100]


def test_reading_that_broke_off_is_not_tried_at_every_look(watched, monkeypatch):
    monkeypatch.setattr(rules, "ALL_RULES", {**rules.ALL_RULES, "broken_off": broken_off})
    assert watched.current() is watched.current()


def test_folder_that_disappears_leaves_the_last_figures(watched, folder):
    watched.current()
    shutil.rmtree(folder)
    assert values(watched.current()) == [100]
    assert [found.rule for found in watched.current().held_back] == ["folder"]


def test_folder_that_is_missing_from_the_start_is_said(tmp_path):
    standing = Store(tmp_path / "nowhere").current()
    assert standing.dataset is None
    assert standing.reason.startswith("There are no sound figures to show")


def test_folder_that_appears_is_read(tmp_path):
    watched = Store(tmp_path / "data", seconds_between_looks=0)
    assert watched.current().dataset is None
    small.write(tmp_path / "data")
    assert values(watched.current()) == [100]


def test_files_are_looked_at_no_more_than_once_in_a_while(folder):
    patient = Store(folder, seconds_between_looks=3600)
    patient.current()
    small.write(folder, observations="metric,period_end,value\narrested,2024-01-31,101")
    assert values(patient.current()) == [100]


def test_files_that_change_during_a_reading_are_read_again(watched, folder, monkeypatch):
    readings = []

    def interrupted(path):
        reading = read_dataset(path)
        if not readings:  # somebody saves the file while it is read
            small.write(folder, observations="metric,period_end,value\narrested,2024-01-31,1234")
        readings.append(reading)
        return reading

    monkeypatch.setattr(store, "read_dataset", interrupted)
    assert values(watched.current()) == [1234]
    assert len(readings) == 2


def test_many_readers_share_one_reading(folder, monkeypatch):
    readings = []

    def counted(path):
        readings.append(path)
        return read_dataset(path)

    monkeypatch.setattr(store, "read_dataset", counted)
    cached = Store(folder)
    threads = [threading.Thread(target=cached.current) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(readings) == 1


def test_digest_changes_with_any_file(watched, folder):
    before = watched.current().dataset.digest
    (folder / "dataset.toml").write_text(small.SETTINGS.replace("Nobody", "Somebody"))
    assert watched.current().dataset.digest != before
