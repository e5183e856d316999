"""All that the caveats of an answer may rest on."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from metrics.candidates import Clocks
from metrics.query import Query
from validation import Dataset


@dataclass(frozen=True, kw_only=True)
class Material:
    """All that a caveat may rest on."""

    dataset: Dataset
    query: Query
    clocks: Clocks
    rows: pd.DataFrame
    weighed: pd.DataFrame
    excluded: pd.DataFrame
    breaks: pd.DataFrame

    @property
    def shown(self) -> pd.DataFrame:
        """The counts that stand behind the rows."""
        return self.weighed[self.weighed["shown"]]
