"""What all tests share: a frozen edition that has the numbers, copies of it to be spoilt, the live tables."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

from tests.programs import not_run
from validation import Dataset, read_dataset
from validation.folder import ENVIRONMENT, OWN_FOLDER

# Nothing is timed in tests; `make nightly` looks ten times further, with another seed each night.
settings.register_profile("daily", deadline=None, max_examples=30, derandomize=True)
settings.register_profile("nightly", deadline=None, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "daily"))

EDITION: Final = Path(__file__).resolve().parent / "edition"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A skip that nobody sees is no pass: the last lines count what was not run, and say what installs it."""
    skipped = terminalreporter.stats.get("skipped", [])
    lines = not_run([str(report.longrepr) for report in skipped])
    if lines:
        terminalreporter.section("not run", sep="=", yellow=True, bold=True)
        for line in lines:
            terminalreporter.line(line, yellow=True, bold=True)


@pytest.fixture(scope="session", autouse=True)
def _frozen_edition_is_served() -> Iterator[None]:
    """Pages and commands that name no folder get the frozen edition, whatever `make test` was given."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ENVIRONMENT, str(EDITION))
        yield


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The tables of the frozen edition: expected numbers are theirs."""
    return EDITION


@pytest.fixture(scope="session")
def first_edition() -> Dataset:
    """The frozen edition, as the dashboard reads it."""
    return _read(EDITION)


@pytest.fixture
def copied_data(tmp_path: Path) -> Path:
    """A copy of the frozen edition, to be spoilt."""
    return Path(shutil.copytree(EDITION, tmp_path / "data"))


@pytest.fixture(scope="session")
def live_folder() -> Path:
    """The project's own tables, which grow: only laws are tested on them."""
    return OWN_FOLDER


@pytest.fixture(scope="session")
def live_data() -> Dataset:
    """The project's own tables, as the dashboard reads them."""
    return _read(OWN_FOLDER)


def _read(folder: Path) -> Dataset:
    reading = read_dataset(folder)
    assert reading.dataset is not None, reading.errors
    return reading.dataset


@pytest.fixture(scope="session")
def rewritten() -> Callable[[Path, str, str], None]:
    """Replace a text in a file, and fail where it is not there."""

    def rewrite(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{path.name} does not contain {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return rewrite
