"""The details of an answer: caveats, rows, words, documents, and the file to download."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import pandas as pd
import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.words.answer_rows import rows_in_words
from app_pages.words.folded import unfolded
from exports.addresses import file_address, handout_address
from exports.file_names import series_file_name
from exports.series_files import series_csv
from metrics.answer.answer import Answer
from metrics.language.phrasing import number
from metrics.language.plain_text import plain
from metrics.language.wording import _, ngettext
from metrics.query.caching import cached_words
from metrics.question.address import MOST_VALUES, address_of, has_address, in_readers_language

# More are folded away: a page of caveats is read by nobody.
MOST_CAVEATS_SHOWN: Final = 3
DAY: Final = "D MMM YYYY"


@dataclass(frozen=True, eq=False, kw_only=True)
class CaveatsBelow:
    """The first caveats below a figure, and how many more there are."""

    lines: tuple[str, ...]
    more: str


def caveats_below(answer: Answer, *, most: int) -> CaveatsBelow:
    """The first `most` caveats of an Answer, as plain text."""
    lines = _caveats(answer)
    rest = len(lines[most:])
    more = ngettext("{count} more caveat below.", "{count} more caveats below.", rest).format(count=rest)
    return CaveatsBelow(lines=lines[:most], more=more if rest else "")


def folded_details(answer: Answer, *, words: str, key: str) -> None:
    """Table, words, caveats, documents and downloads of exactly this Answer, folded away."""
    if unfolded(_("Table, sources, caveats, download"), key=key):
        table, in_words, caveats, documents = st.tabs(
            [_("Table"), _("In words"), _("Caveats"), _("Sources")], key=f"tabs-{key}"
        )
        with table:
            write(rows_in_words(answer), key=f"rows-{key}")
            _downloads(answer, key=key)
        with in_words:
            st.markdown("\n\n".join(plain(paragraph) for paragraph in words.split("\n\n")))
        with caveats:
            st.markdown("\n".join(f"- {plain(line)}" for line in _caveats(answer)) or _("None."))
        with documents:
            documents_of(answer)


def documents_of(answer: Answer) -> None:
    """The documents that the rows rest on, newest first."""
    st.dataframe(
        _documents_in_words(answer),
        hide_index=True,
        width="stretch",
        column_config={
            _("Published"): st.column_config.DateColumn(format=DAY, width=100),
            _("Publisher"): st.column_config.TextColumn(width=220),
            _("Address"): st.column_config.LinkColumn(),
        },
    )


@cached_words
def _documents_in_words(answer: Answer) -> pd.DataFrame:
    names = (_("Published"), _("Publisher"), _("Title"), _("Address"))
    newest_first = sorted(answer.sources, key=lambda document: document.published, reverse=True)
    rows = [(pd.Timestamp(one.published), one.publisher_name, one.title, one.url) for one in newest_first]
    return pd.DataFrame(rows, columns=list(names))


def _downloads(answer: Answer, *, key: str) -> None:
    if has_address(answer.query):
        st.markdown(_ways_to_take(answer))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            _("Download as CSV"),
            data=lambda: series_csv(answer),
            file_name=series_file_name(answer, extension="csv"),
            mime="text/csv",
            on_click="ignore",
            key=f"download-{key}",
        )
        words = _("The data API takes up to {most} places in one request; the file has all of them.")
        st.markdown(words.format(most=number(MOST_VALUES)))


@cached_words
def _ways_to_take(answer: Answer) -> str:
    """Each file by its address, which a program and a colleague can have as well."""
    files = (
        (_("everything in one file"), "everything.zip"),
        (_("workbook for Excel"), "series.xlsx"),
        (_("slides for PowerPoint"), "deck.pptx"),
        (_("CSV"), "series.csv"),
        (_("JSON"), "series.json"),
        (_("handout, PDF (A4)"), "handout.pdf"),
        (_("data package"), "bundle.zip"),
    )
    addresses = {label: file_address(name, answer.query) for label, name in files}
    addresses[_("handout, PDF (US Letter)")] = handout_address(answer.query, paper="letter")
    links = " · ".join(f"[{label}]({where})" for label, where in addresses.items())
    cited = _("Link to exactly these figures, for a citation")
    page = in_readers_language(f"/explore?{_pinned(answer)}")
    return _("Take with you: {files}").format(files=links) + f"  \n[{cited}]({page})"


def _pinned(answer: Answer) -> str:
    """The question with both clocks fixed, whose answer never changes."""
    return address_of(replace(answer.query, known_on=answer.known_on, edition=answer.edition))


def _caveats(answer: Answer) -> tuple[str, ...]:
    """Each caveat once."""
    return tuple(dict.fromkeys(str(caveat.message) for caveat in answer.caveats))
