"""What an organisation means by what it counts, as far as a document that is held here says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
    own_words: what the counter says of its own figures, as a sentence; None where nothing is recorded.
    caution: what must be said beside its figures, those words among it; None where there is nothing.
    documents: those that say so.
    """

    what_it_counts: str
    definition: str
    not_counted: str
    how_verified: str
    own_words: Message | None
    caution: Message | None
    documents: tuple[Document, ...]


def definition_of(dataset: Dataset, *, counted_by: str, metric: str) -> Definition:
    """What the organisation says of the metric; where that is silent, what it says of all that it counts."""
    rows = tuple(_rows(dataset, counted_by, metric))
    of_data_set = all_metrics(dataset)[metric]
    is_own = counted_by == dataset.settings.defaults.counted_by
    own_words = _own_words(dataset, counted_by, quoted=_first(*(row.caveat for row in rows)))
    return Definition(
        what_it_counts=of_data_set.definition,
        definition=_first(*(row.definition for row in rows), of_data_set.definition if is_own else ""),
        not_counted=_first(*(row.not_counted for row in rows), of_data_set.not_counted if is_own else ""),
        how_verified=_first(*(row.how_verified for row in rows)),
        own_words=own_words,
        caution=_caution(of_data_set.caveat, own_words),
        documents=documents_named(dataset, (row.source_id for row in rows)),
    )


def _rows(dataset: Dataset, counted_by: str, metric: str) -> Iterator[DefinitionRow]:
    recorded = _definitions(dataset)
    keys = ((counted_by, metric), (counted_by, ""))
    yield from (recorded[key] for key in keys if key in recorded)


@cached_per_dataset
def _definitions(dataset: Dataset) -> Mapping[tuple[str, str], DefinitionRow]:
    """The rows of definitions.csv by organisation and metric."""
    return {(row.organisation, row.metric): row for row in typed_rows(dataset.definitions, DefinitionRow)}


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
