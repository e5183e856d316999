"""Is it sound? Tables in, findings out; the only reader of data/."""

from validation.dataset import Dataset, Defaults, Identity, Origin, ReportingYear, Settings
from validation.describing.descriptor import datapackage
from validation.findings import Finding, Severity
from validation.folder import data_folder
from validation.reading.reading import Reading, read_dataset
from validation.store import CurrentSnapshot, Store

__all__ = [
    "CurrentSnapshot",
    "Dataset",
    "Defaults",
    "Finding",
    "Identity",
    "Origin",
    "Reading",
    "ReportingYear",
    "Settings",
    "Severity",
    "Store",
    "data_folder",
    "datapackage",
    "read_dataset",
]
