"""The index of series: it leads to the counts of a question, and only those are ever made into objects.

What concerns all counts is done on whole columns, once for each dataset. So a question costs as much as its
own series have counts, however many there are beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, compress

import numpy as np
import numpy.typing as npt

from metrics.counts.count import Count, Series, count_columns, counts_at
from metrics.counts.published import published_counts
from metrics.query.caching import cached, cached_per_dataset
from validation import Dataset

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False, kw_only=True)
class SeriesIndex:
    """The positions of each series' counts in `published_counts`.

    Series are numbered in the order of their best counts. The counts of number `n` are at
    `positions[bounds[n]:bounds[n + 1]]`, best first.
    """

    number_of: Mapping[Series, int]
    parts: Mapping[str, npt.NDArray[np.object_]]  # of each series, by the name of the part
    number_at: Numbers  # the number of the series of each published count
    positions: Numbers
    bounds: Numbers

    def positions_of(self, number: int) -> Numbers:
        """The positions of a series' counts, best first."""
        return self.positions[self.bounds[number] : self.bounds[number + 1]]

    def is_like(self, **parts: str) -> npt.NDArray[np.bool_]:
        """For each series whether it has these parts: `is_like(metric="killed", place="MM")`."""
        found = np.ones(len(self.number_of), dtype=bool)
        for part, value in parts.items():
            found &= self.parts[part] == value
        return found


@cached_per_dataset
def series_index(dataset: Dataset) -> SeriesIndex:
    """The index of all series of a dataset."""
    counts = published_counts(dataset)
    names = list(Series._fields)
    number_at = counts.groupby(names, sort=False, dropna=False).ngroup().to_numpy().astype(np.int64)
    sizes = np.bincount(number_at)
    best = counts[names].iloc[np.unique(number_at, return_index=True)[1]]
    series = map(Series._make, best.itertuples(index=False, name=None))
    return SeriesIndex(
        number_of={one: number for number, one in enumerate(series)},
        parts={name: best[name].to_numpy(dtype=object) for name in names},
        number_at=number_at,
        positions=np.argsort(number_at, kind="stable").astype(np.int64),
        bounds=np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes, dtype=np.int64)]),
    )


def counts_of_series(dataset: Dataset, series: Series) -> tuple[Count, ...]:
    """The published counts of a series, best first; no count of another series is touched."""
    return _counts_of_series(dataset, series) if series in series_index(dataset).number_of else ()


@cached
def _counts_of_series(dataset: Dataset, series: Series) -> tuple[Count, ...]:
    index = series_index(dataset)
    positions = index.positions_of(index.number_of[series])
    return counts_at(count_columns(dataset), positions, series=series)


def series_like(dataset: Dataset, **parts: str) -> tuple[Series, ...]:
    """The series with these parts, in the order of their best counts."""
    index = series_index(dataset)
    return tuple(compress(index.number_of, index.is_like(**parts).tolist()))


def counts_in_series(dataset: Dataset, series: Iterable[Series]) -> list[Count]:
    """The published counts of several series together, best first."""
    counts = chain.from_iterable(counts_of_series(dataset, one) for one in series)
    return sorted(counts, key=lambda count: count.position)
