from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from validation import Dataset, read_dataset

# Nothing is timed in tests; `make nightly` looks further, with another seed each night.
settings.register_profile("daily", deadline=None, derandomize=True)
settings.register_profile("nightly", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "daily"))

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture(scope="session")
def first_edition() -> Dataset:
    """The project's own data, as the dashboard reads it."""
    reading = read_dataset(DATA)
    assert reading.dataset is not None, reading.findings
    return reading.dataset
