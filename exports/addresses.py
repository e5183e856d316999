"""Where the files that are made of a question are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from metrics.query.query import Query
from metrics.question.address import address_of, has_address, in_readers_language

PATH: Final = "/api/v1"
OVER_TIME: Final = "over_time"
NUMBERS: Final = "numbers"
WIDE: Final = "wide"
SHARE: Final = "share"
# The parameters that pages and pictures have beside those of a question.
PAPER, SIZE, CHART, LEVEL, VIEW = "paper", "size", "chart", "level", "view"


def picture_address(query: Query, *, chart: str = OVER_TIME, size: str = WIDE, level: str = "") -> str:
    """A chart of the question as a picture; empty where it asks for more places than an address takes.

    `level` names places instead of the question's own.
    """
    if not has_address(query):
        return ""
    return file_address("picture.png", query, {CHART: chart, SIZE: size, LEVEL: level})


def brief_address(query: Query, *, paper: str) -> str:
    """The first page on one sheet."""
    return file_address("brief.pdf", query, {PAPER: paper})


def handout_address(query: Query, *, paper: str) -> str:
    """The answer to the question on paper."""
    return file_address("handout.pdf", query, {PAPER: paper})


def file_address(name: str, query: Query, own: Mapping[str, str] | None = None) -> str:
    """A file of the question, in the reader's language, with what its kind takes beside the question."""
    beside = "".join(f"&{urlencode({name: value})}" for name, value in (own or {}).items() if value)
    return in_readers_language(f"{PATH}/{name}?{address_of(query)}{beside}")
