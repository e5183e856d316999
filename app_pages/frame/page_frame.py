"""The parts around every page: notices about the tables, footer."""

from __future__ import annotations

import streamlit as st

from app_pages.words.folded import unfolded
from app_pages.words.text_tables import findings_table
from metrics.language.phrasing import day
from metrics.language.plain_text import link, plain
from metrics.language.wording import _
from metrics.query.caching import cached_words
from validation.dataset import Dataset
from validation.store import CurrentSnapshot


def no_data_notice(now: CurrentSnapshot) -> None:
    """There are no sound tables: say so, show what is wrong and where, and no count."""
    st.title(_("No figures can be shown"))
    st.error(plain(now.reason))
    findings_table(now.held_back, key="findings")
    st.caption(_("Figures will be shown again as soon as the tables are fixed. Nothing needs restarting."))


def held_back_banner(now: CurrentSnapshot) -> None:
    """A faulty update is held back: say so above the last sound counts, with the findings."""
    st.warning(plain(now.reason) + " " + _("The last valid figures are shown."))
    if unfolded(_("Why the update is on hold"), key="held-back"):
        findings_table(now.held_back, key="held-back-findings")


def footer(dataset: Dataset) -> None:
    """The newest edition, the newest document, and the licence, whatever day the page shows."""
    st.divider()
    st.caption(_about(dataset))


@cached_words
def _about(dataset: Dataset) -> str:
    settings = dataset.settings
    parts = [plain(_(settings.title)), _edition(dataset), _last_publication(dataset)]
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
