"""Collect the English sentences of the code for translators, into locale/messages.pot.

`make locale` writes the file, and brings the catalogues of other languages up to date with it;
with `--check` it only says whether the file lags behind the code.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

PROJECT: Final = Path(__file__).resolve().parent.parent
TEMPLATE: Final = PROJECT / "locale" / "messages.pot"
CATALOGUES: Final = sorted((PROJECT / "locale").glob("*.po"))
SPOKEN_IN: Final = ("app_pages", "api", "charts", "exports", "metrics", "validation")
KEYWORDS: Final = {"_": None, "N_": None, "ngettext": (1, 2), "counted": (1, 2)}


# By the ending of a file, what reads its sentences.
METHODS: Final = {".py": "python", ".html": "jinja2.ext:babel_extract"}


def sources(ending: str = "") -> list[Path]:
    """The files whose sentences readers see, in a fixed order; those with one ending, or all."""
    endings = (ending,) if ending else METHODS
    return [
        path for room in SPOKEN_IN for path in sorted((PROJECT / room).rglob("*")) if path.suffix in endings
    ]


def template() -> bytes:
    """The sentences in order of the files that speak them, without dates, so that only words change it."""
    catalog = Catalog(charset="utf-8")
    for path in sources():
        name = path.relative_to(PROJECT).as_posix()
        found = extract_from_file(METHODS[path.suffix], path, keywords=KEYWORDS)
        for line, message, _comments, context in found:
            catalog.add(message, locations=[(name, line)], context=context)
    output = io.BytesIO()
    write_po(output, catalog, width=100, omit_header=True, sort_by_file=True, include_lineno=False)
    return output.getvalue()


def updated(path: Path) -> bytes:
    """A catalogue with the sentences of the template: new ones are empty, those that are gone are left out.

    Its head, its translations and the translator's comments stay as they are.
    """
    with TEMPLATE.open("rb") as file:
        wanted = read_po(file)
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem, ignore_obsolete=True)
    head = (catalog.revision_date, catalog.creation_date)
    catalog.update(wanted, no_fuzzy_matching=True)
    catalog.revision_date, catalog.creation_date = head
    catalog.obsolete.clear()
    output = io.BytesIO()
    write_po(output, catalog, width=0, sort_by_file=True, include_lineno=False)
    return output.getvalue()


def lines_lost_in_f_strings(source: str) -> list[int]:
    """The lines on which a marked text and an f-string meet, so that it may never reach a translator.

    Before Python 3.12 an f-string is one token, and the collector does not look inside; and a text that
    is itself an f-string is filled in before it can be translated. Read from the syntax tree, this list
    is the same on every version.
    """
    tree = ast.parse(source)
    inside = {
        call.lineno for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for call in _marked(text)
    }
    filled_in = {
        call.lineno
        for call in _marked(tree)
        if any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    }
    return sorted(inside | filled_in)


def _marked(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            yield node


def faults() -> list[str]:
    """A sentence for each line whose text would not be collected."""
    return [
        f"{path.relative_to(PROJECT).as_posix()}:{line}: a text marked for translation must not be, or stand"
        " in, an f-string: give it a name on a line of its own."
        for path in sources(".py")
        for line in lines_lost_in_f_strings(path.read_text(encoding="utf-8"))
    ]


def main() -> int:
    """Write the template, or with `--check` say whether it lags behind."""
    found = faults()
    if found:
        print("\n".join(found), file=sys.stderr)
        return 1
    collected = template()
    if "--check" in sys.argv[1:]:
        if TEMPLATE.exists() and TEMPLATE.read_bytes() == collected:
            return 0
        print("locale/messages.pot lags behind the code: run `make locale`.", file=sys.stderr)
        return 1
    TEMPLATE.write_bytes(collected)
    for path in CATALOGUES:
        path.write_bytes(updated(path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
