"""The one way from a question to its answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from metrics.answer.answer import Answer
from metrics.answer.caveats import caveats_of
from metrics.answer.context_events import breaks_within, event_of_question, events_within
from metrics.answer.derived import with_parts
from metrics.answer.grid import rows_in_order
from metrics.answer.inputs import Computed, Inputs, considered_for, counts_left_out
from metrics.answer.notes import with_notes
from metrics.answer.rows import Row
from metrics.counts.candidates import Clocks, candidates_of, clocks_of
from metrics.counts.count import Count
from metrics.counts.definitions import definition_of
from metrics.counts.small_tables import findings_on_counts
from metrics.counts.table_rows import (
    all_organisations,
    documents_named,
    metrics_named,
    places_named,
    published_at,
)
from metrics.counts.typed_rows import PublishedCount
from metrics.language.wording import spoken_in
from metrics.query.caching import cached
from metrics.query.periods import calendar_of
from metrics.query.query import Grain, Query
from metrics.question.allowed import check_question
from validation import Dataset
from validation.findings import Finding


@cached
def answer_for(dataset: Dataset, query: Query) -> Answer:
    """The answer to the question; the same object for everybody who asks it. Nobody changes its frames.

    Raises ParameterError where the question makes no sense for this dataset.
    """
    check_question(dataset, query)
    with spoken_in("en"):
        return _answer_of(_computed(inputs_of(dataset, query, clocks_of(dataset, query))))


def inputs_of(dataset: Dataset, query: Query, clocks: Clocks) -> Inputs:
    """The inputs for computing one answer, as known on the days of the clocks."""
    has_buckets = query.grain is not Grain.AS_PUBLISHED
    return Inputs(
        dataset=dataset,
        query=query,
        clocks=clocks,
        calendar=calendar_of(query.grain, dataset.settings.reporting_year) if has_buckets else None,
        candidates=candidates_of(dataset, with_parts(dataset, query), clocks),
    )


def _computed(inputs: Inputs) -> Computed:
    rows = rows_in_order(inputs)
    considered = considered_for(inputs, rows)
    excluded = counts_left_out(inputs)
    return Computed(
        inputs=inputs,
        rows=with_notes(rows, inputs, considered=considered.counts, excluded=excluded),
        considered=considered,
        excluded=excluded,
        breaks=breaks_within(inputs, rows),
    )


def _answer_of(computed: Computed) -> Answer:
    dataset, query, clocks = computed.inputs.dataset, computed.inputs.query, computed.inputs.clocks
    counter = all_organisations(dataset)[query.counted_by]
    return Answer(
        query=query,
        rows=_completed(computed),
        caveats=caveats_of(computed),
        sources=documents_named(dataset, (count.source_id for count in computed.considered.shown)),
        vintages=_vintages(computed),
        excluded=_published(dataset, computed.excluded),
        breaks=tuple(computed.breaks),
        events=tuple(events_within(computed.inputs)),
        findings=_findings(computed),
        metrics=metrics_named(dataset, query.metrics),
        places=places_named(dataset, query.places),
        definitions={
            metric: definition_of(
                dataset, counted_by=query.counted_by, metric=metric, day=computed.last_day_of(metric)
            )
            for metric in query.metrics
        },
        event=event_of_question(computed.inputs),
        counter=counter.called,
        counter_kind=counter.kind,
        people=dataset.settings.people,
        usual_group=dataset.settings.defaults.group,
        start=clocks.start,
        end=clocks.end,
        known_on=clocks.known_on,
        edition=clocks.edition,
        origin=computed.inputs.origin.day,
        origin_label=computed.inputs.origin.label,
        reporting_year=dataset.settings.reporting_year,
    )


def _completed(computed: Computed) -> tuple[Row, ...]:
    """The rows with their labels, and the days on which they are drawn."""
    return tuple(
        replace(row, label=label, day=computed.day_of(row)) for label, row in enumerate(computed.rows)
    )


def _vintages(computed: Computed) -> tuple[PublishedCount, ...]:
    """The considered counts, without the corrections of later editions."""
    counts = _published(computed.inputs.dataset, computed.considered.counts)
    return tuple(replace(count, reason=None, excluded_on=None) for count in counts)


def _published(dataset: Dataset, counts: Iterable[Count]) -> tuple[PublishedCount, ...]:
    return published_at(dataset, [count.position for count in counts])


def _findings(computed: Computed) -> tuple[Finding, ...]:
    """The results of the checks of the counts behind the rows."""
    findings, lines = findings_on_counts(computed.inputs.dataset), computed.considered.lines
    return tuple(finding for finding in findings if not lines.isdisjoint(finding.lines))
