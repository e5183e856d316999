"""What an organisation means by what it counts, as far as a document that is held here says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from metrics.counts.table_rows import all_metrics, all_organisations, documents_named
from metrics.counts.typed_rows import DefinitionRow, Document, typed_rows
from metrics.language.phrasing import Message, Term
from metrics.language.wording import N_
from metrics.query.caching import cached_per_dataset
from validation import Dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What is recorded of one organisation's metric; each text is empty where nothing is recorded.

    what_it_counts: whom, for any counter, by the data set's own definition of the metric.
    definition, not_counted: by the organisation's; for the data set's own counter, those of metrics.csv.
    unit_of_count, standard_of_proof, not_reached: people or cases; what must be known of one; who is missed.
    quotations: words of the documents, each with its document.
    own_words: what the counter says of its own figures, as a sentence; None where nothing is recorded.
    caution: what must be said beside its figures, those words among it; None where there is nothing.
    documents: those that say so.
    """

    what_it_counts: str
    definition: str
    not_counted: str
    how_verified: str
    unit_of_count: str
    standard_of_proof: str
    not_reached: str
    quotations: tuple[tuple[str, Document], ...]
    own_words: Message | None
    caution: Message | None
    documents: tuple[Document, ...]


def definition_of(dataset: Dataset, *, counted_by: str, metric: str, day: date) -> Definition:
    """What the organisation says of its numbers of the day, for the metric.

    Where that is silent, what it says of all that it counts. Where it says nothing of the day, each text is
    empty: words of another time explain no number.
    """
    rows = tuple(_rows(dataset, counted_by, metric, day))
    of_data_set = all_metrics(dataset)[metric]
    is_own = counted_by == dataset.settings.defaults.counted_by
    own_words = _own_words(dataset, counted_by, quoted=_first(*(row.caveat for row in rows)))
    return Definition(
        what_it_counts=of_data_set.definition,
        definition=_first(*(row.definition for row in rows), of_data_set.definition if is_own else ""),
        not_counted=_first(*(row.not_counted for row in rows), of_data_set.not_counted if is_own else ""),
        how_verified=_first(*(row.how_verified for row in rows)),
        unit_of_count=_first(*(row.unit_of_count for row in rows)),
        standard_of_proof=_first(*(row.standard_of_proof for row in rows)),
        not_reached=_first(*(row.not_reached for row in rows)),
        quotations=tuple(
            (row.quotation, document)
            for row in rows
            if row.quotation
            for document in documents_named(dataset, (row.source_id,))
        ),
        own_words=own_words,
        caution=_caution(of_data_set.caveat, own_words),
        documents=documents_named(dataset, (row.source_id for row in rows)),
    )


def _rows(dataset: Dataset, counted_by: str, metric: str, day: date) -> Iterator[DefinitionRow]:
    """Of the metric, then of all that is counted, the rows that hold on the day: what began last first."""
    recorded = _definitions(dataset)
    for key in ((counted_by, metric), (counted_by, "")):
        holding = [row for row in recorded.get(key, ()) if row.holds_on(day)]
        yield from sorted(holding, key=lambda row: row.valid_from or date.min, reverse=True)


@cached_per_dataset
def _definitions(dataset: Dataset) -> Mapping[tuple[str, str], list[DefinitionRow]]:
    """The rows of definitions.csv by organisation and metric."""
    found: dict[tuple[str, str], list[DefinitionRow]] = {}
    for row in typed_rows(dataset.definitions, DefinitionRow):
        found.setdefault((row.organisation, row.metric), []).append(row)
    return found


def _own_words(dataset: Dataset, counted_by: str, *, quoted: str) -> Message | None:
    if not quoted:
        return None
    counter = all_organisations(dataset)[counted_by].called
    return Message(
        N_("{counter} says of its figures: “{words}”"), {"counter": counter, "words": Term(quoted)}
    )


def _caution(caveat: str, own_words: Message | None) -> Message | None:
    """What the data set says of the metric, and the counter of its own figures."""
    if not caveat:
        return own_words
    if own_words is None:
        return Message(N_("{caveat}"), {"caveat": Term(caveat)})
    return Message(N_("{caveat} {own_words}"), {"caveat": Term(caveat), "own_words": own_words})


def _first(*texts: str) -> str:
    """The first that says anything."""
    return next(filter(None, texts), "")
