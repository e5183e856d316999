"""Public checks: what each document's numbers were compared with, and the outcome."""

from typing import Final

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.checks.checked_documents import (
    checked_documents,
    checks_in_words,
    comparisons_in_words,
    failing_documents,
    left_out_in_words,
    outcomes_in_words,
)
from app_pages.figure.reader import look
from app_pages.frame.page_heading import open_page
from app_pages.question.question import Question
from app_pages.words.folded import unfolded
from app_pages.words.selecting import rows_key, selected_codes
from app_pages.words.text_tables import DAY, findings_table
from metrics.checks.document_checks import (
    checks_of_document,
    checks_of_documents,
    failures_of_documents,
)
from metrics.checks.known_comparisons import RULE_NAMES
from metrics.counts.candidates import Clocks, clocks_of
from metrics.counts.table_rows import all_documents
from metrics.language.phrasing import day, number
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _
from metrics.query.query import Query
from validation import Dataset, Severity

OPENED: Final = "source_id"
SEVERITIES: Final = {
    Severity.WARNING: N_("Warnings: a person should look at these"),
    Severity.NOTE: N_("Notes: known and explained"),
}


def introduce() -> None:
    """What is checked, and what a failure means."""
    st.markdown(
        _(
            "The figures in every document are compared with each other and with those in other"
            " documents, such as parts with wholes and totals with earlier totals. There are {count}"
            " checks. A failed check means that published figures disagree, not which of them is wrong."
            " A person decides; nothing is corrected automatically."
        ).format(count=number(len(RULE_NAMES)))
    )


def choose_document(question: Question) -> str:
    """The document that is opened; empty where there is none."""
    known = all_documents(question.dataset)
    return question.select(
        OPENED,
        _("Document"),
        options=["", *reversed(list(known))],
        names=lambda code: known[code].called if code else _("None selected"),
    )


def show_document(dataset: Dataset, query: Query, source_id: str) -> None:
    """Every check of one document, with its numbers."""
    clocks = clocks_of(dataset, query)
    document = all_documents(dataset)[source_id]
    st.header(plain(document.called))
    st.caption(plain(f"{document.publisher_name}, {day(document.published)}; {source_id}"))
    if document.url:
        st.link_button(_("Read the document"), document.url)
    if document.published > clocks.known_on or document.recorded > clocks.edition:
        st.info(_("This document was not yet known on {day}.").format(day=day(clocks.known_on)))
        return
    if not checks_of_document(dataset, clocks, source_id).judgements:
        st.info(_("This document has no figures, so there was nothing to check."))
        return
    st.markdown(outcomes_in_words(dataset, clocks, source_id))
    write(checks_in_words(dataset, query, source_id, narrow=look().narrow), key="document-checks")
    if unfolded(_("All comparisons for this document"), key="comparisons"):
        write(comparisons_in_words(dataset, query, source_id), key="document-comparisons")
    left_out = left_out_in_words(dataset, query, source_id)
    if left_out:
        st.subheader(_("Left out by a correction"))
        write(left_out, key="document-left-out")


def show_outcomes(dataset: Dataset, clocks: Clocks) -> None:
    """How many documents passed, failed, are explained, or could not be tested."""
    outcomes = checks_of_documents(dataset, clocks)["outcome"].value_counts()
    st.markdown(
        _(
            "Of {count} documents known on {day}, {passed} passed every check that could be run. In a"
            " disagreement that nobody has resolved yet: {failed}. Only in disagreements that are known"
            " and explained: {explained}. With nothing that could be checked: {not_testable}."
        ).format(
            count=number(outcomes.sum()),
            day=day(clocks.known_on),
            passed=number(outcomes.get("passed", 0)),
            failed=number(outcomes.get("failed", 0)),
            explained=number(outcomes.get("explained", 0)),
            not_testable=number(outcomes.get("not_testable", 0)),
        )
    )


def show_all_documents(dataset: Dataset, clocks: Clocks) -> None:
    """Every document with its outcomes; a selected one is opened above."""
    listed = checks_of_documents(dataset, clocks)["source_id"].tolist()

    key = rows_key("checked-documents", listed)

    def open_selected() -> None:
        for source_id in selected_codes(st.session_state[key], listed):
            question.set_on_rerun(OPENED, source_id)

    st.dataframe(
        checked_documents(dataset, clocks),
        hide_index=True,
        width="stretch",
        height=560,
        placeholder="",
        on_select=open_selected,
        selection_mode="single-row",
        column_config={
            _("Published"): st.column_config.DateColumn(format=DAY, width=100),
            _("Title"): st.column_config.TextColumn(width=300),
            _("Outcome"): st.column_config.TextColumn(width=220),
        },
        key=key,
    )


def show_findings(dataset: Dataset) -> None:
    """What the last validation found in the tables as they are, by line and rule."""
    for severity, heading in SEVERITIES.items():
        found = [finding for finding in dataset.findings if finding.severity is severity]
        title = _(heading)
        st.subheader(f"{title} ({number(len(found))})")
        if found:
            findings_table(found, key=f"findings-{severity}")


dataset, question = open_page("checks", own=lambda tables: {OPENED: all_documents(tables)})
with st.container(key="about-checks"):
    introduce()
    opened = choose_document(question)
    query = question.apply()
    clocks = clocks_of(dataset, query)
    if opened:
        show_document(dataset, query, opened)
    st.header(_("Documents that fail a check"))
    show_outcomes(dataset, clocks)
    if failures_of_documents(dataset, clocks):
        write(failing_documents(dataset, query, narrow=look().narrow), key="failing-documents")
    else:
        st.caption(_("None known on that day."))
    with st.container(key="all-documents"):
        st.header(_("All documents"))
        st.caption(_("Select a document to open its checks above. The numbers count comparisons."))
        show_all_documents(dataset, clocks)
    if unfolded(_("All findings in today's data, by line and rule"), key="findings"):
        show_findings(dataset)
