"""Words to the reader, translated when they are shown.

English sentences are the keys of the catalogues in `locale/`, so that another language is another
catalogue and no code.
"""

from __future__ import annotations

import gettext as gettext_module
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

LOCALE_FOLDER: Final = Path(__file__).resolve().parents[2] / "locale"
DOMAIN: Final = "messages"

ENGLISH: Final = "en"

language: ContextVar[str] = ContextVar("language", default=ENGLISH)


@cache
def _catalogue(code: str) -> gettext_module.NullTranslations:
    return gettext_module.translation(DOMAIN, LOCALE_FOLDER, languages=[code], fallback=True)


def languages() -> frozenset[str]:
    """The codes of the languages that there are words in: English, and those that have a catalogue."""
    catalogues = LOCALE_FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return frozenset({ENGLISH, *(path.parent.parent.name for path in catalogues)})


def _(text: str) -> str:
    """The text in the reader's language; the English text where it has no translation."""
    return _catalogue(language.get()).gettext(text)


def N_(text: str) -> str:
    """The text itself, marked for translation where it will be shown."""
    return text


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form for the count, in the reader's language."""
    return _catalogue(language.get()).ngettext(singular, plural, count)


@contextmanager
def spoken_in(code: str) -> Iterator[None]:
    """Whatever is put into words inside is in this language."""
    token = language.set(code)
    try:
        yield
    finally:
        language.reset(token)
