from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from tests import small
from validation import Reading, read_dataset
from validation.comparing import comparisons_of
from validation.comparisons.comparison import Comparison
from validation.reading import reading
from validation.reading.typed_tables import read_table


@pytest.fixture(scope="session", autouse=True)
def _same_table_is_typed_once() -> Iterator[None]:
    """Most folders here differ from a sound one in a single table: the others need not be read again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_table", lru_cache(maxsize=64)(read_table))
        yield


@pytest.fixture(scope="session")
def first_edition(data_folder: Path) -> Reading:
    """The frozen edition, with the findings of its reading."""
    return read_dataset(data_folder)


@pytest.fixture(scope="session")
def comparisons(first_edition: Reading) -> dict[bool, tuple[Comparison, ...]]:
    """All comparisons of the frozen edition by whether its corrections are applied."""
    assert first_edition.dataset is not None
    dataset = first_edition.dataset
    return {corrected: comparisons_of(dataset=dataset, corrected=corrected) for corrected in (True, False)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small sound folder."""
    return small.write(tmp_path / "data")
