"""Every count that was considered for a period that is shown: those that stand, and their vintages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from metrics.answer.inputs import Inputs
from metrics.answer.rows import Row
from metrics.counts.count import Count
from metrics.query.query import Measure


@dataclass(frozen=True, eq=False, kw_only=True)
class Considered:
    """The counts that were considered, best first, and the lines of those that stand behind the rows."""

    counts: list[Count]
    lines: set[int]

    def is_shown(self, count: Count) -> bool:
        """Whether a count stands behind a row; else it is a vintage of one that does."""
        return not self.lines.isdisjoint(count.lines)

    @property
    def shown(self) -> list[Count]:
        """The counts that stand behind the rows."""
        return [count for count in self.counts if self.is_shown(count)]


def considered_for(inputs: Inputs, rows: Iterable[Row]) -> Considered:
    """The counts behind the rows, and all others that are printed for their periods on the same terms."""
    lines = {line for row in rows for line in row.lines}
    usable = list(chain.from_iterable(inputs.candidates.usable.values()))
    periods = {_period(count) for count in usable if not lines.isdisjoint(count.lines)}
    counts = [count for count in usable if _period(count) in periods]
    return Considered(counts=sorted(counts, key=lambda count: count.position), lines=lines)


def _period(count: Count) -> tuple[object, ...]:
    return (count.series, count.period_start, count.period_end, count.basis)


def counts_left_out(inputs: Inputs) -> list[Count]:
    """Counts within the question that a correction takes out, best first."""
    query, days = inputs.query, inputs.clocks.days
    excluded = [
        count
        for metric in query.metrics
        for place in query.places
        for count in inputs.candidates.excluded[metric, place]
        if days.start <= count.period_end <= days.end
        and (count.basis == "happened") == (query.measure is Measure.HAPPENED)
    ]
    return sorted(excluded, key=lambda count: count.position)
