"""The HTML that a browser gets before Streamlit runs.

Streamlit's own says `lang="en"`, is titled "Streamlit", preloads a font of 400 kB that no page
uses, and tells a reader without JavaScript about programs. Previews and search engines read
only this, so each page's address gets its own title and description.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from functools import cache
from pathlib import Path
from typing import Final

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from app_pages.assets.assets import address_of_asset
from app_pages.frame.pages import PAGES, PageEntry
from app_pages.question.browser_address import TRACKING
from app_pages.server.first_words import headline_words
from metrics.counts.current_tables import current_snapshot, today
from metrics.language.wording import _, language
from metrics.query.invalid_query import ParameterError
from metrics.question.address import read_parameters

INDEX: Final = Path(streamlit.__file__).parent / "static" / "index.html"
TITLE: Final = re.compile(r"<title>.*?</title>", re.DOTALL)
ROOT: Final = re.compile(r'<div id="root">')
NOSCRIPT: Final = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
FONT_PRELOAD: Final = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>')
AGENT_LINK: Final = re.compile(r'<!--(?:(?!-->).)*?-->\s*<link rel="service-desc"[^>]*>', re.DOTALL)
SCRIPTS: Final = ("fonts.js", "history.js", "print.js")
# The one text that stands before the theme has come would else fetch the font that the theme does without.
SYSTEM_FONT: Final = (
    '<style>[data-testid="stSkipToContent"] { font-family: system-ui, sans-serif !important; }</style>'
)
# Streamlit's scripts for what stands on every page, by the first part of their names.
PARTS: Final = (
    "BidiComponent",
    "Checkbox",
    "ButtonGroup",
    "CustomTheme",
    "serialization",
    "recordbatch",
)
OURS: Final = ("figure.js", "choices.js", "element.js", "marks.js", "select.js", "words.js", "day.js")
INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def _needed_soon() -> list[str]:
    """Scripts that every page needs once it is connected: named here, they do not wait for that."""
    folder = INDEX.parent / "static" / "js"
    parts = sorted(path.name for path in folder.glob("*.js") if path.name.split(".")[0] in PARTS)
    return [*(f"./static/js/{name}" for name in parts), *map(address_of_asset, OURS)]


@cache
def _streamlit_index() -> str:
    return INDEX.read_text(encoding="utf-8")


@cache
def inline_script_hashes() -> tuple[str, ...]:
    """The hashes by which a content security policy allows the shell's inline scripts."""
    digests = (
        hashlib.sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(_streamlit_index())
    )
    return tuple(f"sha256-{base64.b64encode(digest).decode()}" for digest in digests)


def page_shell(*, page: PageEntry, dataset_title: str, language_code: str, first_words: str = "") -> str:
    """The page's HTML with language, title, description, and words for a reader without JavaScript.

    `first_words` is HTML that stands on the page until Streamlit draws over it.
    """
    title = html.escape(" · ".join(part for part in (_(page.title), dataset_title) if part))
    description = html.escape(_(page.description), quote=True)
    head = (
        f"<title>{title}</title>"
        f'<meta name="description" content="{description}">'
        f'<meta property="og:title" content="{title}">'
        f'<meta property="og:description" content="{description}">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        + SYSTEM_FONT
        + "".join(f'<script src="{address_of_asset(name)}"></script>' for name in SCRIPTS)
        + "".join(f'<link rel="modulepreload" crossorigin href="{address}">' for address in _needed_soon())
        + f'<link rel="preload" as="script" fetchpriority="low" href="{address_of_asset("plotly.min.js")}">'
    )
    without_scripts = html.escape(_("This dashboard needs JavaScript. The same counts without it:"))
    link = '<a href="./api/v1/series.csv">/api/v1/series.csv</a>'
    text = FONT_PRELOAD.sub("", AGENT_LINK.sub("", _streamlit_index(), count=1), count=1)
    text = text.replace('<html lang="en">', f'<html lang="{language_code}">', 1)
    # In the body, so that it comes after Streamlit's own styles, which it corrects.
    text = text.replace("<body>", f'<body><link rel="stylesheet" href="{address_of_asset("style.css")}">', 1)
    text = ROOT.sub(lambda found: f"{found[0]}{first_words}", text, count=1)
    text = TITLE.sub(lambda _match: head, text, count=1)
    return NOSCRIPT.sub(lambda _match: f"<noscript><p>{without_scripts} {link}</p></noscript>", text, count=1)


def _dataset_title() -> str:
    dataset = current_snapshot().dataset
    return dataset.settings.title if dataset else "Detention Metrics"


def _first_words(page: PageEntry, request: Request) -> str:
    """Title and headline counts of the first page, as its address asks; nothing where that is nonsense."""
    dataset = current_snapshot().dataset
    if page.path or dataset is None:
        return ""
    pairs = [
        (name, value) for name, value in request.query_params.multi_items() if not TRACKING.fullmatch(name)
    ]
    try:
        query = read_parameters(pairs, dataset=dataset, today=today())
    except ParameterError:
        return ""  # the page itself says what is wrong
    words = headline_words(dataset, query)
    title = html.escape(_(page.title))
    return f'<main class="first-words"><h1>{title}</h1>{words}</main>' if words else ""


def _route(page: PageEntry) -> Route:
    def shell(request: Request) -> HTMLResponse:
        text = page_shell(
            page=page,
            dataset_title=_dataset_title(),
            language_code=language.get(),
            first_words=_first_words(page, request),
        )
        return HTMLResponse(text, headers={"Cache-Control": "no-cache"})

    return Route(f"/{page.path}", shell, methods=["GET"], name=page.file)


def routes() -> list[Route]:
    """One route for the address of each page."""
    return [_route(page) for page in PAGES]
