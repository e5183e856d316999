"""The tables behind the counts in words: documents, definitions, breaks, corrections, editions."""

from __future__ import annotations

import pandas as pd

from app_pages.words.names import metric_names, place_names
from app_pages.words.text_tables import table_of
from app_pages.words.words import Words
from exports.numbers import count_of
from metrics.counts.candidates import Clocks, clocks_of
from metrics.counts.documents import documents
from metrics.counts.tables_as_known import breaks_known, corrections_known, editions_known
from metrics.counts.typed_rows import PublishedCount, typed_rows
from metrics.language.phrasing import unbroken_day
from metrics.language.wording import _
from metrics.number.sentence import Sentence
from metrics.query.caching import cached_words
from metrics.query.query import Query
from validation import Dataset


@cached_words
def listed_documents(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    """Every document known by the clocks, newest first, with what it contributed; not escaped."""
    columns = {
        "published": _("Published"),
        "publisher_name": _("Publisher"),
        "title": _("Title"),
        "stands": _("Figures used"),
        "superseded": _("Not used"),
        "excluded": _("Left out"),
        "language": _("Language"),
        "published_is": _("Publication date"),
        "url": _("Address"),
    }
    return documents(dataset, clocks)[list(columns)].rename(columns=columns)


@cached_words
def definitions(dataset: Dataset) -> Words:
    """What each metric counts, and what must be known of it."""
    metrics = dataset.metrics.sort_values("display_order")
    kinds = {"stock": _("on a date"), "flow": _("over a period")}
    return table_of(
        _("Definitions"),
        {
            _("What is counted"): metrics["label"].map(_),
            _("Code"): metrics["metric"],
            _("Counted"): metrics["kind"].map(kinds),
            _("Part of"): metrics["part_of"].map(metric_names(dataset)).fillna(""),
            _("Definition"): metrics["definition"].map(_),
            _("Not counted"): metrics["not_counted"].map(_),
            _("Caveat"): metrics["caveat"].map(_),
        },
    )


@cached_words
def breaks(dataset: Dataset, clocks: Clocks) -> Words:
    """From when on a metric counts something else, was commuted, or is no longer printed."""
    newest_first = breaks_known(dataset, clocks).sort_values("date", ascending=False)
    kinds = {
        "definition": _("change of definition"),
        "records_added": _("older records added"),
        "commutation": _("commutation"),
        "no_longer_printed": _("no longer published"),
    }
    return table_of(
        _("Breaks in series"),
        {
            _("Day"): newest_first["date"].map(unbroken_day),
            _("What is counted"): newest_first["metric"].map(metric_names(dataset)),
            _("Place"): newest_first["place"].map(place_names(dataset)),
            _("Kind"): newest_first["kind"].map(kinds),
            _("What changed"): newest_first["what_changed"].map(_),
            _("Document"): newest_first["source_id"],
        },
    )


@cached_words
def corrections(dataset: Dataset, query: Query) -> Words:
    """Counts that are left out of every series, the last recorded first; the numbers open their cards."""
    known = corrections_known(dataset, clocks_of(dataset, query))
    left_out = known.sort_values(["recorded", "period_end"], ascending=False, kind="stable")
    return table_of(
        _("Corrections"),
        {
            _("Day"): left_out["period_end"].map(unbroken_day),
            _("What is counted"): left_out["metric"].map(metric_names(dataset)),
            _("Published figure"): [
                Sentence((count_of(correction, query, stands=False),))
                for correction in typed_rows(left_out.set_index("line"), PublishedCount)
            ],
            _("Reason"): left_out["reason"],
            _("Document"): left_out["source_id"],
            _("Recorded"): left_out["recorded"].map(unbroken_day),
        },
        numeric=(_("Published figure"),),
    )


@cached_words
def editions(dataset: Dataset, clocks: Clocks) -> pd.DataFrame:
    """The sealed states of this data set, the newest first, for citations that must not move; not escaped."""
    newest_first = editions_known(dataset, clocks).iloc[::-1]
    return newest_first[["day", "rows", "added", "why", "sha256"]].rename(
        columns={
            "day": _("Edition"),
            "rows": _("Figures"),
            "added": _("What was added"),
            "why": _("Reason"),
            "sha256": _("Seal (SHA-256)"),
        }
    )
