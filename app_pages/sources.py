"""Sources and checks: every document, what was checked, what the words mean, what was corrected."""

from datetime import date
from typing import Final

import streamlit as st

from app_pages.names import metric_names, place_names
from app_pages.platform.frame import findings_table
from app_pages.platform.question import ask
from app_pages.tables import DAY, counts_table, text_table
from metrics.candidates import Clocks, clocks_of
from metrics.current import standing
from metrics.documents import counts_of_document, documents
from metrics.phrasing import day, number, short_day
from metrics.plain_text import plain
from metrics.wording import N_, _
from validation import Dataset, Severity

SEVERITIES: Final = {
    Severity.WARNING: N_("Warnings: a person must look"),
    Severity.NOTE: N_("Notes: known and explained"),
}


def show_documents(dataset: Dataset, clocks: Clocks) -> None:
    """All documents; a selected one opens with its counts."""
    listed = documents(dataset, clocks)
    st.caption(
        _("{count} documents known on {day}. Select one to see what it contributed.").format(
            count=number(len(listed)), day=day(clocks.known_on.date())
        )
    )
    columns = {
        "published": _("Published"),
        "publisher_name": _("Publisher"),
        "title": _("Title"),
        "stands": _("Counts that stand"),
        "superseded": _("Superseded"),
        "excluded": _("Left out"),
        "language": _("Language"),
        "published_is": _("Day of publication"),
        "url": _("Address"),
    }
    selected = st.dataframe(
        listed[list(columns)].rename(columns=columns),
        hide_index=True,
        width="stretch",
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            _("Published"): st.column_config.DateColumn(format=DAY, width=100),
            _("Publisher"): st.column_config.TextColumn(width=200),
            _("Title"): st.column_config.TextColumn(width=340),
            _("Address"): st.column_config.LinkColumn(),
        },
        height=560,
        key="documents",
    )
    for position in selected.selection.rows:
        document = listed.iloc[position]
        st.subheader(plain(document["title"]))
        st.caption(plain(f"{document['publisher_name']}, {day(document['published'].date())}"))
        counts_table(
            dataset, counts_of_document(dataset, clocks, document["source_id"]), key="document-counts"
        )


def show_checks(dataset: Dataset) -> None:
    """What the last validation found in the tables as they are."""
    st.caption(
        _(
            "Every count is checked against the others before it is shown. An error keeps the tables off the"
            " screen; what follows are disagreements in what was published, which a person has to judge."
        )
    )
    for severity, heading in SEVERITIES.items():
        found = [finding for finding in dataset.findings if finding.severity is severity]
        st.subheader(f"{_(heading)} ({number(len(found))})")
        findings_table(found)


def show_definitions(dataset: Dataset) -> None:
    """What each metric counts, and what must be known of it."""
    metrics = dataset.metrics.sort_values("display_order")
    labels = metric_names(dataset)
    kinds = {"stock": _("on a date"), "flow": _("over a period")}
    text_table(
        {
            _("Metric"): metrics["label"],
            _("Code"): metrics["metric"],
            _("Counted"): metrics["kind"].map(kinds),
            _("Part of"): metrics["part_of"].map(labels).fillna(""),
            _("Definition"): metrics["definition"],
            _("Caveat"): metrics["caveat"],
        }
    )


def show_breaks(dataset: Dataset) -> None:
    """From when on a metric counts something else, was commuted, or is no longer printed."""
    breaks = dataset.breaks.sort_values("date", ascending=False)
    kinds = {
        "definition": _("change of definition"),
        "records_added": _("older records added"),
        "commutation": _("commutation"),
        "no_longer_printed": _("no longer printed"),
    }
    text_table(
        {
            _("Day"): breaks["date"].map(_unbroken_day),
            _("Metric"): breaks["metric"].map(metric_names(dataset)),
            _("Place"): breaks["place"].map(place_names(dataset)),
            _("Kind"): breaks["kind"].map(kinds),
            _("What changed"): breaks["what_changed"],
            _("Document"): breaks["source_id"],
        }
    )


def show_corrections(dataset: Dataset) -> None:
    """Counts that are left out of every series, each with its reason."""
    corrections = dataset.corrections
    st.caption(
        _(
            "{count} published counts are left out of the series. They stay in the tables, with the reason."
        ).format(count=number(len(corrections)))
    )
    text_table(
        {
            _("Day"): corrections["period_end"].map(_unbroken_day),
            _("Metric"): corrections["metric"].map(metric_names(dataset)),
            _("Printed value"): corrections["expected_value"].map(number),
            _("Reason"): corrections["reason"],
            _("Document"): corrections["source_id"],
            _("Recorded"): corrections["recorded"].map(_unbroken_day),
        }
    )


def show_editions(dataset: Dataset) -> None:
    """The sealed states of this data set, for citations that must not move."""
    st.dataframe(
        dataset.editions[["day", "rows", "added", "why", "sha256"]].rename(
            columns={
                "day": _("Edition"),
                "rows": _("Counts"),
                "added": _("What was added"),
                "why": _("Why"),
                "sha256": _("Seal (SHA-256)"),
            }
        ),
        hide_index=True,
        width="stretch",
        column_config={_("Edition"): st.column_config.DateColumn(format=DAY)},
    )


def _unbroken_day(value: date) -> str:
    return short_day(value).replace(" ", "\N{NO-BREAK SPACE}")


dataset = standing().dataset
st.title(_("Sources and checks"))
question = ask(dataset, page="sources")
known_on, _rest = st.columns([1, 3])
with known_on:
    question.day("known_on", _("As known on (empty: latest)"))
clocks = clocks_of(dataset, question.settle())
tabs = st.tabs(
    [_("Documents"), _("Checks"), _("Definitions"), _("Breaks in series"), _("Corrections"), _("Editions")]
)
with tabs[0]:
    show_documents(dataset, clocks)
with tabs[1]:
    show_checks(dataset)
with tabs[2]:
    show_definitions(dataset)
with tabs[3]:
    show_breaks(dataset)
with tabs[4]:
    show_corrections(dataset)
with tabs[5]:
    show_editions(dataset)
