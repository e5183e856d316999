"""What was found for a question: the rows, and the counts that they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.answer.considered import Considered
from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row
from metrics.counts.count import Count
from metrics.counts.small_tables import Break


@dataclass(frozen=True, eq=False, kw_only=True)
class Found:
    """All that is said of an answer, and all that a caveat may rest on."""

    inputs: Inputs
    rows: list[Row]
    considered: Considered
    excluded: list[Count]  # by a correction
    breaks: list[Break]  # within the time shown
