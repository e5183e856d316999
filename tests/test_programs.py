"""A skip that nobody sees is no pass."""

from __future__ import annotations

import pytest

from tests.programs import CHROMIUM, FIREFOX, INSTALLING, missing, not_run


def skipped(program: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception) as skip:
        missing(program, "it is not installed")
    return str(skip.value)


def test_last_lines_count_what_was_not_run_and_name_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    reasons = [skipped(CHROMIUM, monkeypatch)] * 2 + [skipped(FIREFOX, monkeypatch), "a reason of its own"]
    assert not_run(reasons) == [
        "Tests that were NOT RUN: 4 (2 for want of Chromium, 1 for want of Firefox, 1 for other reasons).",
        INSTALLING,
    ]


def test_nothing_is_said_where_all_tests_ran() -> None:
    assert not_run([]) == []


def test_a_skip_for_another_reason_names_no_command() -> None:
    assert not_run(["a reason of its own"]) == ["Tests that were NOT RUN: 1 (1 for other reasons)."]


def test_where_ci_runs_a_missing_program_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="needs Firefox: it is not installed"):
        missing(FIREFOX, "it is not installed")
