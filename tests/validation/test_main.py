# ruff: noqa: E501 (a row of a table is one line)
import json
import subprocess
import sys

import pytest

from tests import small
from validation.__main__ import main
from validation.folder import data_folder


def test_sound_folder_exits_with_0(folder, capsys):
    assert main([str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 errors, 0 warnings, ")


def test_errors_exit_with_1_and_name_table_line_rule(folder, capsys):
    small.write(folder, observations="metric,period_end,value,place\narrested,2024-01-31,1,YY")
    assert main([str(folder)]) == 1
    printed = capsys.readouterr().out
    assert "observations.csv:2  unknown_code  `place` must be known: `YY` (line 2)" in printed
    assert "1 error, 0 warnings" in printed


def test_warnings_exit_with_0(folder):
    small.write(folder, observations="metric,period_end,value\narrested,2024-01-31,9\narrested,2024-02-01,8")
    assert main([str(folder)]) == 0


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_folder_that_cannot_be_read_exits_with_2(tmp_path, name):
    (tmp_path / "file").write_text("")
    assert main([str(tmp_path / name)]) == 2


def test_json_has_the_shape_that_programs_expect(folder, capsys):
    small.write(folder, observations="metric,period_end,value\narrested,2024-01-31,9\narrested,2024-02-01,8")
    main([str(folder), "--format", "json"])
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["findings", "tables"]
    assert printed["tables"]["observations.csv"] == 2
    assert printed["findings"][0] == {
        "severity": "warning",
        "rule": "falling_total",
        "table": "observations.csv",
        "line": 3,
        "lines": [3, 2],
        "column": "value",
        "value": "8",
        "message": "`total of arrested` must be at least as high as before: `value` 8 of 2024-02-01 (line 3) is"
        " below `value` 9 of 2024-01-31 (line 2)",
    }


def test_environment_names_the_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("DETENTION_DATA", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.setenv("DETENTION_DATA", "")
    assert data_folder().name == "data"


def test_command_finds_no_error_in_the_projects_own_tables(monkeypatch):
    monkeypatch.delenv("DETENTION_DATA")
    done = subprocess.run([sys.executable, "-m", "validation"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1].startswith("0 errors, ")
