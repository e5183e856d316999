"""The periods for which regions of a country were counted, as they are offered on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from app_pages.words.names import metric_names, part_name
from metrics.counts.listings import RegionalCount
from metrics.language.phrasing import day, period
from metrics.language.wording import _
from metrics.query.caching import cached_words
from metrics.query.query import Measure
from validation import Dataset


@dataclass(frozen=True, eq=False, kw_only=True)
class OfferedCounts:
    """The periods for which regions were counted, by a code: the counts, what asks for them, their names."""

    counts: Mapping[str, RegionalCount]
    parameters: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]


@cached_words
def offered_counts(dataset: Dataset, counts: tuple[RegionalCount, ...], *, regions: int) -> OfferedCounts:
    """The counts as they are offered."""
    parameters = [parameters_of_count(count, dataset) for count in counts]
    codes = [f"{c.measure}|{'|'.join(a.values())}" for c, a in zip(counts, parameters, strict=True)]
    names = [name_of_count(count, dataset, regions=regions) for count in counts]
    return OfferedCounts(
        counts=dict(zip(codes, counts, strict=True)),
        parameters=dict(zip(codes, parameters, strict=True)),
        names=dict(zip(codes, names, strict=True)),
    )


def parameters_of_count(count: RegionalCount, dataset: Dataset) -> dict[str, str]:
    """The parameters of the API for exactly these counts."""
    start = dataset.settings.origin if count.measure is not Measure.HAPPENED else count.start.date()
    first = count.end.date() if count.measure is not Measure.HAPPENED else start
    return {
        "metric": count.metric,
        "sex": count.sex,
        "age": count.age,
        "from": first.isoformat(),
        "to": count.end.date().isoformat(),
    }


def name_of_count(count: RegionalCount, dataset: Dataset, *, regions: int) -> str:
    """What, who and when, and of how many regions there is a count."""
    parts = [part_name(dataset, part) for part in (count.sex, count.age) if part != "all"]
    what = ", ".join([metric_names(dataset)[count.metric], *parts])
    times = {
        Measure.LEVEL: _("on {end}").format(end=day(count.end.date())),
        Measure.TOTAL: _("documented {since} to {end}").format(
            since=dataset.settings.origin_label, end=day(count.end.date())
        ),
        Measure.HAPPENED: _("happened {period}").format(
            period=period(None if pd.isna(count.start) else count.start.date(), count.end.date())
        ),
    }
    covered = _("{counted} of {regions} regions").format(counted=count.regions, regions=regions)
    return f"{what}: {times[count.measure]} ({covered})"
