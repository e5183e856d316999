"""The words for a number that changed: "was X, now Y, because"."""

from __future__ import annotations

from typing import Final

from metrics.answer.rows import Row
from metrics.counts.count import Count
from metrics.counts.small_tables import publishers_of
from metrics.counts.table_rows import all_metrics
from metrics.language.phrasing import Message, Quantity, Term
from metrics.language.wording import N_
from metrics.query.query import Measure, Query, Status
from metrics.revisions.revision_causes import CauseKind, RevisionCause
from validation import Dataset

BECAUSE: Final = {
    CauseKind.DOCUMENT: N_("a document was published later: {document}."),
    CauseKind.RECORDED_LATE: N_("a document was recorded here late, on {day}: {document}."),
    CauseKind.CORRECTION: N_("a correction of {day} leaves out the figure in {document}: {reason}"),
    CauseKind.BREAK: N_("a break in the series was recorded on {day}: {reason}"),
}
WITH_REASON: Final = {
    CauseKind.DOCUMENT: N_("a document was published later: {document}. {reason}"),
    CauseKind.RECORDED_LATE: N_("a document was recorded here late, on {day}: {document}. {reason}"),
}


def change_in_words(
    dataset: Dataset, query: Query, *, was: Row | None, now: Row | None, why: RevisionCause
) -> Message:
    """The whole sentence; it names the days where the two numbers are for different ones."""
    days_differ = was is not None and now is not None and was.period_end != now.period_end
    values: dict[str, object] = {
        "was": _row_in_words(was, query, with_day=days_differ, otherwise=N_("no figure")),
        "now": _row_in_words(now, query, with_day=days_differ, otherwise=N_("left out")),
        "because": cause_in_words(dataset, why),
    }
    if why.by is None or not _is_derived(was, now):
        return Message(N_("Was {was}, now {now}, because {because}"), values)
    changed = _input(dataset, why.by)
    return Message(
        N_("Was {was}, now {now}, because a figure that it is calculated from changed, {input}: {because}"),
        values | {"input": changed},
    )


def _is_derived(was: Row | None, now: Row | None) -> bool:
    return any(row is not None and row.status == Status.DERIVED for row in (was, now))


def _row_in_words(row: Row | None, query: Query, *, with_day: bool, otherwise: str) -> object:
    if row is None:
        return Message(otherwise)
    quantity = Quantity(row.value, row.qualifier, query.measure is Measure.PER_100K, row.value_to)
    if not with_day or row.period_end is None:
        return quantity
    return Message(N_("{quantity} on {day}"), {"quantity": quantity, "day": row.period_end})


def _input(dataset: Dataset, count: Count) -> Message:
    label = Term(all_metrics(dataset)[count.series.metric].label)
    quantity = Quantity(count.value, count.qualifier, is_rate=False, upper=count.value_to)
    values = {"label": label, "day": count.period_end, "quantity": quantity}
    return Message(N_("“{label}” on {day}, {quantity}"), values)


def cause_in_words(dataset: Dataset, why: RevisionCause) -> Message:
    """What changed a number, as the end of a sentence that goes on after "because"."""
    templates = WITH_REASON if why.reason and why.cause in WITH_REASON else BECAUSE
    document: object = "" if why.by is None else document_in_words(dataset, why.by)
    values = {"day": why.on, "document": document, "reason": Term(why.reason)}
    return Message(templates[why.cause], values)


def document_in_words(dataset: Dataset, count: Count) -> Message:
    """A document by its publisher, its day and its code."""
    values = {
        "publisher": publishers_of(dataset)[count.source_id],
        "day": count.published,
        "source_id": count.source_id,
    }
    return Message(N_("{publisher}, {day} ({source_id})"), values)
