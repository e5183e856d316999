"""How many of a counter's figures are its own documents', as sentences for the first page."""

from __future__ import annotations

from metrics.counts.own_documents import FromOwnDocuments, from_own_documents
from metrics.counts.table_rows import all_organisations
from metrics.language.phrasing import counted
from metrics.query.query import Query
from validation import Dataset


def provenance_in_words(dataset: Dataset, query: Query) -> str:
    """Of all figures of the counter, and of the newest; empty where it has none."""
    counter = all_organisations(dataset)[query.counted_by].called
    return " ".join(_said(share, counter) for share in from_own_documents(dataset, query))


def _said(share: FromOwnDocuments, counter: str) -> str:
    if share.since is None:
        message = counted(
            "Of {figures} figures of {counter} recorded here, {count} comes from its own documents; media and"
            " other organisations reported the rest.",
            "Of {figures} figures of {counter} recorded here, {count} come from its own documents; media and"
            " other organisations reported the rest.",
            share.own,
            figures=share.figures,
            counter=counter,
        )
        return str(message) if share.own < share.figures else _all_own(share, counter)
    message = counted(
        "Since {since}: {count} of {figures}.",
        "Since {since}: {count} of {figures}.",
        share.own,
        figures=share.figures,
        since=share.since,
    )
    return str(message)


def _all_own(share: FromOwnDocuments, counter: str) -> str:
    message = counted(
        "The one figure of {counter} here comes from its own documents.",
        "All {count} figures of {counter} here come from its own documents.",
        share.own,
        counter=counter,
    )
    return str(message)
