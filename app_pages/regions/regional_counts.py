"""What is counted of places of one level, as it is offered on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app_pages.words.names import (
    capitalised,
    kind_name,
    kind_names,
    metric_names,
    part_name,
    place_in_sentence,
)
from metrics.counts.levels import Level
from metrics.counts.regional_counts import RegionalCount
from metrics.language.phrasing import day, number, period
from metrics.language.wording import N_, _
from metrics.query.caching import cached_words
from metrics.query.query import Measure, Query
from metrics.question.address import LATEST, parameters_of
from validation import Dataset

NEWEST: Final = {
    Measure.LEVEL: N_("newest count of each, from {oldest} to {end}"),
    Measure.TOTAL: N_("documented {since}, newest count of each, from {oldest} to {end}"),
    Measure.HAPPENED: N_("happened from {oldest} to {end}, newest count of each"),
}
OF_ONE_TIME: Final = {
    Measure.LEVEL: N_("on {end}"),
    Measure.TOTAL: N_("documented {since} to {end}"),
    Measure.HAPPENED: N_("happened {period}"),
}


@dataclass(frozen=True, eq=False, kw_only=True)
class OfferedCounts:
    """What is counted of places, by a code: the counts, the parameters that ask for them, their names."""

    counts: Mapping[str, RegionalCount]
    parameters: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]

    def with_asked(self, query: Query, count: RegionalCount, name: str) -> OfferedCounts:
        """The same, and the counts that an address asks for, where it asks for none of them."""
        parameters = dict(parameters_of(query))
        asked = {name: parameters[name] for name in ("metric", "sex", "age", "from", "to")}
        code = _code(count, asked)
        return OfferedCounts(
            counts={**self.counts, code: count},
            parameters={**self.parameters, code: asked},
            names={**self.names, code: name},
        )

    def instead_of(self, code: str) -> str:
        """The first one of the same people as one that is no longer offered, else the first of all."""
        same = (one for one in self.counts if _people(one) == _people(code))
        return next(same, next(iter(self.counts)))


def _people(code: str) -> list[str]:
    """Measure, metric, sex and age of a code."""
    return code.split("|")[:4]


@cached_words
def offered_counts(dataset: Dataset, counts: tuple[RegionalCount, ...], *, level: Level) -> OfferedCounts:
    """The counts as they are offered."""
    by_code = {_code(count, parameters_of_count(count)): count for count in counts}
    return OfferedCounts(
        counts=by_code,
        parameters={code: parameters_of_count(count) for code, count in by_code.items()},
        names={code: name_of_count(count, dataset, level=level) for code, count in by_code.items()},
    )


def _code(count: RegionalCount, parameters: Mapping[str, str]) -> str:
    return f"{count.measure}|{'|'.join(parameters.values())}"


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
        since=dataset.settings.origin_label,
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


def name_of_level(dataset: Dataset, level: Level) -> str:
    """The sort of places and what they lie in: "Districts of Ruritania"."""
    places = capitalised(kind_names(level.kind))
    if not level.whole:
        return places
    return _("{places} of {whole}").format(places=places, whole=place_in_sentence(dataset, level.whole))
