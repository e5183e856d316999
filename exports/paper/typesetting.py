"""Typst sets pages: a template of ours, and what goes into it as data, which is never read as markup.

Only the letters in `fonts/` are used, so that every machine makes the same page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final, Literal

import typst

HERE: Final = Path(__file__).parent
TEMPLATES: Final = HERE / "templates"
# Tagged, with language, title and alternative texts: for who hears a page.
ACCESSIBLE: Final = "ua-1"
POINTS_PER_INCH: Final = 72
NO_GLYPH: Final = "could not be displayed"

Template = Literal["picture", "numbers", "brief", "handout"]
Content = Mapping[str, Any]


class PageCountError(ValueError):
    """A picture has one page."""


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[HERE / "fonts"])


def _compiler(template: Template, content: Content) -> typst.Compiler:
    return typst.Compiler(
        input=TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
    )


def as_pdf(template: Template, content: Content, *, day: date) -> bytes:
    """The pages as PDF/UA-1, dated to the day of their figures: the same question gives the same bytes.

    Letters that none of our fonts has would be a broken promise to who hears the page: then it is tagged in
    the same way, but does not claim the standard.
    """
    compiler = _compiler(template, content)
    timestamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        return _one(compiler.compile(format="pdf", pdf_standards=[ACCESSIBLE], timestamp=timestamp))
    except typst.TypstError as error:
        if NO_GLYPH not in str(error):
            raise
    return _one(compiler.compile(format="pdf", timestamp=timestamp))


def as_png(template: Template, content: Content, *, scale: float) -> bytes:
    """The one page as pixels, `scale` of them for each of its points."""
    return _one(_compiler(template, content).compile(format="png", ppi=scale * POINTS_PER_INCH))


def as_svg(template: Template, content: Content, *, words: str) -> bytes:
    """The one page as SVG, its letters as outlines: it looks the same wherever it is opened.

    Outlines say nothing to who hears a picture: it has its title, and `words` for what it shows.
    """
    made = _one(_compiler(template, content).compile(format="svg")).decode()
    opening, end, rest = made.partition(">")
    described = f"<title>{escape(content['title'])}</title><desc>{escape(words)}</desc>"
    return f'{opening} role="img"{end}{described}{rest}'.encode()


def measured(template: Template, content: Content, label: str) -> Mapping[str, float]:
    """What the template measures of itself, under this label."""
    found = json.loads(_compiler(template, content).query(f"<{label}>", field="value", one=True))
    return {name: float(value) for name, value in found.items()}


def _one(made: bytes | list[bytes] | None) -> bytes:
    if not isinstance(made, bytes):
        raise PageCountError(f"{len(made or [])} pages")
    return made
