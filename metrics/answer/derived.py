"""A part that a counter does not print: the whole minus its other parts, where the data set says so.

`dataset.toml` declares for whom; of another counter nobody knows that it holds, and nothing is worked out. It
also says what is left is called, where that is more than the part: those who are no longer in detention are
not all released.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from metrics.answer.inputs import Inputs
from metrics.counts.count import Count
from metrics.counts.small_tables import breaks_of
from metrics.language.phrasing import number
from metrics.query.query import Query, Status
from validation import Dataset, Identity

RELEASED: Final = "released"


class PrintedTogether(NamedTuple):
    """Exact counts that one document prints for one day: of a whole, and of all its parts but one."""

    whole: Count
    others: tuple[Count, ...]

    @property
    def rest(self) -> float:
        """What is left of the whole without those parts."""
        return self.whole.number - sum(other.number for other in self.others)


def identity_for(dataset: Dataset, query: Query, metric: str) -> Identity | None:
    """The declared identity by which a metric is worked out for the question's counter, if there is one."""
    for identity in dataset.settings.identities:
        if identity.derived == metric and query.counted_by in identity.derived_for:
            return identity
    return None


def with_parts(dataset: Dataset, query: Query) -> Query:
    """The question, with the metrics that its derived metrics rest on."""
    identities = (identity_for(dataset, query, metric) for metric in query.metrics)
    bases = (metric for one in identities if one for metric in (one.whole, *one.parts))
    return replace(query, metrics=tuple(dict.fromkeys((*query.metrics, *bases))))


def derived_counts(inputs: Inputs, metric: str, place: str, *, printed: Iterable[Count]) -> list[Count]:
    """A metric's counts for the days on which a document prints only what it is worked out from.

    A printed value, even a bound, is never replaced, nor set beside one that is worked out from the document
    that prints it; and after a last printed value that is a bound, an exact one would say more than is known.
    """
    identity = identity_for(inputs.dataset, inputs.query, metric)
    if identity is None:
        return []
    printed = list(printed)
    days, documents = {one.period_end for one in printed}, {one.source_id for one in printed}
    until = _day_of_last_bound(printed)
    return [
        _derived(found, metric)
        for found in _printed_together(inputs, identity, place)
        if found.whole.period_end not in days
        and found.whole.source_id not in documents
        and found.whole.period_end < until
    ]


def _day_of_last_bound(printed: list[Count]) -> date:
    """The day of the last printed value if that is a bound; else the last of all days."""
    last = max(printed, key=lambda count: count.period_end, default=None)
    return last.period_end if last is not None and last.qualifier != "exact" else date.max


def _printed_together(inputs: Inputs, identity: Identity, place: str) -> Iterator[PrintedTogether]:
    """The whole beside all parts but the derived one, for each document that prints them for one day.

    Not before the last change of definition of any of them: until April 2021 AAPP's count of people in
    detention held people evading arrest as well. Nor where the parts are more than the whole: one of them is
    wrong then, and fewer than none is no number.
    """
    first = _last_definition(inputs, identity)
    others = [part for part in identity.parts if part != identity.derive]
    printed = [_by_document(_exact_counts(inputs, part, place, first)) for part in others]
    for whole in filter(inputs.is_total, _exact_counts(inputs, identity.whole, place, first)):
        beside = [counts.get((whole.source_id, whole.period_end)) for counts in printed]
        found = PrintedTogether(whole, tuple(count for count in beside if count is not None))
        if len(found.others) == len(others) and found.rest >= 0:
            yield found


def _by_document(counts: Iterable[Count]) -> dict[tuple[str, date], Count]:
    return {(count.source_id, count.period_end): count for count in counts}


def _exact_counts(inputs: Inputs, metric: str, place: str, first: date) -> list[Count]:
    """The exact stocks and running totals of a metric since a day."""
    return [
        count
        for count in inputs.candidates.usable[metric, place]
        if count.qualifier == "exact"
        and first <= count.period_end <= inputs.clocks.end
        and (not count.basis or inputs.is_total(count))
    ]


def _derived(found: PrintedTogether, metric: str) -> Count:
    whole, others = found
    subtracted = "".join(f" - {other.series.metric} {number(other.number)}" for other in others)
    return replace(
        whole,
        series=whole.series._replace(metric=metric),
        value=found.rest,
        status=str(Status.DERIVED),
        note="",
        lines=(*whole.lines, *(line for other in others for line in other.lines)),
        formula=f"{whole.series.metric} {number(whole.number)}{subtracted}",
    )


def _last_definition(inputs: Inputs, identity: Identity) -> date:
    """The day of the last change of definition of what it is worked out from, as known by the edition."""
    bases = {identity.whole, *identity.parts} - {identity.derive}
    return max(
        (
            change.day
            for change in breaks_of(inputs.dataset)
            if change.kind == "definition"
            and change.counted_by == inputs.query.counted_by
            and change.metric in bases
            and change.recorded <= inputs.clocks.edition
        ),
        default=date.min,
    )
