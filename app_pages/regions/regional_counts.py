"""What is counted of places of one level, as it is offered on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app_pages.words.counts_of_places import name_of_count, parameters_of_count
from app_pages.words.names import (
    capitalised,
    kind_names,
    place_in_sentence,
)
from metrics.counts.levels import Level
from metrics.counts.regional_counts import RegionalCount
from metrics.language.wording import _
from metrics.query.caching import cached_words
from metrics.query.query import Query
from metrics.question.address import parameters_of
from validation import Dataset


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


def name_of_level(dataset: Dataset, level: Level) -> str:
    """The sort of places and what they lie in: "Districts of Ruritania"."""
    places = capitalised(kind_names(level.kind))
    if not level.whole:
        return places
    return _("{places} of {whole}").format(places=places, whole=place_in_sentence(dataset, level.whole))
