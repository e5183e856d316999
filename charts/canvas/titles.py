"""Title and subtitle of a figure: what is counted, which people, where, by which counter, for which time."""

from __future__ import annotations

from typing import Final

from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.answer.who_is_counted import event_counted, part_label, people_counted
from metrics.language import phrasing
from metrics.language.wording import N_, _
from metrics.query.query import Grain, Measure

LISTED_NAMES: Final = 4  # more places than this are counted in a title, and named beside their marks
MEASURES: Final = {
    Measure.LEVEL: N_("{metric}"),
    Measure.TOTAL: N_("{metric}, documented total {origin}"),
    Measure.NEWLY_DOCUMENTED: N_("{metric}, newly documented"),
    Measure.HAPPENED: N_("{metric}, in the period, as reported"),
    Measure.PER_100K: N_("{metric}, per 100,000 people"),
}
GRAINS: Final = {
    Grain.MONTH: N_("by month"),
    Grain.QUARTER: N_("by quarter"),
    Grain.YEAR: N_("by year"),
    Grain.REPORTING_YEAR: N_("by reporting year"),
}


def metric_label(answer: Answer, metric: str) -> str:
    """The metric's name in the reader's language; its code where the data does not name it."""
    known = answer.metrics
    return _(known[metric].label) if metric in known else metric


def place_name(answer: Answer, place: str) -> str:
    """The place's name; its code where the data does not name it."""
    known = answer.places
    return known[place].name if place in known else place


def title(answer: Answer) -> str:
    """What is counted and where: "Arrested, documented total since the coup: Myanmar"."""
    return _("{what}: {where}").format(what=what(answer), where=_where(answer))


def what(answer: Answer) -> str:
    """The metrics, who of them is counted where it is a part, and what is done to them."""
    names = phrasing.listed([metric_label(answer, metric) for metric in answer.query.metrics])
    part = part_label(answer)
    if part:
        names = _("{label} ({part})").format(label=names, part=part)
    pattern = _(MEASURES[answer.query.measure])
    return pattern.format(metric=names, origin=_(answer.origin_label))


def _where(answer: Answer) -> str:
    names = [place_name(answer, place) for place in answer.query.places]
    if len(names) > LISTED_NAMES:
        return _("{count} places").format(count=phrasing.number(len(names)))
    return phrasing.listed(names)


def subtitle(answer: Answer, *, time: str = "") -> str:
    """The people counted, the counter and the time; `time` replaces the last where the chart knows better."""
    query = answer.query
    parts = [*people_counted(answer), *event_counted(answer)]
    if query.source:
        parts.append(_("from {document} alone").format(document=query.source))
    parts.append(_("counted by {counter}").format(counter=answer.counter))
    parts.append(time or phrasing.period(answer.start, answer.end))
    if query.grain in GRAINS and not time:
        parts.append(_(GRAINS[query.grain]))
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def axis_title(answer: Answer) -> str:
    """What the height of a mark is; says "documented" where that is what is counted."""
    measure = answer.query.measure
    if measure is Measure.PER_100K:
        return _rate_title(answer)
    if measure is Measure.NEWLY_DOCUMENTED:
        return _("newly documented in the period")
    if measure is Measure.HAPPENED:
        return _("that happened in the period, as reported")
    if measure is Measure.LEVEL:
        return _("people in the count on the date")
    return _("documented {origin}, total").format(origin=_(answer.origin_label))


def _rate_title(answer: Answer) -> str:
    """Says "documented" where every metric is a flow."""
    if all(metric.kind == "flow" for metric in answer.metrics.values()):
        pattern = _("documented {origin}, per 100,000 people ({populations})")
    else:
        pattern = _("per 100,000 people ({populations})")
    return pattern.format(origin=_(answer.origin_label), populations=populations(answer))


def populations(answer: Answer) -> str:
    """Which population a rate is over: "population of 2014, 2014 Census"; each one only once."""
    pattern = _("population of {year}, {source}")
    names = [
        pattern.format(year=place.population_year, source=place.population_source)
        for place in answer.places.values()
        if place.population_year is not None and place.population_source
    ]
    return "; ".join(dict.fromkeys(names)) or _("population not given")


def quantity(answer: Answer, row: Row) -> str:
    """The row's value in words: "at least 130"; "no count" where there is none."""
    is_rate = answer.query.measure is Measure.PER_100K
    return phrasing.quantity(row.value, row.qualifier, upper=row.value_to, is_rate=is_rate)
