"""The HTML that a browser gets before Streamlit runs.

Previews and search engines read only this, so each page's address gets its own title and description.
"""

from __future__ import annotations

import html
from typing import Final

from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Route

from app_pages.assets.assets import address_of_asset
from app_pages.frame.menu import BRAND
from app_pages.frame.pages import MOVED, PAGES, PageEntry
from app_pages.server.first_words import headline_words
from app_pages.server.previews import description_of, picture_of
from app_pages.streamlit_internals.index_html import index_html
from exports.addresses import SHARE
from exports.overview.overview_sentences import subject
from exports.paper.pictures import SIZES
from exports.plain.links import ServerLinks
from metrics.counts.current_tables import current_snapshot, today
from metrics.language.wording import ENGLISH, _, language, languages, spoken_in
from metrics.query.invalid_query import ParameterError
from metrics.query.query import Query
from metrics.question.address import LANGUAGE, TRACKING, read_parameters
from metrics.question.replaced import with_codes_of_today
from validation import Dataset

# Where the figures are without scripts: as a page, and as a file.
PLAIN_PAGE: Final = "./brief"
DATA: Final = "./api/v1/series.csv"
SCRIPTS: Final = ("fonts.js", "history.js", "print.js")
# The letters of a language that many systems have none of, so that they are there before the first words are.
FONTS: Final = {"my": "noto-sans-myanmar.woff2"}
STYLES: Final = ("streamlit.css", "style.css", "choices.css")


def page_shell(
    *,
    page: PageEntry,
    dataset_title: str,
    language_code: str,
    numbers: str = "",
    picture: str = "",
    first_words: str = "",
    plain_page: str = PLAIN_PAGE,
) -> str:
    """The page's HTML with language, title, description, and words for a reader without JavaScript.

    `numbers` is what a link to the page says of itself, in place of what the page is about, and `picture` the
    whole address of what it shows. `first_words` is HTML that is on the page until Streamlit draws over it;
    `plain_page` is where the same figures are without scripts. Plotly is the one script that is named early:
    without that a first chart comes 0.7 s later on a slow connection.
    """
    title = html.escape(" · ".join(part for part in (_(page.title), dataset_title) if part))
    description = html.escape(numbers or _(page.description), quote=True)
    head = (
        f"<title>{title}</title>"
        f'<meta name="description" content="{description}">'
        f'<meta property="og:title" content="{title}">'
        f'<meta property="og:description" content="{description}">'
        + (_picture(picture, description) if picture else "")
        + '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        + "".join(f'<script src="{address_of_asset(name)}"></script>' for name in SCRIPTS)
        + f'<link rel="preload" as="script" fetchpriority="low" href="{address_of_asset("plotly.min.js")}">'
    )
    if language_code in FONTS:
        font = address_of_asset(FONTS[language_code])
        head += f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{font}">'
    skip = html.escape(_("Skip to the first chart"))
    return index_html(
        language_code=language_code,
        head=head,
        top=f'{_styles()}<a class="skip-link" href="#first-chart" hidden>{skip}</a>{_not_loaded(plain_page)}',
        root=first_words,
        without_scripts=_without_scripts(plain_page),
    )


def _without_scripts(plain_page: str) -> str:
    """For a browser that runs no scripts."""
    words = _("This dashboard needs JavaScript. The same figures without it: {page}, or {data}.")
    return f"<p>{_with_ways(words, plain_page)}</p>"


def _not_loaded(plain_page: str) -> str:
    """For a browser whose scripts or connection are held up: style.css shows it after some seconds.

    Without a script, since what is held up may be all of them.
    """
    words = _(
        "The dashboard has not loaded yet. If it never does, scripts or connections may be blocked here:"
        " the same figures are on {page} and in {data}."
    )
    return f'<p class="not-loaded">{_with_ways(words, plain_page)}</p>'


def _with_ways(words: str, plain_page: str) -> Markup:
    link = Markup('<a href="{}">{}</a>')
    return escape(words).format(
        page=link.format(plain_page, _("a plain page")), data=link.format(DATA, _("a data file"))
    )


def _picture(address: str, description: str) -> str:
    """What a preview shows, in the size that most take."""
    size = SIZES[SHARE]
    content = {
        "og:image": html.escape(address),
        "og:image:width": round(size.width * size.scale),
        "og:image:height": round(size.height * size.scale),
        "og:image:alt": description,
    }
    card = '<meta name="twitter:card" content="summary_large_image">'
    return card + "".join(f'<meta property="{name}" content="{value}">' for name, value in content.items())


def _styles() -> str:
    """They come after Streamlit's own, which they correct."""
    return "".join(f'<link rel="stylesheet" href="{address_of_asset(name)}">' for name in STYLES)


def _asked(page: PageEntry, request: Request, dataset: Dataset | None) -> Query | None:
    """The question of the page's address.

    None where it makes no sense: the page itself says what is wrong.
    """
    pairs = [
        (name, value)
        for name, value in request.query_params.multi_items()
        if name != LANGUAGE and not TRACKING.fullmatch(name) and name not in page.parameters
    ]
    if dataset is None:
        return None
    try:
        return read_parameters(with_codes_of_today(pairs, dataset)[0], dataset=dataset, today=today())
    except ParameterError:
        return None


def _picture_address(page: PageEntry, request: Request, dataset: Dataset | None, query: Query | None) -> str:
    """The whole address of the picture of the page's link; empty where there is nothing to show."""
    if dataset is None or query is None:
        return ""
    level = request.query_params.get("level", "")
    return f"{request.base_url}{picture_of(page, dataset, query, level=level).lstrip('/')}"


def _first_words(page: PageEntry, dataset: Dataset | None, query: Query | None) -> str:
    """Title, subject and headline counts of the first page, as its address asks; else nothing."""
    if page.path or dataset is None or query is None:
        return ""
    words = headline_words(dataset, query)
    title, about = html.escape(_(dataset.settings.title)), html.escape(subject(dataset, query))
    return f'<main class="first-words"><h1>{title}</h1><p>{about}</p>{words}</main>' if words else ""


def _route(page: PageEntry) -> Route:
    def shell(request: Request) -> HTMLResponse:
        asked = request.query_params.get(LANGUAGE, ENGLISH)
        with spoken_in(asked if asked in languages() else ENGLISH):
            return spoken_shell(request)

    def spoken_shell(request: Request) -> HTMLResponse:
        dataset = current_snapshot().dataset
        query = _asked(page, request, dataset)
        text = page_shell(
            page=page,
            dataset_title=_(dataset.settings.title) if dataset else BRAND,
            language_code=language.get(),
            numbers=description_of(page, dataset, query),
            picture=_picture_address(page, request, dataset, query),
            first_words=_first_words(page, dataset, query),
            plain_page=ServerLinks(dataset=dataset).brief(query) if dataset and query else PLAIN_PAGE,
        )
        return HTMLResponse(text, headers={"Cache-Control": "no-cache"})

    return Route(f"/{page.path}", shell, methods=["GET"], name=page.file)


def _moved(path: str, to: str) -> Route:
    """Lead an address that a page once had to that of today, with its question."""

    def redirect(request: Request) -> RedirectResponse:
        asked = f"?{request.url.query}" if request.url.query else ""
        # Relative: whatever stands before our addresses at a proxy stays.
        return RedirectResponse(f"./{to}{asked}", status_code=308)

    return Route(f"/{path}", redirect, methods=["GET"])


def routes() -> list[Route]:
    """One route for the address of each page, and for each address that a page once had."""
    return [*(_route(page) for page in PAGES), *(_moved(path, to) for path, to in MOVED.items())]
