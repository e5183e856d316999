"""Words to the reader, translated when they are shown.

English sentences are the keys of the catalogues in `locale/`: one file a language, `my.po`, which is read as
it is. The words of a folder of tables, such as labels and definitions, are in its own `words.my.po`.
"""

from __future__ import annotations

import gettext as gettext_module
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from validation.folder import data_folder

LOCALE_FOLDER: Final = Path(__file__).resolve().parents[2] / "locale"

ENGLISH: Final = "en"
# The line in the head of a catalogue that says that nobody has checked it yet.
DRAFT: Final = re.compile(r"^# Status: draft\b", re.MULTILINE)

language: ContextVar[str] = ContextVar("language", default=ENGLISH)


@cache
def _catalogue(code: str, tables: Path) -> gettext_module.NullTranslations:
    """The words of the software, and where it has none those of the tables; without files, English."""
    software = _read(LOCALE_FOLDER / f"{code}.po", code)
    software.add_fallback(_read(tables / f"words.{code}.po", code))
    return software


def _read(path: Path, code: str) -> gettext_module.NullTranslations:
    if code == ENGLISH or not path.exists():
        return gettext_module.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return gettext_module.GNUTranslations(compiled)


def forget_catalogues() -> None:
    """Read the catalogues anew when they are asked next."""
    _catalogue.cache_clear()
    is_draft.cache_clear()


def languages() -> frozenset[str]:
    """The codes of the languages that there are words in: English, and those that have a catalogue."""
    return frozenset({ENGLISH, *(path.stem for path in LOCALE_FOLDER.glob("*.po"))})


def name_of_language(code: str) -> str:
    """What a language calls itself: "မြန်မာ"."""
    return str(Locale.parse(code).get_display_name(code))


@cache
def is_draft(code: str) -> bool:
    """Whether the head of a language's catalogue says that its words are still to be checked."""
    path = LOCALE_FOLDER / f"{code}.po"
    return path.exists() and bool(DRAFT.search(path.read_text(encoding="utf-8")))


def _(text: str) -> str:
    """The text in the reader's language; the English text where it has no translation."""
    code = language.get()
    if code == ENGLISH or not text:  # what gettext has under the empty text is the head of the catalogue
        return text
    return _catalogue(code, data_folder()).gettext(text)


def N_(text: str) -> str:
    """The text itself, marked for translation where it will be shown."""
    return text


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form for the count, in the reader's language."""
    return _catalogue(language.get(), data_folder()).ngettext(singular, plural, count)


@contextmanager
def spoken_in(code: str) -> Iterator[None]:
    """Whatever is put into words inside is in this language."""
    token = language.set(code)
    try:
        yield
    finally:
        language.reset(token)
