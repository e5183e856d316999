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
from starlette.responses import FileResponse, HTMLResponse
from starlette.routing import Route

from app_pages.platform.pages import PAGES, PageEntry
from metrics.current import standing
from metrics.wording import _, language

INDEX: Final = Path(streamlit.__file__).parent / "static" / "index.html"
TITLE: Final = re.compile(r"<title>.*?</title>", re.DOTALL)
NOSCRIPT: Final = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
FONT_PRELOAD: Final = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>')
AGENT_LINK: Final = re.compile(r'<!--(?:(?!-->).)*?-->\s*<link rel="service-desc"[^>]*>', re.DOTALL)
SCRIPTS: Final = ("history.js", "print.js")
INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


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


def page_shell(*, page: PageEntry, dataset_title: str, language_code: str) -> str:
    """The page's HTML with language, title, description, and words for a reader without JavaScript."""
    title = html.escape(" · ".join(part for part in (_(page.title), dataset_title) if part))
    description = html.escape(_(page.description), quote=True)
    head = (
        f"<title>{title}</title>"
        f'<meta name="description" content="{description}">'
        f'<meta property="og:title" content="{title}">'
        f'<meta property="og:description" content="{description}">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        + "".join(f'<script src="./{script}"></script>' for script in SCRIPTS)
    )
    without_scripts = html.escape(_("This dashboard needs JavaScript. The same counts without it:"))
    link = '<a href="./api/v1/series.csv">/api/v1/series.csv</a>'
    text = FONT_PRELOAD.sub("", AGENT_LINK.sub("", _streamlit_index(), count=1), count=1)
    text = text.replace('<html lang="en">', f'<html lang="{language_code}">', 1)
    text = TITLE.sub(lambda _match: head, text, count=1)
    return NOSCRIPT.sub(lambda _match: f"<noscript><p>{without_scripts} {link}</p></noscript>", text, count=1)


def _dataset_title() -> str:
    dataset = standing().dataset
    return dataset.settings.title if dataset else "Detention Metrics"


def _route(page: PageEntry) -> Route:
    def shell(_request: Request) -> HTMLResponse:
        text = page_shell(page=page, dataset_title=_dataset_title(), language_code=language.get())
        return HTMLResponse(text, headers={"Cache-Control": "no-cache"})

    return Route(f"/{page.path}", shell, methods=["GET"], name=page.file)


def _script_route(name: str) -> Route:
    def script(_request: Request) -> FileResponse:
        path = Path(__file__).with_name(name)
        return FileResponse(path, media_type="text/javascript", headers={"Cache-Control": "no-cache"})

    return Route(f"/{name}", script)


def routes() -> list[Route]:
    """One route for the address of each page, and one for each script that they name."""
    return [*(_route(page) for page in PAGES), *(_script_route(name) for name in SCRIPTS)]
