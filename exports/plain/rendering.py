"""Templates made into HTML: what comes from the data is text, whatever letters it has."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from exports.plain.links import Links
from metrics.language.phrasing import day
from metrics.language.plain_text import WEB_ADDRESS
from metrics.language.wording import _, language
from metrics.number.number_name import number_name
from metrics.number.sentence import Link, Number, Part, Sentence
from validation import Dataset

ROOM: Final = Path(__file__).parent
TEMPLATES: Final = ROOM / "templates"
HATCHING: Final = re.compile(r'(id="|url\(#)(?=hatch-)')


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "_": _,
        "day": day,
        "style": _style,
        "web": web_address,
        "other_names": _other_names,
    }
    return made


def _style(name: str) -> Markup:
    """A style sheet of ours, which is written into the page: one file is the whole page."""
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - a file of ours


def _other_names(picture: Markup) -> Markup:
    """A picture whose hatchings have other names: those of one that is not displayed are not drawn."""
    return Markup(HATCHING.sub(r"\1other-", str(picture)))  # noqa: S704 - as it was


def web_address(text: str) -> str:
    """The address, where it is one of the web; else empty."""
    return text if WEB_ADDRESS.fullmatch(text) else ""


def rendered_page(template: str, *, dataset: Dataset | None, links: Links | None, **values: Any) -> str:
    """The template filled in; in it, `said` writes a sentence whose numbers and links lead on."""
    said: Callable[[Sentence | str], Markup] = Markup.escape
    if dataset is not None and links is not None:
        known, ways = dataset, links

        def said(sentence: Sentence | str) -> Markup:
            return in_html(sentence, known, ways)

    page = _environment().get_template(template)
    return page.render(language=language.get(), said=said, links=links, **values)


def in_html(sentence: Sentence | str, dataset: Dataset, links: Links) -> Markup:
    """A sentence as HTML: a number leads to where it is explained, a document to its address of the web."""
    if isinstance(sentence, str):
        return escape(sentence)
    return Markup().join(_part(part, dataset, links) for part in sentence.parts)


def _part(part: Part, dataset: Dataset, links: Links) -> Markup:
    if isinstance(part, Number):
        return _number(part, dataset, links)
    href = part.href if isinstance(part, Link) else ""
    address = links.page(href) if href.startswith("/") else web_address(href)
    return Markup('<a href="{}">{}</a>').format(address, part) if address else escape(str(part))


def _number(number: Number, dataset: Dataset, links: Links) -> Markup:
    address = links.card(number.card)
    if not address:
        return escape(number.text)
    name = number_name(dataset, number)
    return Markup('<a class="number" href="{}" aria-label="{}">{}</a>').format(address, name, number.text)
