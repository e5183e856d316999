from pathlib import Path

import pytest

from tests.validation import small
from validation.folder import OWN_FOLDER
from validation.reading import read_dataset


@pytest.fixture(scope="session")
def first_edition():
    """What the project's own data folder holds."""
    return read_dataset(OWN_FOLDER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small sound folder."""
    return small.write(tmp_path / "data")
