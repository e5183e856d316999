"""Streamlit's own HTML with our words in its places.

Streamlit's says `lang="en"`, is titled "Streamlit", preloads a font of 400 kB that no page uses, and tells
a reader without JavaScript about programs.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

import streamlit

INDEX: Final = Path(streamlit.__file__).parent / "static" / "index.html"
LANGUAGE: Final = '<html lang="en">'
BODY: Final = "<body>"
TITLE: Final = re.compile(r"<title>.*?</title>", re.DOTALL)
ROOT: Final = re.compile(r'<div id="root">')
NOSCRIPT: Final = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
FONT_PRELOAD: Final = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>')
AGENT_LINK: Final = re.compile(r'<!--(?:(?!-->).)*?-->\s*<link rel="service-desc"[^>]*>', re.DOTALL)
INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# The one text that is shown before the theme would else fetch a font that the theme does not need.
SYSTEM_FONT: Final = (
    '<style>[data-testid="stSkipToContent"] { font-family: system-ui, sans-serif !important; }</style>'
)


@cache
def _streamlit_index() -> str:
    text = INDEX.read_text(encoding="utf-8")
    return FONT_PRELOAD.sub("", AGENT_LINK.sub("", text, count=1), count=1)


@cache
def inline_script_hashes() -> tuple[str, ...]:
    """The hashes by which a content security policy allows the inline scripts."""
    digests = (
        hashlib.sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(_streamlit_index())
    )
    return tuple(f"sha256-{base64.b64encode(digest).decode()}" for digest in digests)


def index_html(*, language_code: str, head: str, top: str, root: str, without_scripts: str) -> str:
    """The HTML with these pieces of HTML in it.

    `head` takes the place of the title; `top` comes first on the page, after Streamlit's own styles; `root`
    is on the page until Streamlit draws over it.
    """
    text = _streamlit_index().replace(LANGUAGE, f'<html lang="{language_code}">', 1)
    text = text.replace(BODY, BODY + top, 1)
    text = TITLE.sub(lambda _found: head + SYSTEM_FONT, text, count=1)
    text = ROOT.sub(lambda found: found[0] + root, text, count=1)
    return NOSCRIPT.sub(lambda _found: f"<noscript>{without_scripts}</noscript>", text, count=1)
