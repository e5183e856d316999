"""Text from the data where markup is read: labels, captions, titles, chart texts.

One encoding serves Streamlit's Markdown and Plotly's pseudo-HTML: every mark of ASCII as a numeric
entity. Both decode entities after they have looked for markup, so that `*`, `_`, `[x](y)`, `<b>`,
`:red[x]`, `:smile:`, `:material/home:`, `$x$`, backticks, `#`, `1.`, `-`, `>`, `|`, `&amp;` and
Plotly's `%{x}` show as they are written. A backslash does this in Markdown only, and not in badges.

Streamlit looks at the decoded text once more: it links bare addresses, draws `:streamlit:` as a
logo and sets arrows and dashes (`->`, `--`, `>=`). A word joiner, which has no width, keeps those
apart; it is put nowhere else, since it goes along when text is copied.

The label of a widget is read twice: as Markdown on the screen, and as it is by who hears it (`aria-label`).
`plain_label` therefore leaves ordinary punctuation as it is, and escapes only what could be markup.

An address of the data becomes a link by `link` only: a bracket, or `javascript:`, is no part of one.

Seen in Chromium with Streamlit 1.67 and Plotly 7.1, with every text above in each of these:

- Markdown, needs `plain`: title, header, caption, markdown, metric (label, value, delta), options of
  radio, pills and segmented control, labels of buttons, links, tabs, expanders, popovers and dialogs,
  badges, alerts, cells and headers of `st.table`.
- Markdown and plain text at once, needs `plain_label`: labels of switches, lists, fields, groups of options.
- Plotly, needs `plain`: titles, tick labels, legend, hover, annotations.
- Plain text, must not have it: options of selectbox and multiselect, `st.text`, `st.dataframe`,
  placeholders, alternative texts, file names.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote

ASCII_MARKS: Final = re.compile(r"[!-/:-@\[-`{-~]")
WORD_JOINER: Final = "\N{WORD JOINER}"
# After these Streamlit would see an address, its logo, an arrow or a dash in the decoded text.
SEEN_AGAIN: Final = re.compile(r":(?=//)|(?<=www)(?=\.)|(?=@)|:(?=streamlit:)|[<>~-](?=[=>-])", re.IGNORECASE)
WEB_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
# All other marks could end a link of Markdown, or be read within it.
MARKS_OF_ADDRESSES: Final = ":/?#=&%@+,~"
# Punctuation of sentences, which Markdown never reads as markup; but a number at the start may begin a list.
ORDINARY: Final = re.compile(r"[,;.()/?!'\"%]|(?<=\w)-(?=\w)|(?<=\w):(?=\s|$)|&(?=\s)")
NUMBER_OF_A_LIST: Final = re.compile(r"\d+[.)]")
# Every page escapes the same few hundred texts at every rerun.


# A page that is drawn for the first time asks for thousands of texts, two of three of them again.
@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """The text so that Markdown and Plotly show it as it is written, on one line."""
    parted = SEEN_AGAIN.sub(lambda found: found[0] + WORD_JOINER, " ".join(text.split()))
    return ASCII_MARKS.sub(lambda mark: f"&#{ord(mark[0])};", parted)


def plain_label(text: str) -> str:
    """The text as the label of a widget: shown as it is written, its ordinary punctuation also heard so."""
    parted = SEEN_AGAIN.sub(lambda found: found[0] + WORD_JOINER, " ".join(text.split()))
    ordinary = {found.start() for found in ORDINARY.finditer(parted)}
    if begins := NUMBER_OF_A_LIST.match(parted):
        ordinary.discard(begins.end() - 1)
    return ASCII_MARKS.sub(lambda mark: mark[0] if mark.start() in ordinary else f"&#{ord(mark[0])};", parted)


def link(text: str, address: str) -> str:
    """The text as a link of Markdown; the text alone where the address is none of the web."""
    if not WEB_ADDRESS.fullmatch(address):
        return plain(text)
    return f"[{plain(text)}]({quote(address, safe=MARKS_OF_ADDRESSES)})"
