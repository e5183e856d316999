"""The parts around every page: navigation on phones, notices about the tables, footer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from app_pages.words.folded import unfolded
from app_pages.words.text_tables import findings_table
from metrics.language.phrasing import day
from metrics.language.plain_text import link, plain
from metrics.language.wording import _
from metrics.query.caching import cached_words
from validation.dataset import Dataset
from validation.store import CurrentSnapshot


def links_to(sections: Mapping[str, Sequence[st.Page]]) -> None:
    """The pages by name, for a phone: Streamlit would fold them away behind a sign without words.

    The first pages are in sight, those of sections behind a switch.
    """
    first, *others = sections.values()
    with st.container(key="pages", horizontal=True, gap="xsmall"):
        for page in _in_sight(first):
            st.page_link(page)
        if unfolded(_("More pages"), key="pages"):
            for pages in others:
                for page in _in_sight(pages):
                    st.page_link(page)


def _in_sight(pages: Sequence[st.Page]) -> Sequence[st.Page]:
    return [page for page in pages if page.visibility == "visible"]


def no_data_notice(now: CurrentSnapshot) -> None:
    """There are no sound tables: say so, show what is wrong and where, and no count."""
    st.title(_("No counts can be shown"))
    st.error(plain(now.reason))
    findings_table(now.held_back)
    st.caption(_("The page shows counts again as soon as the tables are mended; nothing needs restarting."))


def held_back_banner(now: CurrentSnapshot) -> None:
    """A faulty update is held back: say so above the last sound counts, with the findings."""
    st.warning(plain(now.reason) + " " + _("The last sound counts are shown."))
    if unfolded(_("Why the update is held back"), key="held-back"):
        findings_table(now.held_back)


def footer(dataset: Dataset) -> None:
    """The newest edition, the newest document, and the licence, whatever day the page shows."""
    st.divider()
    st.caption(_about(dataset))


@cached_words
def _about(dataset: Dataset) -> str:
    settings = dataset.settings
    parts = [plain(settings.title), _edition(dataset), _last_publication(dataset)]
    licence = link(settings.licence, settings.licence_url)
    api = "[" + _("Data as files") + "](/api/v1/datapackage.json)"
    return " · ".join([*(part for part in parts if part), licence, api])


def _edition(dataset: Dataset) -> str:
    if dataset.editions.empty:
        return _("Draft: no edition is sealed yet")
    return _("Newest edition: {day}").format(day=day(dataset.editions["day"].max().date()))


def _last_publication(dataset: Dataset) -> str:
    if dataset.sources.empty:
        return ""
    return _("newest document: {day}").format(day=day(dataset.sources["published"].max().date()))
