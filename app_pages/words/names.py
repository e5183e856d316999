"""The words for codes: of metrics, places and organisations from the data, of the rest from here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from metrics.counts.table_rows import all_places
from metrics.language.wording import N_, _
from metrics.query.caching import cached_words
from metrics.query.measure_names import MEASURES as MEASURES
from metrics.query.query import Grain, Measure
from validation import Dataset

Code = TypeVar("Code", bound=str)

MEASURES_EXPLAINED: Final = {
    Measure.LEVEL: N_("How many there were on each date for which a figure was published."),
    Measure.TOTAL: N_("The running total of cases documented {since}, as published."),
    Measure.NEWLY_DOCUMENTED: N_(
        "Cases added to the running total between two publications. They did not necessarily happen in"
        " between, because cases may be documented late."
    ),
    Measure.HAPPENED: N_("Published figures for what happened in a period."),
    Measure.PER_100K: N_(
        "The figure on the date, or the total documented, per 100,000 people living in the place."
    ),
}
GRAINS: Final = {
    Grain.AS_PUBLISHED: N_("As published"),
    Grain.MONTH: N_("Month"),
    Grain.QUARTER: N_("Quarter"),
    Grain.YEAR: N_("Year"),
    Grain.REPORTING_YEAR: N_("Reporting year"),
}
# What a place of each sort is called, one and several; places of several sorts are called regions.
KINDS: Final = {
    "": (N_("region"), N_("regions")),
    "country": (N_("country"), N_("countries")),
    "region": (N_("region"), N_("regions")),
    "state": (N_("state"), N_("states")),
    "union_territory": (N_("union territory"), N_("union territories")),
    "province": (N_("province"), N_("provinces")),
    "district": (N_("district"), N_("districts")),
    "township": (N_("township"), N_("townships")),
    "territory": (N_("territory"), N_("territories")),
    "institution": (N_("institution"), N_("institutions")),
    "world": (N_("whole"), N_("wholes")),
}
OUTCOMES: Final = {
    "failed": N_("Failed"),
    "explained": N_("Explained"),
    "passed": N_("Passed"),
    "not_testable": N_("Not testable"),
}
STANDINGS: Final = {
    "stands": N_("used"),
    "superseded": N_("not used"),
    "excluded": N_("left out by a correction"),
}


@cached_words
def metric_names(dataset: Dataset) -> Mapping[str, str]:
    """The labels of the metrics, in the order of the menus."""
    ordered = dataset.metrics.sort_values("display_order")
    return dict(zip(ordered["metric"], map(_, ordered["label"]), strict=True))


@cached_words
def place_names(dataset: Dataset) -> Mapping[str, str]:
    """The names of the places, in the order of the table."""
    return {code: place.name for code, place in all_places(dataset).items()}


def place_in_sentence(dataset: Dataset, place: str) -> str:
    """The name of a place as it stands within a sentence: with its article, where it has one."""
    return all_places(dataset)[place].spoken


def translated(names: Mapping[Code, str]) -> dict[str, str]:
    """The words in the reader's language, by code."""
    return {str(code): _(name) for code, name in names.items()}


def people_names(dataset: Dataset) -> Mapping[str, str]:
    """The words for the codes of group, sex and age, as they begin a line of their own."""
    return {code: capitalised(_(words)) for code, words in dataset.settings.people.items()}


def part_name(dataset: Dataset, code: str) -> str:
    """The words for a part (group, sex, age), as they begin a line; a detail is its own name."""
    return people_names(dataset).get(code, code or _("No further breakdown"))


def capitalised(words: str) -> str:
    """The words with a capital letter at their beginning."""
    return f"{words[:1].upper()}{words[1:]}"


def kind_name(kind: str) -> str:
    """What one place of a sort is called; of several sorts, a region."""
    return _(KINDS[kind][0])


def kind_names(kind: str) -> str:
    """What places of a sort are called."""
    return _(KINDS[kind][1])
