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
from exports.series_files import table_csv
from metrics.checks.document_checks import (
    checks_of_document,
    checks_of_documents,
    failures_of_documents,
)
from metrics.checks.known_comparisons import RULE_NAMES
from metrics.checks.suggested_corrections import day_to_record, suggested_corrections
from metrics.counts.candidates import Clocks, clocks_of
from metrics.counts.current_tables import today
from metrics.counts.table_rows import all_documents
from metrics.language.phrasing import day, number
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _
from metrics.query.query import Query
from validation import Dataset, Severity

OPENED: Final = "source_id"
SEVERITIES: Final = {
    Severity.WARNING: N_("Warnings: a person must look"),
    Severity.NOTE: N_("Notes: known and explained"),
}


def introduce() -> None:
    """What is checked, and what a failure means."""
    st.markdown(
        _(
            "The numbers of every document are held against each other and against those of other documents:"
            " parts against wholes, totals against earlier totals, in {count} checks. A check that fails says"
            " that printed numbers disagree, not which of them is wrong: a person judges, and nothing is"
            " corrected by itself."
        ).format(count=number(len(RULE_NAMES)))
    )


def choose_document(question: Question) -> str:
    """The document that is opened; empty where there is none."""
    known = all_documents(question.dataset)
    return question.select(
        OPENED,
        _("Document"),
        options=["", *reversed(list(known))],
        names=lambda code: known[code].called if code else _("None opened"),
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
        st.info(_("This document has no counts, so that nothing could be checked."))
        return
    st.markdown(outcomes_in_words(dataset, clocks, source_id))
    write(checks_in_words(dataset, query, source_id, narrow=look().narrow), key="document-checks")
    if unfolded(_("Every comparison of this document"), key="comparisons"):
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
            "Of {count} documents known on {day}, {passed} passed every check that could be put to their"
            " counts. On one side or the other of a disagreement that nobody has judged: {failed}; only of"
            " one that is known and explained: {explained}; without a count that could be put to any check:"
            " {not_testable}."
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


def offer_suggestions(dataset: Dataset, clocks: Clocks) -> None:
    """Rows for corrections.csv, for a person to judge."""
    suggested = suggested_corrections(dataset, clocks, day_to_record(dataset, today()))
    if suggested.empty:
        st.caption(_("Of what was known on that day, no row is suggested."))
        return
    st.caption(
        _(
            "For each of the {count} counts in a disagreement that nobody has judged, the row that would"
            " leave it out is written out. Mostly two and more are suggested for one disagreement, since"
            " either side may be the wrong one: whoever judges adds the row of the wrong one to"
            " corrections.csv, and leaves the others. Nothing is added by itself."
        ).format(count=number(len(suggested)))
    )
    st.download_button(
        _("Suggested corrections as CSV"),
        data=lambda: table_csv(suggested),
        file_name="suggested-corrections.csv",
        mime="text/csv",
        on_click="ignore",
        key="suggested-corrections",
    )


def show_findings(dataset: Dataset) -> None:
    """What the last validation found in the tables as they are, by line and rule."""
    for severity, heading in SEVERITIES.items():
        found = [finding for finding in dataset.findings if finding.severity is severity]
        title = _(heading)
        st.subheader(f"{title} ({number(len(found))})")
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
        st.caption(_("None, of what is known on that day."))
    with st.container(key="all-documents"):
        st.header(_("All documents"))
        st.caption(_("Select one to open its checks above. Numbers are of comparisons."))
        show_all_documents(dataset, clocks)
    st.header(_("Suggested corrections"))
    offer_suggestions(dataset, clocks)
    if unfolded(_("All findings in the tables as they are today, by line and rule"), key="findings"):
        show_findings(dataset)
