"""The script that Streamlit runs at every rerun: frame, menu, the chosen page, footer."""

import streamlit as st

from app_pages.frame.menu import menu
from app_pages.frame.page_frame import footer, held_back_banner, no_data_notice
from app_pages.frame.page_heading import name_tab
from app_pages.frame.pages import PAGES, PageEntry
from app_pages.words.reader_language import speak_readers_language
from metrics.counts.current_tables import current_snapshot
from metrics.language.wording import _


def _page(entry: PageEntry) -> st.Page:
    return st.Page(
        entry.file,
        title=_(entry.title),
        url_path=entry.path or None,
        default=not entry.path,
    )


st.set_page_config(layout="wide")
speak_readers_language()
pages = {entry: _page(entry) for entry in PAGES}
page = st.navigation(list(pages.values()), position="hidden")
here = next(entry for entry in PAGES if entry.path == page.url_path)
chosen = menu(here)
if chosen and chosen != here:
    st.switch_page(pages[chosen])
name_tab(page.title)
now = current_snapshot()
if now.dataset is None:
    no_data_notice(now)
else:
    if now.held_back:
        held_back_banner(now)
    body = st.container()
    footer(now.dataset)
    with body:
        page.run()
