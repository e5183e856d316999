"""What all tests share: the project's own tables, and copies of them to be spoilt."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.programs import not_run
from validation import Dataset, read_dataset

# Nothing is timed in tests; `make nightly` looks ten times further, with another seed each night.
settings.register_profile("daily", deadline=None, max_examples=30, derandomize=True)
settings.register_profile("nightly", deadline=None, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "daily"))

DATA = Path(__file__).resolve().parent.parent / "data"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A skip that nobody sees is no pass: the last lines count what was not run, and say what installs it."""
    skipped = terminalreporter.stats.get("skipped", [])
    lines = not_run([str(report.longrepr) for report in skipped])
    if lines:
        terminalreporter.section("not run", sep="=", yellow=True, bold=True)
        for line in lines:
            terminalreporter.line(line, yellow=True, bold=True)


@pytest.fixture(scope="session")
def first_edition() -> Dataset:
    """The project's own data, as the dashboard reads it."""
    reading = read_dataset(DATA)
    assert reading.dataset is not None, reading.findings
    return reading.dataset


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The project's own tables."""
    return DATA


@pytest.fixture
def copied_data(tmp_path: Path) -> Path:
    """A copy of the project's tables, to be spoilt."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture(scope="session")
def rewritten() -> Callable[[Path, str, str], None]:
    """Replace a text in a file, and fail where it is not there."""

    def rewrite(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{path.name} does not contain {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return rewrite
