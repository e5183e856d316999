from pathlib import Path

import pytest

from tests import small
from validation import Reading, read_dataset


@pytest.fixture(scope="session")
def first_edition(data_folder: Path) -> Reading:
    """The frozen edition, with the findings of its reading."""
    return read_dataset(data_folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small sound folder."""
    return small.write(tmp_path / "data")
