"""What must be said beside the numbers of an answer, and why: one function for each kind of caveat."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from metrics.answer.answer import Caveat
from metrics.answer.context_events import event_of_question
from metrics.answer.inputs import Computed
from metrics.answer.suggestions import what_exists
from metrics.answer.sum_of_places import SumOfPlaces, sum_of_places
from metrics.counts.definitions import definition_of
from metrics.counts.small_tables import last_sealed_day
from metrics.counts.table_rows import all_documents, all_metrics, all_places
from metrics.counts.typed_rows import Place
from metrics.language.phrasing import Message, Term, counted
from metrics.language.wording import N_
from metrics.query.query import Measure, Status

BOUNDS: Final = ("at_least", "about", "up_to", "between")


def caveats_of(computed: Computed) -> tuple[Caveat, ...]:
    """The caveats of an answer, the weightiest first."""
    return tuple(caveat for kind in KINDS for caveat in kind(computed))


def nothing_found(computed: Computed) -> list[Caveat]:
    """No row has a count: say what exists instead."""
    if any(row.value is not None or row.status == Status.SUPPRESSED for row in computed.rows):
        return []
    inputs, clocks = computed.inputs, computed.inputs.clocks
    if inputs.query.known_on is not None and clocks.known_on < clocks.start:
        template = N_("On {known_on} this period had not begun: it starts on {start}.")
        message = Message(template, {"known_on": clocks.known_on, "start": clocks.start})
        return [Caveat(kind="nothing", message=message)]
    return [Caveat(kind="nothing", message=what_exists(inputs.dataset, inputs.query, clocks))]


def of_an_event(computed: Computed) -> list[Caveat]:
    """The counts of one event stand outside the running series."""
    event = event_of_question(computed.inputs)
    if event is None:
        return []
    template = N_(
        "These figures are for one event only, “{label}” on {day}, and are not part of a series over time."
    )
    values = {"label": Term(event.label), "day": event.day}
    return [Caveat(kind="event", message=Message(template, values))]


def of_one_document(computed: Computed) -> list[Caveat]:
    """One document's counts, whichever counts of others stand."""
    source = computed.inputs.query.source
    if not source:
        return []
    title = all_documents(computed.inputs.dataset)[source].called
    template = N_(
        "These figures are from one document only, “{title}”. Another figure may be used elsewhere for"
        " the same time."
    )
    return [Caveat(kind="source", message=Message(template, {"title": title}))]


def newly_documented(computed: Computed) -> list[Caveat]:
    """What a difference of totals is not."""
    if computed.inputs.query.measure is not Measure.NEWLY_DOCUMENTED or not computed.rows:
        return []
    return [
        Caveat(
            kind="newly_documented",
            message=Message(
                N_(
                    "“Newly documented” is what was added to the running total between two"
                    " publications. It is not what happened in between, because cases may be documented"
                    " late."
                )
            ),
        )
    ]


def breaks_in_series(computed: Computed) -> list[Caveat]:
    """From a date on, the metric counts something else."""
    metrics = all_metrics(computed.inputs.dataset)
    return [
        Caveat(
            kind="break",
            message=Message(
                N_("Break in the series “{label}” on {day}: {what}"),
                {
                    "label": Term(metrics[change.metric].label),
                    "day": change.day,
                    "what": Term(change.what_changed),
                },
            ),
        )
        for change in computed.breaks
        if change.kind != "no_longer_printed"
    ]


def uneven_intervals(computed: Computed) -> list[Caveat]:
    """A difference that stands for another time than its bucket."""
    rows = _numbers(row.is_uneven for row in computed.rows)
    if not rows:
        return []
    message = counted(
        "{count} figure covers a different period from the one it is shown for (by more than 31 days),"
        " because no exact total was published near its start or end. Its row gives the dates.",
        "{count} figures cover different periods from those they are shown for (by more than 31 days),"
        " because no exact total was published near the start or end. Each row gives the dates.",
        len(rows),
    )
    return [Caveat(kind="covers", message=message, rows=rows)]


def revisions(computed: Computed) -> list[Caveat]:
    """A running total that was lowered."""
    rows = _numbers(row.is_revision for row in computed.rows)
    if not rows:
        return []
    message = counted(
        "{count} figure is below zero, because the running total was revised down.",
        "{count} figures are below zero, because the running total was revised down.",
        len(rows),
    )
    return [Caveat(kind="revision", message=message, rows=rows)]


def conflicts(computed: Computed) -> list[Caveat]:
    """Two exact values printed for one period."""
    rows = _numbers(row.has_conflict for row in computed.rows)
    if not rows:
        return []
    message = counted(
        "For {count} figure, another document gives a different exact number for the same period.",
        "For {count} figures, another document gives a different exact number for the same period.",
        len(rows),
    )
    return [Caveat(kind="rival_values", message=message, rows=rows)]


def bounds(computed: Computed) -> list[Caveat]:
    """Values that are no exact numbers."""
    rows = _numbers(row.qualifier in BOUNDS for row in computed.rows)
    if not rows:
        return []
    message = counted(
        "{count} figure is approximate or a limit: quote it with its “at least”, “about”, “up to” or"
        " “between”.",
        "{count} figures are approximate or limits: quote them with their “at least”, “about”, “up to”"
        " or “between”.",
        len(rows),
    )
    return [Caveat(kind="bound", message=message, rows=rows)]


def corrections(computed: Computed) -> list[Caveat]:
    """Counts that a correction takes out."""
    if not computed.excluded:
        return []
    message = counted(
        "{count} published figure is left out as a correction; the reason is given.",
        "{count} published figures are left out as corrections; the reasons are given.",
        len(computed.excluded),
    )
    return [Caveat(kind="excluded", message=message)]


def uncertain_publication(computed: Computed) -> list[Caveat]:
    """An answer of a past day that rests on documents whose day of publication is not printed."""
    counts = computed.considered.counts
    documents = {count.source_id for count in counts if count.published_is == "not_before"}
    if computed.inputs.query.known_on is None or not documents:
        return []
    message = counted(
        "{count} document gives no publication date. The latest date it mentions is used instead, so"
        " it may have been published after {day}.",
        "{count} documents give no publication date. The latest date each mentions is used instead, so"
        " they may have been published after {day}.",
        len(documents),
        day=computed.inputs.clocks.known_on,
    )
    return [Caveat(kind="not_before", message=message)]


def population(computed: Computed) -> list[Caveat]:
    """The denominator of a rate, with its year and source, and how old it is beside the newest count."""
    query = computed.inputs.query
    if query.measure is not Measure.PER_100K or not computed.rows:
        return []
    asked = [all_places(computed.inputs.dataset)[place] for place in query.places]
    source = "; ".join(sorted({f"{one.population_year}, {one.population_source}" for one in asked}))
    years = (one.population_year for one in asked if one.population_year is not None)
    end = computed.inputs.clocks.end.year
    age = end - min(years, default=end)
    if age <= 0:
        message = Message(N_("Rates use the whole population of the place ({source})."), {"source": source})
    else:
        message = counted(
            "Rates use the whole population of the place ({source}), which is {count} year older than"
            " the latest day shown.",
            "Rates use the whole population of the place ({source}), which is {count} years older than"
            " the latest day shown.",
            age,
            source=source,
        )
    return [Caveat(kind="population", message=message)]


def parts_of_a_place(computed: Computed) -> list[Caveat]:
    """Several parts of one place: whether they add up to it, by counts of one day; else no sum is made."""
    asked, places = computed.inputs.query.places, all_places(computed.inputs.dataset)
    parents = [places[place].parent for place in asked if places[place].parent]
    if len(parents) == len(set(parents)):
        return []
    found = sum_of_places(computed.inputs, computed.rows)
    if found is not None:
        return [Caveat(kind="parts_add_up", message=_sum_in_words(found, places[found.parent]))]
    with_count = {row.place for row in computed.rows if row.value is not None}
    template = N_(
        "Places with a figure: {counted} of {asked}. They are not added up. That is done only where"
        " every place has an exact figure for the same day and together they make up the total for the"
        " whole."
    )
    values = {"counted": len(with_count), "asked": len(asked)}
    return [Caveat(kind="parts", message=Message(template, values))]


def _sum_in_words(found: SumOfPlaces, parent: Place) -> Message:
    template = N_(
        "Checked: the {count} places add up to {sum}, the figure that {document} gives for {parent},"
        " {period}."
    )
    if found.unknown:
        template = N_(
            "Checked: the {count} places, plus {unknown} whose place is not known, add up to {sum},"
            " the figure that {document} gives for {parent}, {period}."
        )
    values = {
        "count": found.parts,
        "unknown": int(found.unknown),
        "sum": int(found.value),
        "document": found.source_id,
        "parent": parent,
        "period": found.period,
    }
    return Message(template, values)


def drafts(computed: Computed) -> list[Caveat]:
    """Counts recorded after the last sealed edition."""
    sealed = last_sealed_day(computed.inputs.dataset)
    count = sum(count.recorded > sealed for count in computed.considered.shown)
    if not count or sealed == date.min:  # who seals no editions has no drafts
        return []
    message = counted(
        "{count} figure is a draft, recorded after the last sealed edition.",
        "{count} figures are drafts, recorded after the last sealed edition.",
        count,
    )
    return [Caveat(kind="draft", message=message)]


def definitions(computed: Computed) -> list[Caveat]:
    """What the data set and the counter warn of, metric by metric."""
    dataset, query = computed.inputs.dataset, computed.inputs.query
    cautions = {
        metric: definition_of(
            dataset, counted_by=query.counted_by, metric=metric, day=computed.last_day_of(metric)
        ).caution
        for metric in query.metrics
    }
    return [
        Caveat(
            kind="definition",
            message=Message(
                N_("{metric}: {caution}"),
                {"metric": Term(all_metrics(dataset)[metric].label), "caution": caution},
            ),
        )
        for metric, caution in cautions.items()
        if caution
    ]


def _numbers(is_meant: Iterable[bool]) -> tuple[int, ...]:
    """The numbers of the rows that are meant."""
    return tuple(number for number, meant in enumerate(is_meant) if meant)


KINDS: Final[tuple[Callable[[Computed], list[Caveat]], ...]] = (
    nothing_found,
    of_an_event,
    of_one_document,
    newly_documented,
    breaks_in_series,
    revisions,
    uneven_intervals,
    conflicts,
    bounds,
    corrections,
    uncertain_publication,
    population,
    parts_of_a_place,
    drafts,
    definitions,
)
