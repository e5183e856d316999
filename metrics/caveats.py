"""What must be said beside the numbers of an answer, and why: one function for each kind of caveat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pandas as pd

from metrics.answer import Caveat, Status
from metrics.material import Material
from metrics.phrasing import Message, counted
from metrics.query import Measure
from metrics.records import rows_of
from metrics.suggestions import what_exists
from metrics.wording import N_

# Sexes, ages and details have no population of their own here.
WHOLE_POPULATION: Final = ("all", "all", "")


def caveats_of(material: Material) -> tuple[Caveat, ...]:
    """The caveats of an answer, the weightiest first."""
    return tuple(caveat for kind in KINDS for caveat in kind(material))


def nothing_found(material: Material) -> list[Caveat]:
    """No row has a count: say what exists instead."""
    is_held_back = material.rows["status"] == str(Status.SUPPRESSED)
    if (material.rows["value"].notna() | is_held_back).any():
        return []
    return [Caveat(kind="nothing", message=what_exists(material.dataset, material.query, material.clocks))]


def measure_in_words(material: Material) -> list[Caveat]:
    """What a difference of totals is not."""
    if material.query.measure is not Measure.NEWLY_DOCUMENTED or material.rows.empty:
        return []
    return [
        Caveat(
            kind="newly_documented",
            message=Message(
                N_(
                    "Newly documented is what was added to the running total between two publications. It is"
                    " not what happened in between, since cases may be documented late."
                )
            ),
        )
    ]


def breaks_in_series(material: Material) -> list[Caveat]:
    """From a date on, the metric counts something else."""
    changed = material.breaks[material.breaks["kind"] != "no_longer_printed"]
    labels = material.dataset.metrics.set_index("metric")["label"]
    return [
        Caveat(
            kind="break",
            message=Message(
                N_("Break in the series “{label}” on {day}: {what}"),
                {"label": labels[row.metric], "day": row.date.date(), "what": row.what_changed},
            ),
        )
        for row in rows_of(changed)
    ]


def uneven_intervals(material: Material) -> list[Caveat]:
    """A difference that stands for another time than its bucket."""
    rows = material.rows.index[material.rows["is_uneven"]]
    if rows.empty:
        return []
    message = counted(
        "{count} value covers a time that differs from its period by more than 31 days, because no exact"
        " total was printed near the period's end; its row says what it covers.",
        "{count} values cover a time that differs from their period by more than 31 days, because no exact"
        " total was printed near the period's end; each row says what it covers.",
        len(rows),
    )
    return [Caveat(kind="covers", message=message, rows=tuple(rows))]


def revisions(material: Material) -> list[Caveat]:
    """A running total that was lowered."""
    rows = material.rows.index[material.rows["is_revision"]]
    if rows.empty:
        return []
    message = counted(
        "{count} value is below zero: there the running total was revised downwards.",
        "{count} values are below zero: there the running total was revised downwards.",
        len(rows),
    )
    return [Caveat(kind="revision", message=message, rows=tuple(rows))]


def rivals(material: Material) -> list[Caveat]:
    """Two exact values printed for one period."""
    rows = material.rows.index[material.rows["has_rival"]]
    if rows.empty:
        return []
    message = counted(
        "For {count} value, another document prints another exact number for the same period.",
        "For {count} values, another document prints another exact number for the same period.",
        len(rows),
    )
    return [Caveat(kind="rival_values", message=message, rows=tuple(rows))]


def bounds(material: Material) -> list[Caveat]:
    """Values that are no exact numbers."""
    inexact = material.rows["qualifier"].isin(["at_least", "about", "up_to"])
    rows = material.rows.index[inexact]
    if rows.empty:
        return []
    message = counted(
        "{count} value is no exact count: read “at least”, “about” or “up to” with it.",
        "{count} values are no exact counts: read “at least”, “about” and “up to” with them.",
        len(rows),
    )
    return [Caveat(kind="bound", message=message, rows=tuple(rows))]


def corrections(material: Material) -> list[Caveat]:
    """Counts that a correction takes out."""
    if material.excluded.empty:
        return []
    message = counted(
        "{count} published count is left out by a correction, with its reason.",
        "{count} published counts are left out by corrections, each with its reason.",
        len(material.excluded),
    )
    return [Caveat(kind="excluded", message=message)]


def uncertain_publication(material: Material) -> list[Caveat]:
    """An answer of a past day that rests on documents whose day of publication is not printed."""
    if material.query.known_on is None:
        return []
    uncertain = material.weighed[material.weighed["published_is"] == "not_before"]
    documents = uncertain["source_id"].nunique()
    if not documents:
        return []
    message = counted(
        "{count} document prints no date of publication; the latest day that it speaks of stands in for"
        " it, so it may have been published after {day}.",
        "{count} documents print no date of publication; the latest day that they speak of stands in for"
        " it, so they may have been published after {day}.",
        documents,
        day=material.clocks.known_on.date(),
    )
    return [Caveat(kind="not_before", message=message)]


def population(material: Material) -> list[Caveat]:
    """The denominator of a rate, with its year and source."""
    if material.query.measure is not Measure.PER_100K or material.rows.empty:
        return []
    places = material.dataset.places.set_index("place").loc[list(material.query.places)]
    years = sorted(
        {
            f"{year}, {source}"
            for year, source in zip(places["population_year"], places["population_source"], strict=True)
        }
    )
    parts = (material.query.sex, material.query.age, material.query.detail)
    template = N_("Per 100,000 people of the place's whole population ({source}).")
    if parts != WHOLE_POPULATION:
        template = N_(
            "Per 100,000 people of the place's whole population, of both sexes and all ages ({source}): no"
            " population of the part that is counted is recorded."
        )
    return [Caveat(kind="population", message=Message(template, {"source": "; ".join(years)}))]


def parts_do_not_add_up(material: Material) -> list[Caveat]:
    """Several parts of one place: their sum is not the whole, and some may have no count."""
    parents = material.dataset.places.set_index("place")["parent"]
    asked = [parents[place] for place in material.query.places if parents[place]]
    if len(asked) < len(set(asked)) + 1:
        return []
    with_count = material.rows.loc[material.rows["value"].notna(), "place"].nunique()
    template = N_(
        "Places with a count: {counted} of {asked}. They are not added up: no document says that they are the"
        " whole, and for some cases the place is not known."
    )
    values = {"counted": with_count, "asked": len(material.query.places)}
    return [Caveat(kind="parts", message=Message(template, values))]


def drafts(material: Material) -> list[Caveat]:
    """Counts recorded after the last sealed edition."""
    editions = material.dataset.editions
    sealed = pd.Timestamp.min if editions.empty else editions["day"].max()
    count = int((material.shown["recorded"] > sealed).sum())
    if not count:
        return []
    message = counted(
        "{count} count is a draft: it was recorded after the last sealed edition.",
        "{count} counts are a draft: they were recorded after the last sealed edition.",
        count,
    )
    return [Caveat(kind="draft", message=message)]


def definitions(material: Material) -> list[Caveat]:
    """What the data itself warns of, metric by metric."""
    metrics = material.dataset.metrics.set_index("metric").loc[list(material.query.metrics)]
    return [
        Caveat(
            kind="definition",
            message=Message(N_("{metric}: {caveat}"), {"metric": row.label, "caveat": row.caveat}),
        )
        for row in rows_of(metrics)
        if row.caveat
    ]


KINDS: Final[tuple[Callable[[Material], list[Caveat]], ...]] = (
    nothing_found,
    measure_in_words,
    breaks_in_series,
    revisions,
    uneven_intervals,
    rivals,
    bounds,
    corrections,
    uncertain_publication,
    population,
    parts_do_not_add_up,
    drafts,
    definitions,
)
