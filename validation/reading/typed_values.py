"""Counts, measures and days as people type them, read where only one reading is possible."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

FIRST_YEAR: Final = 1900  # earlier and later days are slips of the keyboard
LAST_YEAR: Final = 2199

# One mark throughout, always before three digits: 25,931 or 25 931. A full stop is left out, since
# 25.931 is twenty-five thousand in one language and twenty-five and a bit in another.
_GROUPED: Final = re.compile(
    r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d{1,3}(?:['\u2019]\d{3})+"
)
_PLAIN: Final = re.compile(r"\d{1,12}(?:\.0{1,2})?")  # spreadsheets write 130 as 130.0
_MEASURE: Final = re.compile(r"\d{1,12}(?:\.\d+)?")
_DAY: Final = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})")
_MARKS: Final = re.compile(r"[, \u00a0\u2009\u202f'\u2019]")
_INVISIBLE: Final = "\u200b\u200e\u200f\ufeff\u2060"
MOST_DIGITS: Final = 12


class NotACountError(ValueError):
    """The text cannot be read as one whole number, or could be read as more than one."""


class NotAMeasureError(ValueError):
    """The text cannot be read as one number."""


class NotADayError(ValueError):
    """The text is not a day, year first."""


def tidied(text: str) -> str:
    """The text without blanks and invisible marks around it."""
    return text.strip().strip(_INVISIBLE).strip()


def western_digits(text: str) -> str:
    """The text with the digits of any script (Burmese, Shan, Thai) written as 0 to 9."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(c)) if unicodedata.decimal(c, None) is not None else c for c in text
    )


def count(text: str) -> int:
    """The whole number that the text states: `25931`, `25,931`, `(25931)` and `၂၅,၉၃၁` are the same.

    A minus sign is read, so that the check of ranges can report it.

    Raises:
        NotACountError: where there is no such number, or more than one reading.
    """
    typed = western_digits(tidied(text))
    if typed.startswith("(") and typed.endswith(")"):
        typed = tidied(typed[1:-1])
    sign = -1 if typed[:1] in {"-", "\u2212"} else 1
    unsigned = typed.lstrip("-\u2212") if sign < 0 and len(typed) > 1 and typed[1].isdigit() else typed
    if _PLAIN.fullmatch(unsigned):
        return sign * int(unsigned.split(".")[0])
    digits = _MARKS.sub("", unsigned)
    if _GROUPED.fullmatch(unsigned) and len(digits) <= MOST_DIGITS:
        return sign * int(digits)
    raise NotACountError(text)


def measure(text: str) -> float:
    """The number that the text states, a full stop being the decimal mark.

    Raises:
        NotAMeasureError: where there is no such number.
    """
    typed = western_digits(tidied(text))
    if _MEASURE.fullmatch(typed):
        return float(typed)
    try:
        return float(count(typed))
    except NotACountError:
        raise NotAMeasureError(text) from None


def day(text: str) -> date:
    """The day that the text states, year first: `2024-01-31`, also `2024/1/31`.

    Raises:
        NotADayError: where there is no such day; day-first and month-first dates are ambiguous.
    """
    match = _DAY.fullmatch(western_digits(tidied(text)))
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise NotADayError(text)
    try:
        return date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        raise NotADayError(text) from None
