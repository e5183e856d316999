"""Sources: every document, what the words mean, what was corrected, and what is sealed."""

from typing import Final

import pandas as pd
import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.frame.page_heading import open_page
from app_pages.sources.reference_tables import breaks, corrections, definitions, editions, listed_documents
from app_pages.words.counts_table import counts_table
from app_pages.words.selecting import row_selected, rows_key, selected_codes
from app_pages.words.text_tables import DAY
from metrics.counts.candidates import clocks_of
from metrics.counts.documents import counts_of_document, documents
from metrics.counts.tables_as_known import corrections_known
from metrics.language.phrasing import counted, day, number
from metrics.language.plain_text import plain
from metrics.language.wording import N_, _
from metrics.query.caching import ByIdentity
from metrics.query.query import Query
from validation import Dataset

# Under which this session knows the document that is opened, by its `source_id`.
OPENED: Final = "sources/document"


def show_documents(dataset: Dataset, query: Query) -> None:
    """All documents; a selected one opens with its counts."""
    clocks = clocks_of(dataset, query)
    listed = documents(dataset, clocks)
    st.caption(
        _("{count} documents known on {day}. Select one to see what it contributed.").format(
            count=number(len(listed)), day=day(clocks.known_on)
        )
    )
    codes = listed["source_id"].tolist()
    drawn = st.dataframe(
        listed_documents(dataset, clocks),
        hide_index=True,
        width="stretch",
        on_select="rerun",
        selection_mode="single-row",
        selection_default=row_selected(st.session_state.get(OPENED, ""), codes),
        column_config={
            _("Published"): st.column_config.DateColumn(format=DAY, width=100),
            _("Publisher"): st.column_config.TextColumn(width=200),
            _("Title"): st.column_config.TextColumn(width=340),
            _("Address"): st.column_config.LinkColumn(),
        },
        height=560,
        key=rows_key("documents", codes),
    )
    selected = selected_codes(drawn, codes)
    # A document that was not yet known on this day is opened again on a day on which it was.
    if selected or st.session_state.get(OPENED) in codes:
        st.session_state[OPENED] = "".join(selected)
    for source_id in selected:
        show_document(dataset, query, listed.iloc[codes.index(source_id)])


def show_document(dataset: Dataset, query: Query, document: pd.Series) -> None:
    """One document and its counts."""
    st.subheader(plain(document["title"] or document["source_id"]))
    st.caption(plain(f"{document['publisher_name']}, {day(document['published'].date())}"))
    counts = counts_of_document(dataset, clocks_of(dataset, query), document["source_id"])
    write(counts_table(dataset, ByIdentity(counts), query), key="document-counts")


def show_corrections(dataset: Dataset, query: Query) -> None:
    """Counts that are left out of every series, each with its reason."""
    count = len(corrections_known(dataset, clocks_of(dataset, query)))
    words = counted(
        "{count} published figure is left out of the series. It stays in the data, with the reason.",
        "{count} published figures are left out of the series. They stay in the data, with the reasons.",
        count,
    )
    st.caption(str(words))
    write(corrections(dataset, query), key="corrections")


def show_breaks(dataset: Dataset, query: Query) -> None:
    """From when on a metric counts something else."""
    write(breaks(dataset, clocks_of(dataset, query)), key="breaks")


def show_editions(dataset: Dataset, query: Query) -> None:
    """The sealed states of this data set."""
    st.dataframe(
        editions(dataset, clocks_of(dataset, query)),
        hide_index=True,
        width="stretch",
        column_config={_("Edition"): st.column_config.DateColumn(format=DAY)},
    )


SECTIONS: Final = {
    N_("Documents"): show_documents,
    N_("Definitions"): lambda dataset, _query: write(definitions(dataset), key="definitions"),
    N_("Breaks in series"): show_breaks,
    N_("Corrections"): show_corrections,
    N_("Editions"): show_editions,
}

dataset, question = open_page("sources")
query = question.apply()
st.page_link("checks/checks.py", label=_("See the public checks of the figures"))
# Only the section that is open is made and sent: all of them are 160 kB.
tabs = st.tabs([_(name) for name in SECTIONS], on_change="rerun", key="section")
for tab, show_section in zip(tabs, SECTIONS.values(), strict=True):
    if tab.open:
        with tab:
            show_section(dataset, query)
