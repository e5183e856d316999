"""Runs of text with a typeface for every script, their language, and their size.

Arial is on every machine, or letters of the same widths. Burmese is a complex script: Windows takes its
typeface from `a:cs`, and some programs from `a:ea`; without them the letters fall apart. Where "Myanmar Text"
is missing, as on a Mac, the program takes another typeface that has the letters.
"""

from __future__ import annotations

from typing import Any, Final

from lxml import etree
from pptx.oxml.ns import qn

from exports.slides.text_fit import is_burmese
from metrics.language.wording import language

LATIN: Final = "Arial"
BURMESE: Final = "Myanmar Text"
LANGUAGES: Final = {"en": "en-GB", "my": "my-MM"}


def set_letters(properties: Any, text: str) -> None:
    """The typefaces and the language of a run's properties, for the letters of its text."""
    complex_script = BURMESE if is_burmese(text) else LATIN
    for name in ("latin", "ea", "cs", "sym"):
        for old in properties.findall(qn(f"a:{name}")):
            properties.remove(old)
    after = [child for child in properties if etree.QName(child).localname in ("ln", "solidFill", "noFill")]
    at = max((properties.index(child) for child in after), default=-1) + 1
    for offset, (name, typeface) in enumerate(
        (("latin", LATIN), ("ea", complex_script), ("cs", complex_script))
    ):
        element = etree.Element(qn(f"a:{name}"))
        element.set("typeface", typeface)
        properties.insert(at + offset, element)
    properties.set("lang", "my-MM" if is_burmese(text) else _code())


def _code() -> str:
    spoken = language.get()
    return LANGUAGES.get(spoken, spoken)
