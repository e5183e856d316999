"""The menus of a question as the browser shows them: every choice with how many figures it leads to.

Choices without a figure are there, and cannot be chosen; they stand last, under the reason why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any, Final

from app_pages.words.names import (
    GRAINS,
    MEASURES,
    MEASURES_EXPLAINED,
    metric_names,
    part_name,
    translated,
)
from metrics.counts.table_rows import all_organisations
from metrics.language.phrasing import number, short_day
from metrics.language.wording import N_, _
from metrics.offered.offers import FROM_AN_ORIGIN, Offer, Why, offers
from metrics.query.caching import cached_words
from metrics.query.query import Query
from metrics.question.address import LATEST, parameters_of
from metrics.question.allowed import kinds_of
from validation import Dataset

REASONS: Final = {
    Why.NONE: N_("No figures for this selection"),
    Why.OTHER_TIME: N_("No figures in this period"),
    Why.NO_POPULATION: N_("No population to divide by"),
    Why.OTHER_WAY: N_("Counted in another way"),
    Why.OTHER_MEASURE: N_("Figures by another measure only"),
}
LABELS: Final = {
    "metric": N_("What"),
    "also": N_("Compare with"),
    "place": N_("Where"),
    "measure": N_("Measure"),
    "grain": N_("Group by"),
    "from": N_("From"),
    "to": N_("To"),
    "since": N_("Counted"),
    "lang": N_("Language"),
    "counted_by": N_("Counted by"),
    "group": N_("Group"),
    "sex": N_("Sex"),
    "age": N_("Age"),
    "detail": N_("Detail"),
    "known_on": N_("Known on"),
    "edition": N_("Edition of the data"),
    "event": N_("Event"),
    "source": N_("Document"),
}
ALWAYS: Final = ("metric", "measure", "since", "grain", "also")
MORE: Final = ("counted_by", "group", "sex", "age", "detail", "edition")
NOTHING_CHOSEN: Final = ""


@cached_words
def menus(dataset: Dataset, query: Query) -> list[dict[str, Any]]:
    """The menus in their order; `more` are those that few readers need."""
    offered = offers(dataset, query)
    asked = dict(reversed(parameters_of(query))) | {"since": query.since, "also": NOTHING_CHOSEN}
    return [
        _menu(dataset, parameter, offered[parameter], asked[parameter], more=parameter in MORE)
        for parameter in (*ALWAYS, *MORE)
        if len(offered[parameter]) > (parameter not in ALWAYS or parameter == "since")
    ]


def _menu(
    dataset: Dataset, parameter: str, offered: Iterable[Offer], chosen: str, *, more: bool
) -> dict[str, Any]:
    name_of = names_for(dataset, parameter)
    groups: dict[str, list[list[Any]]] = {"": []}
    for offer in offered:
        reason = "" if offer.why is None or offer.code == chosen else _(REASONS[offer.why])
        groups.setdefault(reason, []).append([offer.code, name_of(offer.code), _with_number(offer)])
    if parameter == "also":
        groups[""].insert(0, [NOTHING_CHOSEN, _("nothing"), ""])
    return {
        "parameter": parameter,
        "label": _(LABELS[parameter]),
        "chosen": chosen,
        "groups": [[reason, choices] for reason, choices in groups.items() if choices],
        "more": more,
    }


def _with_number(offer: Offer) -> str:
    return number(offer.figures) if offer.figures else ""


def names_for(dataset: Dataset, parameter: str) -> Callable[[str], str]:
    """The words for the codes of a parameter, as plain text."""
    named: Mapping[str, Mapping[str, str]] = {
        "metric": metric_names(dataset),
        "also": metric_names(dataset),
        "measure": translated(MEASURES),
        "grain": translated(GRAINS),
        "counted_by": {code: one.called for code, one in all_organisations(dataset).items()},
        "since": _origins(dataset),
    }
    if parameter in named:
        return lambda code: named[parameter].get(code, code)
    if parameter in ("edition", "known_on"):
        return _day
    return partial(part_name, dataset)


def _origins(dataset: Dataset) -> dict[str, str]:
    labels = {one.day.isoformat(): _(one.label) for one in dataset.settings.origins}
    return {**labels, "": _(dataset.settings.origin_label)}


def _day(code: str) -> str:
    return _("latest") if code == LATEST else short_day(date.fromisoformat(code))


def measure_explained(dataset: Dataset, query: Query) -> str:
    """What the measure says, in one sentence."""
    in_use = query.measure in FROM_AN_ORIGIN and kinds_of(dataset)[query.metrics[0]] != "stock"
    origin = dataset.settings.origin_named(query.since if in_use else "")
    return _(MEASURES_EXPLAINED[query.measure]).format(since=_(origin.label))
