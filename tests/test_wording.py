"""The words that docs/wording.md avoids are in nothing that readers are told."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pandas as pd
import pytest
from babel.messages.pofile import read_po

from tests.serving import PROJECT

FEWEST_ROWS: Final = 15  # of the table: fewer, and it was not found
NAME_OF_VALUE: Final = re.compile(r"\{\w+\}")
# Sentences that are written in English whatever the reader's language, beside those of the catalogue.
ROOMS: Final = ("app_pages", "charts", "exports", "metrics")
# Errors to programs, which name parameters and codes; and messages that only logs have.
TO_PROGRAMS: Final = (
    "metrics/question",
    "metrics/query",
    "app_pages/server",
    "app_pages/streamlit_internals",
)
# What readers see of the tables that may be reworded; counts, documents and breaks never are.
COLUMNS: Final = {
    "metrics": ("label", "definition", "not_counted", "caveat", "noun"),
    "organisations": ("about",),
    "definitions": ("definition", "not_counted", "how_verified"),
    "events": ("label",),
}


def avoided() -> dict[str, re.Pattern[str]]:
    """The words of the second column, each as a pattern that finds them as whole words."""
    rows = (PROJECT / "docs" / "wording.md").read_text(encoding="utf-8").split("| Say | Not | Because |")[1]
    cells = [line.split("|")[2] for line in rows.splitlines() if line.startswith("| ")]
    assert len(cells) >= FEWEST_ROWS
    words = [word for cell in cells for word in re.findall(r"`([^`]+)`", cell)]
    return {word: re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE) for word in words}


def catalogue() -> Iterator[str]:
    with (PROJECT / "locale" / "messages.pot").open("rb") as file:
        for message in read_po(file):
            yield from [message.id] if isinstance(message.id, str) else message.id


def written_in_english() -> Iterator[str]:
    """Texts of several words in the code that are no docstring: notes of rows among them."""
    for room in ROOMS:
        for path in sorted((PROJECT / room).rglob("*.py")):
            if not path.relative_to(PROJECT).as_posix().startswith(TO_PROGRAMS):
                yield from _texts(path)


def _texts(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said_to_no_reader = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        is_text = isinstance(one, ast.Constant) and isinstance(one.value, str) and " " in one.value
        if is_text and id(one) not in said_to_no_reader:
            yield one.value


def tables() -> Iterator[str]:
    for name, columns in COLUMNS.items():
        table = pd.read_csv(PROJECT / "data" / f"{name}.csv", dtype=str, keep_default_na=False)
        for column in columns:
            yield from table[column]
    settings = tomllib.loads((PROJECT / "data" / "dataset.toml").read_text(encoding="utf-8"))
    yield from (text for text in settings.values() if isinstance(text, str))


@pytest.mark.parametrize("said", [catalogue, written_in_english, tables])
def test_words_to_avoid_are_gone(said: Callable[[], Iterator[str]]) -> None:
    patterns = avoided()
    texts = list(said())
    assert len(texts) > 100, "nothing was looked at"
    found = [
        f"{word}: {text}"
        for text in texts
        for word, one in patterns.items()
        if one.search(text if "{" in word else NAME_OF_VALUE.sub("", text))
    ]
    assert not found, "\n".join(found)


def test_a_word_to_avoid_would_be_found() -> None:
    pattern = avoided()["by the count of"]
    assert pattern.search("22,789 people, by the count of AAPP.")
    assert not pattern.search("22,789 people, by the county office.")
