"""Is it sound? Tables in, findings out; the only reader of data/."""

from validation.dataset import Dataset as Dataset
from validation.findings import Finding as Finding
from validation.findings import Severity as Severity
