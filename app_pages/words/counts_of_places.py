"""Counts of several places in words and as parameters: what a map and a ranking can be asked for."""

from __future__ import annotations

from typing import Final

from app_pages.words.names import kind_name, kind_names, metric_names, part_name
from metrics.counts.levels import Level
from metrics.counts.regional_counts import RegionalCount
from metrics.language.phrasing import day, number, period
from metrics.language.wording import N_, _
from metrics.query.query import Measure
from metrics.question.address import LATEST
from validation import Dataset

NEWEST: Final = {
    Measure.LEVEL: N_("latest figure for each, from {oldest} to {end}"),
    Measure.TOTAL: N_("documented {since}, latest figure for each, from {oldest} to {end}"),
    Measure.HAPPENED: N_("happened from {oldest} to {end}, latest figure for each"),
}
OF_ONE_TIME: Final = {
    Measure.LEVEL: N_("on {end}"),
    Measure.TOTAL: N_("documented {since} to {end}"),
    Measure.HAPPENED: N_("happened {period}"),
}


def parameters_of_count(count: RegionalCount) -> dict[str, str]:
    """The parameters of the API for exactly these counts; the newest ones stay the newest."""
    first = count.start or count.oldest
    return {
        "metric": count.metric,
        "sex": count.sex,
        "age": count.age,
        "from": first.isoformat(),
        "to": LATEST if count.is_newest else count.end.isoformat(),
    }


def name_of_count(count: RegionalCount, dataset: Dataset, *, level: Level) -> str:
    """What, who and when, and of how many places there is a count."""
    parts = [part_name(dataset, part) for part in (count.sex, count.age) if part != "all"]
    what = ", ".join([metric_names(dataset)[count.metric], *parts])
    template = (NEWEST if count.is_newest else OF_ONE_TIME)[count.measure]
    time = _(template).format(
        since=_(dataset.settings.origin_label),
        oldest=day(count.oldest),
        end=day(count.end),
        period=period(count.start, count.end),
    )
    covered = _("{counted} of {all} {places}").format(
        counted=number(count.places),
        all=number(len(level.places)),
        places=kind_names(level.kind) if len(level.places) > 1 else kind_name(level.kind),
    )
    return f"{what}: {time} ({covered})"
