"""The script that Streamlit runs at every rerun: frame, navigation, the chosen page, footer."""

import streamlit as st

from app_pages.figure.reader import look
from app_pages.frame.page_frame import footer, held_back_banner, links_to, no_data_notice
from app_pages.frame.pages import PAGES, PageEntry
from metrics.counts.current_tables import current_snapshot
from metrics.language.wording import _


def _page(entry: PageEntry) -> st.Page:
    return st.Page(
        entry.file,
        title=_(entry.title),
        url_path=entry.path or None,
        default=not entry.path,
        visibility="hidden" if entry.hidden else "visible",
    )


st.set_page_config(layout="wide")
sections: dict[str, list[st.Page]] = {_(entry.section) if entry.section else "": [] for entry in PAGES}
for entry in PAGES:
    sections[_(entry.section) if entry.section else ""].append(_page(entry))
is_phone = look().narrow
page = st.navigation(sections, position="hidden" if is_phone else "top")
if is_phone:
    links_to(sections)
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
