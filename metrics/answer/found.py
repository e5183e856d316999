"""What was found for a question: the rows, and the counts that they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.answer.considered import Weighed
from metrics.answer.inputs import Material
from metrics.answer.rows import Row
from metrics.counts.count import Count
from metrics.counts.small_tables import Break


@dataclass(frozen=True, eq=False, kw_only=True)
class Found:
    """All that is said of an answer, and all that a caveat may rest on."""

    material: Material
    rows: list[Row]
    weighed: Weighed
    excluded: list[Count]  # by a correction
    breaks: list[Break]  # within the time shown
