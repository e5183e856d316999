"""The charts that an address can name, each for any question that it can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from charts import (
    Drawing,
    Look,
    NoBoundariesError,
    amnesty_chart,
    ranking,
    region_map,
    revised,
    side_by_side,
    years_beside,
)
from exports.addresses import OVER_TIME
from exports.nothing import NothingToTakeError
from exports.paper.shown import Shown, caveats_of, shown_over_time
from metrics.amnesty.amnesties import amnesties_of
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.counts.candidates import clocks_of
from metrics.counts.levels import levels_of
from metrics.counts.table_rows import all_places
from metrics.headline.documented_happened import documented_and_happened
from metrics.language.wording import N_, _
from metrics.organisations.scopes import scope_in_a_line
from metrics.organisations.side_by_side import sides_of
from metrics.query.query import Query
from metrics.revisions.revisions import revisions_of
from validation import Dataset

NOTHING: Final = N_("There are no figures to show.")


class NoChartError(NothingToTakeError):
    """The question cannot be shown by this chart; its message says to a reader why."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question for a chart; `level` names places as Regions does, empty for those of the question."""

    dataset: Dataset
    query: Query
    level: str = ""

    @property
    def of_places(self) -> Query:
        """The question about all places of the level."""
        if not self.level:
            return self.query
        return replace(self.query, places=levels_of(self.dataset)[self.level].places)

    @property
    def area(self) -> str:
        """The name of the place that the level's places lie in; empty where there is none."""
        whole = levels_of(self.dataset)[self.level].whole if self.level else ""
        return all_places(self.dataset)[whole].name if whole else ""


def _over_time(asked: Asked) -> Shown:
    return shown_over_time(asked.dataset, asked.query)


def _ranking(asked: Asked) -> Shown:
    answer = answer_for(asked.dataset, _one_metric(asked.of_places))
    shown = _shown(asked, answer, lambda look: ranking(answer, look=look, area=asked.area))
    return replace(shown, shape="list")


def _map(asked: Asked) -> Shown:
    answer, dataset = answer_for(asked.dataset, _one_metric(asked.of_places)), asked.dataset
    credit = dataset.settings.map_credit
    draw = partial(region_map, answer, boundaries=dataset.boundaries, map_credit=credit, area=asked.area)
    try:
        draw(look=Look())
    except NoBoundariesError as error:
        raise NoChartError(_("There are no boundaries of these places to draw a map with.")) from error
    return replace(_shown(asked, answer, lambda look: draw(look=look)), shape="map")


def _years(asked: Asked) -> Shown:
    beside = documented_and_happened(asked.dataset, asked.query, _one_metric(asked.query).metrics[0])
    if not beside.years:
        raise NoChartError(_(NOTHING))
    caveats = dict.fromkeys([*caveats_of(beside.newly), *caveats_of(beside.happened)])
    shown = _shown(asked, beside.newly, lambda look: years_beside(beside, look=look))
    return replace(shown, caveats=tuple(caveats))


def _organisations(asked: Asked) -> Shown:
    sides = sides_of(asked.dataset, _one_metric(asked.query))
    if not sides:
        raise NoChartError(_(NOTHING))
    scopes = tuple(scope_in_a_line(asked.dataset, side) for side in sides)
    answer = sides[0].answer
    return _shown(asked, answer, lambda look: side_by_side(answer, sides=sides, scopes=scopes, look=look))


def _revisions(asked: Asked) -> Shown:
    query = _one_metric(asked.query)
    found = revisions_of(asked.dataset, replace(query, places=query.places[:1]))
    return _shown(asked, found.answer, lambda look: revised(found.answer, revisions=found, look=look))


def _amnesties(asked: Asked) -> Shown:
    known_on = clocks_of(asked.dataset, asked.query).known_on
    amnesties = amnesties_of(asked.dataset, asked.query)
    if not amnesties:
        raise NoChartError(_(NOTHING))
    return Shown(
        draw=lambda look: amnesty_chart(amnesties, look=look, known_on=known_on),
        heading=None,
        caveats=(),
        day=known_on,
        about=asked.dataset.settings.title,
        shape="list",
    )


def _one_metric(query: Query) -> Query:
    if len(query.metrics) != 1:
        raise NoChartError(_("This chart shows one metric: name one."))
    return query


def _shown(asked: Asked, answer: Answer, draw: Callable[[Look], Drawing]) -> Shown:
    return Shown(
        draw=draw,
        heading=None,
        caveats=caveats_of(answer),
        day=answer.known_on,
        about=asked.dataset.settings.title,
    )


CHARTS: Final[Mapping[str, Callable[[Asked], Shown]]] = {
    OVER_TIME: _over_time,
    "ranking": _ranking,
    "map": _map,
    "years": _years,
    "organisations": _organisations,
    "revisions": _revisions,
    "amnesties": _amnesties,
}
