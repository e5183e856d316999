"""Is it sound? Tables in, findings out; the only reader of data/."""

from validation.dataset import Dataset, Defaults, Identity, Settings
from validation.findings import Finding, Severity
from validation.reading import Reading, read_dataset
from validation.store import Standing, Store

__all__ = [
    "Dataset",
    "Defaults",
    "Finding",
    "Identity",
    "Reading",
    "Settings",
    "Severity",
    "Standing",
    "Store",
    "read_dataset",
]
