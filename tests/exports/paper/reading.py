"""Reading a page back: its text as who copies or hears it gets it, and its tags."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """The text of all pages, words parted by one space."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader(pdf).pages))


def tags_of(pdf: bytes) -> list[tuple[str, str]]:
    """The tags of a page in their order, each with its alternative text."""
    root = reader(pdf).trailer["/Root"]["/StructTreeRoot"]
    return list(_tags(root))


def _tags(element):
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        for one in element:
            yield from _tags(one)
    elif isinstance(element, dict):
        if "/S" in element:
            yield str(element["/S"]), str(element.get("/Alt", ""))
        if "/K" in element:
            yield from _tags(element["/K"])


def sizes_of_letters(pdf: bytes) -> set[float]:
    """The sizes of all letters in points."""
    found: set[float] = set()

    def visit(text, matrix, text_matrix, _font, size):
        if text.strip():
            found.add(round(abs(size * text_matrix[3] * matrix[3]), 1))

    for page in reader(pdf).pages:
        page.extract_text(visitor_text=visit)
    return found
