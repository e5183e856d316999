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
    Measure.TOTAL: N_("{metric}, total documented {origin}"),
    Measure.NEWLY_DOCUMENTED: N_("{metric}, newly documented"),
    Measure.HAPPENED: N_("{metric}, happened in the period"),
    Measure.PER_100K: N_("{metric}, per 100,000 people"),
}
AXES: Final = {
    Measure.TOTAL: N_("{who}, documented {origin}"),
    Measure.NEWLY_DOCUMENTED: N_("{who}, newly documented in the period"),
    Measure.HAPPENED: N_("{who}, by when it happened"),
}
RATE_OF_STOCK: Final = N_("{who}, per 100,000 people ({populations})")
RATE_OF_FLOW: Final = N_("{who}, documented {origin}, per 100,000 people ({populations})")
STATISTICS: Final = {
    Measure.LEVEL: N_("{who} in {place}, counted by {counter}"),
    Measure.TOTAL: N_("{who} in {place}, documented {origin} by {counter}"),
    Measure.NEWLY_DOCUMENTED: N_("{who} in {place}, newly documented by {counter}"),
    Measure.HAPPENED: N_("{who} in {place}, by when it happened, counted by {counter}"),
    Measure.PER_100K: N_("{who} in {place}, per 100,000 people, counted by {counter}"),
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
    """What the height of a mark is, in plain words; says "documented" where that is what is counted."""
    who, measure = who_in_words(answer), answer.query.measure
    if measure is Measure.LEVEL:
        return who or _("People on the date")
    is_rate = measure is Measure.PER_100K
    pattern = _(AXES[measure] if not is_rate else RATE_OF_STOCK)
    if is_rate and all(metric.kind == "flow" for metric in answer.metrics.values()):
        pattern = _(RATE_OF_FLOW)
    populations_named = populations(answer) if is_rate else ""
    return pattern.format(
        who=who or _("People"), origin=_(answer.origin_label), populations=populations_named
    )


def who_in_words(answer: Answer) -> str:
    """The noun of the one metric, "People held on political grounds"; empty where it would not be true.

    It speaks of all whom the metric counts: of a part of them, or of several metrics, it says too much.
    """
    noun = "".join(_(metric.noun) for metric in answer.metrics.values() if metric.noun)
    if len(answer.query.metrics) != 1 or not noun or part_label(answer):
        return ""
    return noun[:1].upper() + noun[1:]


def statistic(answer: Answer) -> str:
    """What is counted, where and by whom, in one line, for below a title that says what was found."""
    who = who_in_words(answer)
    if not who or len(answer.query.places) != 1 or answer.query.source:
        return f"{title(answer)} · {subtitle(answer)}"
    words = _(STATISTICS[answer.query.measure])
    return words.format(
        who=who,
        place=place_name(answer, answer.query.places[0]),
        origin=_(answer.origin_label),
        counter=answer.counter,
    )


def populations(answer: Answer) -> str:
    """Which population a rate is over: "population of 2014, 2014 Census"; each one only once."""
    pattern = _("population of {year}, {source}")
    names = [
        pattern.format(year=place.population_year, source=_(place.population_source))
        for place in answer.places.values()
        if place.population_year is not None and place.population_source
    ]
    return "; ".join(dict.fromkeys(names)) or _("population not given")


def quantity(answer: Answer, row: Row) -> str:
    """The row's value in words: "at least 130"; "no count" where there is none."""
    is_rate = answer.query.measure is Measure.PER_100K
    return phrasing.quantity(row.value, row.qualifier, upper=row.value_to, is_rate=is_rate)
