"""Words to the reader: sentences with places for values, translated when they are shown.

English sentences are the keys of the catalogues in `locale/`. A message is made where the fact is
known, and put into words where the reader's language is known.
"""

from __future__ import annotations

import gettext as gettext_module
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

LOCALE_FOLDER: Final = Path(__file__).resolve().parent.parent / "locale"
DOMAIN: Final = "messages"

language: ContextVar[str] = ContextVar("language", default="en")


@cache
def _catalogue(code: str) -> gettext_module.NullTranslations:
    return gettext_module.translation(DOMAIN, LOCALE_FOLDER, languages=[code], fallback=True)


def _(text: str) -> str:
    """The text in the reader's language; the English text where it has no translation."""
    return _catalogue(language.get()).gettext(text)


def N_(text: str) -> str:
    """The text itself, marked for translation where it will be shown."""
    return text


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form for the count, in the reader's language."""
    return _catalogue(language.get()).ngettext(singular, plural, count)


@dataclass(frozen=True)
class Message:
    """A sentence with named places (`{day}`) and the values that go there."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return _(self.template).format(**self.values)
